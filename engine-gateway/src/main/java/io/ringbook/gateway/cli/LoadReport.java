// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.order.CommandKind;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.load.Ladder;
import io.ringbook.gateway.load.LadderResult;
import io.ringbook.gateway.load.Load;
import io.ringbook.gateway.load.Step;
import io.ringbook.gateway.load.StepResult;
import io.ringbook.gateway.load.drive.StepEnd;
import io.ringbook.gateway.load.drive.Tally;
import io.ringbook.gateway.load.measure.Latencies;
import org.HdrHistogram.Histogram;

/** Prints what a load measures, for people: latencies in microseconds. */
final class LoadReport {
    static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_SECOND = 1e9;

    private final Console console;
    private final LoadOptions options;

    LoadReport(Console console, LoadOptions options) {
        this.console = console;
        this.options = options;
    }

    /** Says what is about to be done. */
    void begin(Step step, Load load) {
        String rate =
                step.perSecond() == 0
                        ? Counted.of(load.day().count(), "command")
                        : Counted.of(step.perSecond(), "order") + " a second";
        console.line(
                "%s load, %s, %s, %s loop, %s: %.1f s after %.1f s",
                step.profile().text(),
                rate,
                Counted.of(load.sessionCount(), "connection"),
                step.closedLoop() ? "closed" : "open",
                options.waiting().text(),
                seconds(step.measured().toNanos()),
                seconds(step.warmUp().toNanos()));
        console.out().flush();
    }

    /** Prints a step. */
    void print(StepResult result) {
        Latencies latencies = result.latencies();
        console.line(
                "%-9s %10s %10s %10s %10s %10s %10s  us %12s",
                "", "P50", "P90", "P99", "P99.9", "P99.99", "max", "count");
        row("answer", latencies.answers());
        row("  new", latencies.of(CommandKind.NEW_ORDER));
        row("  replace", latencies.of(CommandKind.REPLACE_ORDER));
        row("  cancel", latencies.of(CommandKind.CANCEL_ORDER));
        row("fill", latencies.fills());
        row("sent late", latencies.lateness());
        Tally tally = result.tally();
        console.line(
                "due %,.0f/s, achieved %,.0f/s; with the warm-up %,d sent, %s, %,d too late for"
                        + " their order, %,d refused",
                tally.duePerSecond(),
                tally.achievedPerSecond(),
                tally.sentCount(),
                Counted.of(tally.tradeCount(), "report") + " of trades",
                tally.tooLateCount(),
                tally.refusedCount());
    }

    private void row(String name, Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return;
        }
        StringBuilder line = new StringBuilder(String.format("%-9s", name));
        for (double percentile : PERCENTILES) {
            line.append(String.format(" %10s", us(histogram.getValueAtPercentile(percentile))));
        }
        line.append(String.format(" %10s", us(histogram.getMaxValue())));
        console.line("%s     %12s", line, String.format("%,d", histogram.getTotalCount()));
    }

    /** Says what is about to be done, and begins the table. */
    void beginLadder(Step step, Load load) {
        Ladder.Bounds bounds = options.bounds();
        console.line(
                "%s load, %,d to %,d orders a second, %s, open loop, %s: %.0f s after %.0f s at each"
                        + " rate",
                step.profile().text(),
                bounds.from(),
                bounds.to(),
                Counted.of(load.sessionCount(), "connection"),
                options.waiting().text(),
                seconds(step.measured().toNanos()),
                seconds(step.warmUp().toNanos()));
        console.line(
                "%12s %12s %10s %10s %10s %10s  us",
                "asked/s", "achieved/s", "P50", "P99", "P99.9", "max");
        console.out().flush();
    }

    /** Prints one rate. */
    void rung(StepResult result) {
        Histogram answers = result.latencies().answers();
        console.line(
                "%,12d %,12.0f %10s %10s %10s %10s      %s",
                result.step().perSecond(),
                result.tally().achievedPerSecond(),
                us(answers.getValueAtPercentile(50)),
                us(answers.getValueAtPercentile(99)),
                us(answers.getValueAtPercentile(99.9)),
                us(answers.getMaxValue()),
                remark(result));
        console.out().flush();
    }

    private String remark(StepResult result) {
        if (result.end() != StepEnd.DONE) {
            return switch (result.end()) {
                case OVERLOADED -> "missed: given up, too far behind";
                case UNANSWERED -> "missed: not all was answered";
                case CUT -> "cut";
                default -> "stopped";
            };
        }
        if (result.missedShare() > options.toleratedShare()) {
            return String.format("missed: %.1f %%", 100 * result.missedShare());
        }
        return options.bounds().areKeptBy(result) ? "" : "missed: P99 is above the limit";
    }

    /** Names the knee. */
    void endLadder(LadderResult ladder) {
        if (ladder.knee() == 0) {
            console.line("not one rate was kept: begin with a lower one, or give --p99-limit");
        } else if (ladder.isOpen()) {
            console.line(
                    "the knee lies above %,d orders a second, the last rate asked for",
                    ladder.knee());
        } else {
            console.line("the knee: %,d orders a second are kept", ladder.knee());
        }
    }

    private static double seconds(long ns) {
        return ns / NS_PER_SECOND;
    }

    private static String us(long ns) {
        return String.format("%,.1f", ns / NS_PER_US);
    }
}
