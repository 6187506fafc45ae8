// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.answer;

import io.ringbook.gateway.load.LoadCharts;
import io.ringbook.gateway.plot.Chart;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Prints a comparison: as a table in microseconds, as JSON, as a chart. */
final class AnswerReport {
    private static final double[] PERCENTILES = {50, 99, 99.9};
    private static final double NS_PER_US = 1e3;

    private final AnswerOptions options;
    private final AnswerComparison comparison;

    AnswerReport(AnswerOptions options, AnswerComparison comparison) {
        this.options = options;
        this.comparison = comparison;
    }

    void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "order to answer  %,d a second  %d connection(s)  threads %s  durability %s  idle spin"
                        + " %s%n%d rounds of %d s after %d s each; microseconds from when an order was"
                        + " due%n",
                comparison.perSecond(),
                options.connections(),
                options.threads(),
                options.durability(),
                options.idleSpin(),
                options.rounds(),
                options.measured().toSeconds(),
                options.warmUp().toSeconds());
        out.print("round");
        for (Subject subject : comparison.subjects()) {
            out.printf("  %-28s", subject.label() + " P50 P99 P99.9");
        }
        out.printf("  %s%n", "exchange / echo P50 P99");
        for (int round = 0; round < options.rounds(); round++) {
            out.printf(Locale.ROOT, "%5d", round + 1);
            for (Subject subject : comparison.subjects()) {
                out.printf(
                        Locale.ROOT,
                        "  %8.1f %9.1f %9.1f",
                        us(round, subject, PERCENTILES[0]),
                        us(round, subject, PERCENTILES[1]),
                        us(round, subject, PERCENTILES[2]));
            }
            out.printf(
                    Locale.ROOT,
                    "  %12.2f %10.2f%n",
                    comparison.ratios(PERCENTILES[0])[round],
                    comparison.ratios(PERCENTILES[1])[round]);
        }
        printRatio(out, "P50", comparison.ratios(50), AnswerComparison.BAR_P50);
        printRatio(out, "P99", comparison.ratios(99), AnswerComparison.BAR_P99);
        if (comparison.spoiledCount() > 0) {
            out.printf(
                    "%d of the runs missed the rate or were refused orders: take a lower rate%n",
                    comparison.spoiledCount());
        }
        out.flush();
    }

    private static void printRatio(PrintWriter out, String name, double[] ratios, double bar) {
        double median = AnswerComparison.median(ratios);
        out.printf(
                Locale.ROOT,
                "median ratio of %s %.2f (%.2f .. %.2f), asked for at most %.1f: %s%n",
                name,
                median,
                DoubleStream.of(ratios).min().orElseThrow(),
                DoubleStream.of(ratios).max().orElseThrow(),
                bar,
                median <= bar ? "kept" : "missed");
    }

    private double us(int round, Subject subject, double percentile) {
        return comparison.latencyNs(round, subject, percentile) / NS_PER_US;
    }

    /** All of it as one object. */
    String json() {
        return String.format(
                Locale.ROOT,
                "{\"schema\":\"ringbook-order-to-answer/1\",\"java\":%s,\"os\":%s,\"processors\":%d,"
                        + "\"flags\":[%s],\"rate_per_second\":%d,\"connections\":%d,\"threads\":%s,"
                        + "\"durability\":%s,\"idle_spin\":%s,\"warm_up_s\":%d,\"measured_s\":%d,"
                        + "\"spoiled_runs\":%d,\"ratio_p50\":%s,\"ratio_p99\":%s,\"rounds\":[%s]}",
                quoted(Runtime.version().toString()),
                quoted(System.getProperty("os.name") + ' ' + System.getProperty("os.version")),
                Runtime.getRuntime().availableProcessors(),
                options.flags().stream().map(AnswerReport::quoted).collect(Collectors.joining(",")),
                comparison.perSecond(),
                options.connections(),
                quoted(options.threads()),
                quoted(options.durability()),
                quoted(options.idleSpin()),
                options.warmUp().toSeconds(),
                options.measured().toSeconds(),
                comparison.spoiledCount(),
                ratios(comparison.ratios(50)),
                ratios(comparison.ratios(99)),
                rounds());
    }

    private static String ratios(double[] ratios) {
        return String.format(
                Locale.ROOT,
                "{\"median\":%.3f,\"by_round\":[%s]}",
                AnswerComparison.median(ratios),
                Arrays.stream(ratios)
                        .mapToObj(ratio -> String.format(Locale.ROOT, "%.3f", ratio))
                        .collect(Collectors.joining(",")));
    }

    private String rounds() {
        List<String> rounds = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            List<String> subjects = new ArrayList<>();
            for (Subject subject : comparison.subjects()) {
                subjects.add(
                        String.format(
                                Locale.ROOT,
                                "%s:{\"p50_ns\":%d,\"p99_ns\":%d,\"p99_9_ns\":%d,\"max_ns\":%d,"
                                        + "\"achieved_per_second\":%.0f}",
                                quoted(subject.label().replace(' ', '_')),
                                comparison.latencyNs(round, subject, 50),
                                comparison.latencyNs(round, subject, 99),
                                comparison.latencyNs(round, subject, 99.9),
                                comparison.latencyNs(round, subject, 100),
                                comparison
                                        .rounds()
                                        .get(round)
                                        .get(subject)
                                        .tally()
                                        .achievedPerSecond()));
            }
            rounds.add("{" + String.join(",", subjects) + "}");
        }
        return String.join(",", rounds);
    }

    /** Percentiles of all rounds together. */
    String chart() {
        Chart chart =
                LoadCharts.percentiles(
                        String.format(
                                Locale.ROOT,
                                "Order to answer over loopback TCP, %,d a second, durability %s",
                                comparison.perSecond(),
                                options.durability()));
        for (Subject subject : comparison.subjects()) {
            chart.add(LoadCharts.curve(subject.label(), comparison.all(subject)));
        }
        return chart.svg();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
