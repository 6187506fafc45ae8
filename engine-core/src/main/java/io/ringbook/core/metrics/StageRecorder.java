// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.metrics;

import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * What one thread records of the stages that it runs. {@link #record} belongs to that thread, never
 * waits and allocates nothing; {@link #readInto} belongs to the reader, who waits for a record that
 * is being made.
 */
public final class StageRecorder {
    private final Map<StageTime, SingleWriterRecorder> recorders = new EnumMap<>(StageTime.class);

    /** The reader's, given back to the recorder at each reading. */
    private final Map<StageTime, Histogram> recycled = new EnumMap<>(StageTime.class);

    StageRecorder(StageTime... times) {
        for (StageTime time : times) {
            recorders.put(
                    time, new SingleWriterRecorder(StageHistograms.TOP_NS, StageHistograms.DIGITS));
        }
    }

    /** Records a time; one that is longer than a minute as a minute. */
    public void record(StageTime time, long durationNs) {
        recorders.get(time).recordValue(Math.max(0, Math.min(durationNs, StageHistograms.TOP_NS)));
    }

    /** Moves what was recorded since the last call. */
    void readInto(StageHistograms histograms) {
        recorders.forEach(
                (time, recorder) -> {
                    Histogram recorded = recorder.getIntervalHistogram(recycled.get(time));
                    recycled.put(time, recorded);
                    histograms.of(time).add(recorded);
                });
    }
}
