// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import io.ringbook.bench.stream.TradeTally;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints comparisons, for people or as JSON. */
final class BookReport {
    private static final double NS_PER_MICRO = 1_000;

    private final BookRunOptions options;

    BookReport(BookRunOptions options) {
        this.options = options;
    }

    /** A table of one stream. */
    void print(Comparison comparison, PrintWriter out) {
        TradeTally.Totals totals = comparison.totals();
        out.printf(
                Locale.ROOT,
                "%s  seed %d  %,d commands  at most %,d orders in %,d levels  %d rounds after %d%n",
                comparison.workload().label(),
                options.seed(),
                comparison.commands(),
                comparison.mostResting(),
                comparison.mostLevels(),
                options.rounds(),
                options.warmUp());
        out.printf(
                Locale.ROOT,
                "equal in all: %,d trades of %,d lots, %,d cancels of %,d lots, hash %016x%n",
                totals.trades(),
                totals.tradedLots(),
                totals.cancels(),
                totals.canceledLots(),
                totals.tradeHash());
        out.printf(
                "%-22s %10s %19s %7s %7s%n",
                "engine", "ns/command", "least .. most", "M/s", "ratio");
        for (Contender contender : comparison.contenders()) {
            out.printf(
                    Locale.ROOT,
                    "%-22s %10.1f %8.1f .. %7.1f %7.2f %7.2f%n",
                    contender.label(),
                    comparison.median(contender),
                    comparison.least(contender),
                    comparison.most(contender),
                    NS_PER_MICRO / comparison.median(contender),
                    comparison.ratio(contender));
        }
        out.println();
        out.flush();
    }

    /** All of a run as one object. */
    void printJson(List<Comparison> comparisons, PrintWriter out) {
        out.printf(
                "{\"java\":%s,\"os\":%s,\"cpu\":%s,\"processors\":%d,\"flags\":[%s],\"seed\":%d,\"rounds\":%d,"
                        + "\"warm_up\":%d,\"streams\":[%s]}%n",
                quoted(Runtime.version().toString()),
                quoted(System.getProperty("os.name") + ' ' + System.getProperty("os.version")),
                quoted(cpu()),
                Runtime.getRuntime().availableProcessors(),
                options.flags().stream().map(BookReport::quoted).collect(Collectors.joining(",")),
                options.seed(),
                options.rounds(),
                options.warmUp(),
                comparisons.stream().map(BookReport::json).collect(Collectors.joining(",")));
        out.flush();
    }

    /** The model that Linux names, or the architecture. */
    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String json(Comparison comparison) {
        TradeTally.Totals totals = comparison.totals();
        return String.format(
                Locale.ROOT,
                "{\"stream\":%s,\"commands\":%d,\"most_resting\":%d,\"most_levels\":%d,"
                        + "\"trades\":%d,\"traded_lots\":%d,\"cancels\":%d,\"canceled_lots\":%d,"
                        + "\"trade_hash\":\"%016x\",\"engines\":[%s]}",
                quoted(comparison.workload().label()),
                comparison.commands(),
                comparison.mostResting(),
                comparison.mostLevels(),
                totals.trades(),
                totals.tradedLots(),
                totals.cancels(),
                totals.canceledLots(),
                totals.tradeHash(),
                comparison.contenders().stream()
                        .map(contender -> json(comparison, contender))
                        .collect(Collectors.joining(",")));
    }

    private static String json(Comparison comparison, Contender contender) {
        return String.format(
                Locale.ROOT,
                "{\"engine\":%s,\"median_ns\":%.2f,\"ratio\":%.3f,\"round_ns\":[%s]}",
                quoted(contender.label()),
                comparison.median(contender),
                comparison.ratio(contender),
                Arrays.stream(comparison.rounds(contender))
                        .mapToObj(ns -> String.format(Locale.ROOT, "%.2f", ns))
                        .collect(Collectors.joining(",")));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
