// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.metrics;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * A histogram for each {@link StageTime}: nanoseconds from 1 to {@link #TOP_NS}, each within a
 * hundredth of its value; about 400 KiB in all. One thread at a time.
 */
public final class StageHistograms {
    /** A minute. What took longer is counted as that. */
    public static final long TOP_NS = 60_000_000_000L;

    static final int DIGITS = 2;

    private final Map<StageTime, Histogram> histograms = new EnumMap<>(StageTime.class);

    public StageHistograms() {
        for (StageTime time : StageTime.values()) {
            histograms.put(time, new Histogram(TOP_NS, DIGITS));
        }
    }

    /** The histogram of a time. */
    public Histogram of(StageTime time) {
        return histograms.get(time);
    }

    /** How many took so long that they stand at the top. */
    public long countAtTop(StageTime time) {
        return of(time).getCountAtValue(TOP_NS);
    }

    /** Adds what others hold. */
    public void add(StageHistograms others) {
        histograms.forEach((time, histogram) -> histogram.add(others.of(time)));
    }

    /** Empties all. */
    public void reset() {
        histograms.values().forEach(Histogram::reset);
    }
}
