// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import io.ringbook.bench.load.Latencies;
import io.ringbook.bench.pipeline.PipelineComparison.Line;
import io.ringbook.bench.report.Json;
import io.ringbook.bench.report.Spread;
import io.ringbook.bench.report.Table;
import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.stream.TradeTally;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Shows pipelines side by side: throughput in one table, latency in another. */
final class PipelineReport {
    private static final double NS_PER_SECOND = 1e9;
    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_MS = 1e6;
    private static final double MILLION = 1e6;
    private static final double[] PERCENTILES = {50, 99, 99.9};

    /** A pipeline that is done so much later than its last command was due did not keep up. */
    private static final double LATE_MS = 50;

    private final PipelineOptions options;
    private final RecordedStream recorded;

    PipelineReport(PipelineOptions options, RecordedStream recorded) {
        this.options = options;
        this.recorded = recorded;
    }

    /** Both tables. */
    void print(List<Line> throughput, List<Line> latency, PrintWriter out) {
        TradeTally.Totals totals = recorded.totals();
        out.printf(
                Locale.ROOT,
                "%s  seed %d  %,d commands  %,d accounts  %d rounds after %d%n"
                        + "equal in all: %,d trades of %,d lots, %,d cancels of %,d lots, hash"
                        + " %016x%n",
                options.workload().label(),
                options.seed,
                options.commands,
                PipelineOptions.ACCOUNTS,
                options.rounds,
                options.warmUp,
                totals.trades(),
                totals.tradedLots(),
                totals.cancels(),
                totals.canceledLots(),
                totals.tradeHash());
        Table table = new Table("throughput", "journal", "M/s", "least", "most", "ratio");
        for (Line line : throughput) {
            Spread spread = spread(line, this::millionsPerSecond);
            table.row(
                    line.engine().label(),
                    journal(line),
                    decimal(spread.median(), 2),
                    decimal(spread.least(), 2),
                    decimal(spread.most(), 2),
                    decimal(ratio(line, throughput), 2));
        }
        table.print(out);
        if (!latency.isEmpty()) {
            printLatency(latency, out);
        }
    }

    private void printLatency(List<Line> lines, PrintWriter out) {
        out.println();
        Table table =
                new Table(
                        "latency (us)", "journal", "rate/s", "P50", "P99", "P99.9", "max", "done");
        for (Line line : lines) {
            List<String> cells =
                    new ArrayList<>(
                            List.of(line.engine().label(), journal(line), line.rate() + ""));
            for (double percentile : PERCENTILES) {
                cells.add(decimal(micros(line, percentile), 1));
            }
            cells.add(decimal(longest(line), 1));
            cells.add(
                    isSustained(line)
                            ? "in time"
                            : decimal(spread(line, p -> lateMs(line, p)).median(), 0) + " ms late");
            table.row(cells);
        }
        table.print(out);
        out.println("percentiles: medians of the rounds; max: of all rounds");
        out.flush();
    }

    /** Adds all of it to its header. */
    void write(List<Line> throughput, List<Line> latency, String peerJdk, Json json) {
        TradeTally.Totals totals = recorded.totals();
        json.field("stream", options.workload().label())
                .field("commands", options.commands)
                .field("accounts", PipelineOptions.ACCOUNTS)
                .field("trades", totals.trades())
                .field("trade_hash", String.format(Locale.ROOT, "%016x", totals.tradeHash()))
                .field("peer_jdk", peerJdk)
                .texts("peer_flags", options.peerFlags())
                .object("results")
                .objects(
                        "throughput",
                        throughput,
                        (line, object) ->
                                begin(line, object)
                                        .field(
                                                "median_m_per_second",
                                                spread(line, this::millionsPerSecond).median(),
                                                3)
                                        .numbers(
                                                "round_m_per_second",
                                                values(line, this::millionsPerSecond),
                                                3))
                .objects("latency", latency, this::writeLatency)
                .end();
    }

    private void writeLatency(Line line, Json json) {
        begin(line, json)
                .field("rate_per_second", line.rate())
                .field("sustained", isSustained(line));
        for (double percentile : PERCENTILES) {
            json.field(
                    "p" + String.valueOf(percentile).replace(".0", "").replace('.', '_') + "_us",
                    micros(line, percentile),
                    1);
        }
        json.field("max_us", longest(line), 1)
                .objects(
                        "rounds",
                        line.rounds(),
                        (played, object) -> {
                            Latencies.write(object, "latency", played.latencies());
                            object.field("late_ms", lateMs(line, played), 1);
                        });
    }

    private static Json begin(Line line, Json json) {
        return json.field("engine", line.engine().label()).field("journal", journal(line));
    }

    /** Of a line's throughput to that of the first engine with the same journal. */
    private double ratio(Line line, List<Line> lines) {
        Line first =
                lines.stream()
                        .filter(other -> other.journal() == line.journal())
                        .findFirst()
                        .orElseThrow();
        return spread(line, this::millionsPerSecond).median()
                / spread(first, this::millionsPerSecond).median();
    }

    private double millionsPerSecond(Played played) {
        int commands = recorded.stream().measuredTo() - recorded.stream().measuredFrom();
        return commands / MILLION * NS_PER_SECOND / played.elapsedNs();
    }

    private double lateMs(Line line, Played played) {
        double dueNs = options.paced(line.rate()) * NS_PER_SECOND / line.rate();
        return Math.max(0, (played.elapsedNs() - dueNs) / NS_PER_MS);
    }

    private boolean isSustained(Line line) {
        return spread(line, played -> lateMs(line, played)).median() < LATE_MS;
    }

    private static double micros(Line line, double percentile) {
        return spread(
                        line,
                        played -> played.latencies().getValueAtPercentile(percentile) / NS_PER_US)
                .median();
    }

    private static double longest(Line line) {
        return spread(line, played -> played.latencies().getMaxValue() / NS_PER_US).most();
    }

    private static Spread spread(Line line, ToDoubleFunction<Played> figure) {
        return Spread.of(values(line, figure));
    }

    private static double[] values(Line line, ToDoubleFunction<Played> figure) {
        return line.rounds().stream().mapToDouble(figure).toArray();
    }

    private static String journal(Line line) {
        return line.journal().name().toLowerCase(Locale.ROOT);
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
