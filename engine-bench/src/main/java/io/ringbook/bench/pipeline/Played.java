// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import io.ringbook.bench.process.Figures;
import io.ringbook.bench.stream.TradeTally;
import org.HdrHistogram.Histogram;

/**
 * What playing a stream once has shown.
 *
 * @param elapsedNs from the first measured command to the result of the last one that was timed
 * @param totals of the whole stream
 * @param latencies from when each paced command was due; empty if none was
 */
record Played(long elapsedNs, TradeTally.Totals totals, Histogram latencies) {
    static Played of(Figures figures) {
        String[] words = figures.text("totals").split(" ", -1);
        return new Played(
                figures.number("elapsed-ns"),
                new TradeTally.Totals(
                        Long.parseLong(words[0]),
                        Long.parseLong(words[1]),
                        Long.parseLong(words[2]),
                        Long.parseLong(words[3]),
                        Long.parseLong(words[4])),
                figures.histogram("latencies"));
    }

    void put(Figures figures) {
        figures.put("elapsed-ns", elapsedNs)
                .put(
                        "totals",
                        totals.trades()
                                + " "
                                + totals.tradedLots()
                                + " "
                                + totals.cancels()
                                + " "
                                + totals.canceledLots()
                                + " "
                                + totals.tradeHash())
                .put("latencies", latencies);
    }
}
