// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.StageRecorder;
import io.ringbook.core.metrics.StageTime;
import io.ringbook.core.metrics.Ticker;

/**
 * Times the part of the way of a command that one thread runs. A command that is timed carries the
 * moment up to which its time is accounted for, so that each reading of the clock ends one time and
 * begins the next, across threads. For the others the clock is read once a batch, at its end.
 *
 * <p>Owned by that thread; allocates nothing.
 */
final class StageTimer {
    private final boolean on;
    private final Ticker ticker;
    private final StageRecorder recorder;
    private final long[] receivedNs = new long[RingRunner.MAX_BATCH];
    private int publishedCount;

    /**
     * @param times all that this thread records
     */
    StageTimer(StageMetrics metrics, StageTime... times) {
        on = metrics.isOn();
        ticker = metrics.ticker();
        recorder = metrics.recorder(times);
    }

    /** What went by since the last lap of a command was this. */
    void lap(Slot slot, StageTime time) {
        if (slot.timed) {
            long nowNs = ticker.nowNs();
            recorder.record(time, nowNs - slot.accountedNs);
            slot.accountedNs = nowNs;
        }
    }

    /** Ends a batch of the journal; times it if it waits for the disk. */
    void force(JournalStage stage) {
        if (!on || !stage.forces()) {
            stage.endBatch();
            return;
        }
        long beganNs = ticker.nowNs();
        stage.endBatch();
        recorder.record(StageTime.FORCE, ticker.nowNs() - beganNs);
    }

    /** A command is published. */
    void published(Slot slot) {
        if (on) {
            receivedNs[publishedCount++] = slot.receivedNs;
        }
    }

    /** A batch is published: so much is the whole of each of its commands. */
    void batchPublished() {
        if (publishedCount == 0) {
            return;
        }
        long nowNs = ticker.nowNs();
        for (int i = 0; i < publishedCount; i++) {
            recorder.record(StageTime.WHOLE, nowNs - receivedNs[i]);
        }
        publishedCount = 0;
    }
}
