// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import io.ringbook.bench.report.Json;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * Latencies in nanoseconds to three digits, up to a minute, without those of the warm-up. Written
 * by one thread; read when that has ended.
 */
public final class Latencies {
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final double NS_PER_US = 1e3;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

    private final Histogram histogram = new Histogram(LONGEST_NS, 3);
    private final long warmUpCount;

    /**
     * @param warmUpCount pieces from the first that are not counted
     */
    public Latencies(long warmUpCount) {
        this.warmUpCount = warmUpCount;
    }

    /** Counts a piece that is done now. */
    public void done(long index, long dueNs) {
        if (index >= warmUpCount) {
            histogram.recordValue(Math.min(LONGEST_NS, Math.max(0, System.nanoTime() - dueNs)));
        }
    }

    /** What was counted. */
    public Histogram histogram() {
        return histogram;
    }

    /** Percentiles and the maximum, in microseconds, for people. */
    static String text(Histogram latencies) {
        StringBuilder line = new StringBuilder();
        for (double percentile : PERCENTILES) {
            line.append(label(percentile))
                    .append(' ')
                    .append(micros(latencies.getValueAtPercentile(percentile)))
                    .append("  ");
        }
        return line + "max " + micros(latencies.getMaxValue()) + "  (us)";
    }

    /** The same as an object. */
    public static void write(Json json, String name, Histogram latencies) {
        json.object(name).field("count", latencies.getTotalCount());
        for (double percentile : PERCENTILES) {
            json.field(
                    label(percentile).toLowerCase(Locale.ROOT).replace('.', '_') + "_us",
                    latencies.getValueAtPercentile(percentile) / NS_PER_US,
                    1);
        }
        json.field("max_us", latencies.getMaxValue() / NS_PER_US, 1).end();
    }

    /** Nanoseconds as microseconds. */
    public static String micros(long valueNs) {
        return String.format(Locale.ROOT, "%.1f", valueNs / NS_PER_US);
    }

    /** {@code P99.9}. */
    private static String label(double percentile) {
        return "P" + (percentile % 1 == 0 ? "" + (long) percentile : "" + percentile);
    }
}
