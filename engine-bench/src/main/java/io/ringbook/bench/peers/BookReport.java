// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import io.ringbook.bench.report.Json;
import io.ringbook.bench.report.Spread;
import io.ringbook.bench.report.Table;
import io.ringbook.bench.stream.TradeTally;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

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
        Table table = new Table("engine", "ns/command", "least", "most", "M/s", "ratio");
        for (Contender contender : comparison.contenders()) {
            Spread spread = comparison.spread(contender);
            table.row(
                    contender.label(),
                    decimal(spread.median(), 1),
                    decimal(spread.least(), 1),
                    decimal(spread.most(), 1),
                    decimal(NS_PER_MICRO / spread.median(), 2),
                    decimal(comparison.ratio(contender), 2));
        }
        table.print(out);
        out.println();
        out.flush();
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Adds all of a run to its header. */
    void write(List<Comparison> comparisons, Json json) {
        json.field("seed", options.seed())
                .field("rounds", options.rounds())
                .field("warm_up", options.warmUp())
                .objects("results", comparisons, BookReport::write);
    }

    private static void write(Comparison comparison, Json json) {
        TradeTally.Totals totals = comparison.totals();
        json.field("stream", comparison.workload().label())
                .field("commands", comparison.commands())
                .field("most_resting", comparison.mostResting())
                .field("most_levels", comparison.mostLevels())
                .field("trades", totals.trades())
                .field("traded_lots", totals.tradedLots())
                .field("cancels", totals.cancels())
                .field("canceled_lots", totals.canceledLots())
                .field("trade_hash", String.format(Locale.ROOT, "%016x", totals.tradeHash()))
                .objects(
                        "engines",
                        comparison.contenders(),
                        (contender, object) ->
                                object.field("engine", contender.label())
                                        .field(
                                                "median_ns",
                                                comparison.spread(contender).median(),
                                                2)
                                        .field("ratio", comparison.ratio(contender), 3)
                                        .numbers("round_ns", comparison.rounds(contender), 2));
    }
}
