// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import java.io.PrintStream;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * Latencies in nanoseconds to three digits, up to a minute, without those of the warm-up. Written
 * by one thread; read when that has ended.
 */
final class Latencies {
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 99.99};

    private final Histogram histogram = new Histogram(LONGEST_NS, 3);
    private final long warmUpCount;

    /**
     * @param warmUpCount pieces from the first that are not counted
     */
    Latencies(long warmUpCount) {
        this.warmUpCount = warmUpCount;
    }

    /** Counts a piece that is done now. */
    void done(long index, long dueNs) {
        if (index >= warmUpCount) {
            histogram.recordValue(Math.min(LONGEST_NS, Math.max(0, System.nanoTime() - dueNs)));
        }
    }

    Histogram histogram() {
        return histogram;
    }

    void print(PrintStream out) {
        StringBuilder line = new StringBuilder("latency  ");
        for (double percentile : PERCENTILES) {
            line.append('P')
                    .append(percentile % 1 == 0 ? "" + (long) percentile : "" + percentile)
                    .append(' ')
                    .append(micros(histogram.getValueAtPercentile(percentile)))
                    .append("  ");
        }
        out.println(line + "max " + micros(histogram.getMaxValue()) + "  (us)");
    }

    static String micros(long valueNs) {
        return String.format(Locale.ROOT, "%.1f", valueNs / 1e3);
    }
}
