// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.stats;

import io.ringbook.gateway.fault.Counted;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Statistics for people: microseconds, a row for each time that there is. Stateless. */
public final class StatsTable {
    private static final double NS_PER_US = 1e3;
    private static final double MS_PER_SECOND = 1e3;
    private static final double PPM_PER_PERCENT = 1e4;
    private static final long FINE_NS = 100_000;
    private static final long COARSE_NS = 10_000_000;
    private static final long MINUTES_MS = 120_000;
    private static final long HOURS_MS = 7_200_000;

    /** Of how many a mean, P50, P90, P99, P99.9, P99.99 says anything that the maximum does not. */
    private static final int[] LEAST_COUNTS = {1, 2, 10, 100, 1_000, 10_000};

    private StatsTable() {}

    /**
     * Prints an answer.
     *
     * @param recent what to show beside all since the start; null for none
     */
    public static void print(PrintStream out, StatsReply reply, StatsSection recent) {
        out.printf(
                "threads %s, durability %s, started %s%n",
                reply.threads(),
                reply.durability(),
                reply.started().truncatedTo(ChronoUnit.SECONDS));
        out.printf(
                "sequence %,d; %,d of %,d under way%n",
                reply.sequence(), reply.underWay(), reply.ringSize());
        if (reply.timedOneIn() == 0) {
            out.printf("its commands are not timed: metrics.stages is false%n");
            return;
        }
        if (recent != null) {
            print(out, "last " + duration(recent.durationMs()), recent);
        }
        print(
                out,
                "since the start, " + duration(reply.sinceStart().durationMs()),
                reply.sinceStart());
        out.printf(
                "%nus; one command in %,d is timed stage by stage, all as a whole%n",
                reply.timedOneIn());
    }

    private static void print(PrintStream out, String when, StatsSection section) {
        out.printf(
                "%n%s: %s, %,.0f a second%n",
                when,
                Counted.of(section.commands(), "command"),
                section.commands() * MS_PER_SECOND / Math.max(1, section.durationMs()));
        out.printf(
                "%-13s %13s %7s %9s %9s %9s %9s %9s %9s %11s%n",
                "", "count", "busy", "mean", "P50", "P90", "P99", "P99.9", "P99.99", "max");
        for (StatsRow row : section.rows()) {
            if (row.count() > 0) {
                print(out, row);
            }
        }
    }

    private static void print(PrintStream out, StatsRow row) {
        List<Long> values = row.valuesNs();
        out.printf("%-13s %,13d %7s", row.time(), row.count(), busy(row.busyPpm()));
        for (int i = 0; i < values.size() - 1; i++) {
            out.printf(" %9s", row.count() < LEAST_COUNTS[i] ? "-" : micros(values.get(i)));
        }
        out.printf(" %11s%n", (row.countAtTop() > 0 ? ">" : "") + micros(values.getLast()));
    }

    private static String busy(long ppm) {
        return ppm == StatsRow.NO_WORK ? "" : String.format("%.1f %%", ppm / PPM_PER_PERCENT);
    }

    private static String micros(long ns) {
        String format = ns < FINE_NS ? "%,.2f" : ns < COARSE_NS ? "%,.1f" : "%,.0f";
        return String.format(format, ns / NS_PER_US);
    }

    private static String duration(long ms) {
        if (ms < MINUTES_MS) {
            return String.format("%.1f s", ms / MS_PER_SECOND);
        }
        return ms < HOURS_MS
                ? String.format("%d min", ms / (MINUTES_MS / 2))
                : String.format("%.1f h", 2.0 * ms / HOURS_MS);
    }
}
