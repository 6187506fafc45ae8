// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import io.ringbook.core.metrics.StageHistograms;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.StageRecorder;
import io.ringbook.core.metrics.StageTime;
import java.util.concurrent.atomic.AtomicLong;

/** Times of stages that a test makes, and a clock that it moves. */
final class Recorded {
    static final long START_MS = 1_795_407_651_642L;

    final AtomicLong nowMs = new AtomicLong(START_MS);
    final AtomicLong underWay = new AtomicLong();
    final StageMetrics metrics = StageMetrics.on(() -> 0, 16);
    final StageRecorder recorder = metrics.recorder(StageTime.values());
    final StageHistory history = new StageHistory(metrics, nowMs::get);
    final ExchangeFacts facts =
            new ExchangeFacts("staged", 2, "sync", 1_024, 16, () -> 77, underWay::get);

    /** So many of each time, of {@code ns} nanoseconds. */
    void all(int count, long ns) {
        for (int i = 0; i < count; i++) {
            for (StageTime time : StageTime.values()) {
                recorder.record(time, ns);
            }
        }
    }

    /** Ends an interval after so many milliseconds and has it taken. */
    void interval(long ms, IntervalLog log) {
        nowMs.addAndGet(ms);
        history.endInterval(log::take);
    }

    static long count(StageHistograms histograms, StageTime time) {
        return histograms.of(time).getTotalCount();
    }
}
