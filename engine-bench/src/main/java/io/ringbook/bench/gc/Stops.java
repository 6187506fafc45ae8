// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import io.ringbook.bench.process.Figures;
import io.ringbook.bench.report.Json;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * Stops of one kind: how many, how long each, to two digits, and all together, exactly. Written by
 * one thread.
 */
public final class Stops {
    private static final double NS_PER_US = 1e3;

    private final Histogram durations;
    private long totalNs;

    Stops() {
        this(new Histogram(2), 0);
    }

    private Stops(Histogram durations, long totalNs) {
        this.durations = durations;
        this.totalNs = totalNs;
    }

    /** What {@link #put} has put there. */
    static Stops of(Figures figures, String name) {
        return new Stops(figures.histogram(name), figures.number(name + "-ns"));
    }

    void put(Figures figures, String name) {
        figures.put(name, durations).put(name + "-ns", totalNs);
    }

    void add(long durationNs) {
        durations.recordValue(Math.max(0, durationNs));
        totalNs += durationNs;
    }

    /** How many. */
    public long count() {
        return durations.getTotalCount();
    }

    /** So many per cent were no longer; 0 if there was none. */
    public long percentileNs(double percentile) {
        return durations.getValueAtPercentile(percentile);
    }

    /** The longest; 0 if there was none. */
    public long maxNs() {
        return durations.getMaxValue();
    }

    /** All together. */
    public long totalNs() {
        return totalNs;
    }

    /** A line for people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%d  P50 %.1f  P99 %.1f  max %.1f  total %.1f  (us)",
                count(),
                percentileNs(50) / NS_PER_US,
                percentileNs(99) / NS_PER_US,
                maxNs() / NS_PER_US,
                totalNs / NS_PER_US);
    }

    /** An object of its figures, in microseconds. */
    void write(Json json, String name) {
        json.object(name)
                .field("count", count())
                .field("p50_us", percentileNs(50) / NS_PER_US, 1)
                .field("p99_us", percentileNs(99) / NS_PER_US, 1)
                .field("max_us", maxNs() / NS_PER_US, 1)
                .field("total_us", totalNs / NS_PER_US, 1)
                .end();
    }
}
