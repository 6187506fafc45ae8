// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.collector;

import io.ringbook.bench.gc.Pauses;
import io.ringbook.bench.load.Latencies;
import io.ringbook.bench.load.PacedResult;
import io.ringbook.bench.report.Json;
import io.ringbook.bench.report.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Shows cases side by side. */
final class GcReport {
    private static final double BYTES_PER_MIB = 1 << 20;
    private static final String[] HEADINGS = {
        "profile",
        "headers",
        "garbage",
        "P50",
        "P99",
        "P99.9",
        "max",
        "gc pauses",
        "P50",
        "P99",
        "max",
        "total",
        "safepoints",
        "max",
        "total",
        "stalls",
        "max",
        "collections",
        "full",
        "MiB/s",
        "cpu %"
    };
    private static final int CASE_CELLS = 3;

    private GcReport() {}

    /** A row for each case; times in microseconds. */
    static void print(List<GcResult> results, PrintWriter out) {
        Table table = new Table(HEADINGS);
        for (GcResult result : results) {
            List<String> cells =
                    new ArrayList<>(
                            List.of(
                                    result.of().profile(),
                                    result.of().headers().name().toLowerCase(Locale.ROOT),
                                    result.of().garbageMib() + ""));
            if (result.result() == null) {
                cells.add("heap full");
                cells.addAll(Collections.nCopies(HEADINGS.length - CASE_CELLS - 1, "-"));
            } else {
                add(cells, result.result());
            }
            table.row(cells);
        }
        out.println(
                "times in us: latency from when an order was due to its record published; gc pauses;"
                        + " all safepoints; waits of ZGC for memory");
        table.print(out);
    }

    private static void add(List<String> cells, PacedResult result) {
        Histogram latencies = result.latencies();
        Pauses pauses = result.pauses();
        for (double percentile : new double[] {50, 99, 99.9, 100}) {
            cells.add(Latencies.micros(latencies.getValueAtPercentile(percentile)));
        }
        cells.add(pauses.collectorPauses().count() + "");
        cells.add(Latencies.micros(pauses.collectorPauses().percentileNs(50)));
        cells.add(Latencies.micros(pauses.collectorPauses().percentileNs(99)));
        cells.add(Latencies.micros(pauses.collectorPauses().maxNs()));
        cells.add(Latencies.micros(pauses.collectorPauses().totalNs()));
        cells.add(pauses.safepoints().count() + "");
        cells.add(Latencies.micros(pauses.safepoints().maxNs()));
        cells.add(Latencies.micros(pauses.safepoints().totalNs()));
        cells.add(pauses.stalls().count() + "");
        cells.add(Latencies.micros(pauses.stalls().maxNs()));
        cells.add(pauses.collections() + "");
        cells.add(pauses.fullCollections() + "");
        cells.add(decimal(result.use().bytesPerSecond() / BYTES_PER_MIB, 2));
        cells.add(decimal(result.use().processorPercent(), 0));
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Adds an array with an object for each case. */
    static void write(List<GcResult> results, Json json) {
        json.objects(
                "results",
                results,
                (result, object) -> {
                    object.field("profile", result.of().profile())
                            .field(
                                    "object_headers",
                                    result.of().headers().name().toLowerCase(Locale.ROOT))
                            .field("garbage_mib_per_second", result.of().garbageMib())
                            .field("heap_full", result.result() == null);
                    if (result.result() != null) {
                        result.result().write(object);
                    }
                });
    }
}
