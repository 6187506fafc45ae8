// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import io.ringbook.core.metrics.StageHistograms;
import io.ringbook.core.metrics.StageMetrics;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The times of the stages since the start and in the last complete interval, read from the engine
 * whenever somebody asks. Any thread; what is shown is to be read during the call.
 */
final class StageHistory {
    private final StageMetrics metrics;
    private final LongSupplier wallMs;
    private final StageHistograms unread = new StageHistograms();
    private final StageInterval sinceStart = new StageInterval();
    private StageInterval current = new StageInterval();
    private StageInterval last = new StageInterval();
    private boolean complete;

    /**
     * Begins its first interval.
     *
     * @param wallMs epoch milliseconds, never back
     */
    StageHistory(StageMetrics metrics, LongSupplier wallMs) {
        this.metrics = metrics;
        this.wallMs = wallMs;
        long nowMs = wallMs.getAsLong();
        sinceStart.begin(nowMs);
        current.begin(nowMs);
    }

    /** Ends an interval, shows it, and begins the next. */
    synchronized void endInterval(Consumer<StageInterval> reader) {
        read();
        StageInterval ended = current;
        current = last;
        current.begin(ended.endMs);
        last = ended;
        complete = true;
        reader.accept(last);
    }

    /** Shows the last complete interval, null before there is one, and all since the start. */
    synchronized void show(View view) {
        read();
        view.show(complete ? last : null, sinceStart);
    }

    private void read() {
        long nowMs = wallMs.getAsLong();
        metrics.readInto(unread);
        sinceStart.times.add(unread);
        current.times.add(unread);
        unread.reset();
        sinceStart.endMs = nowMs;
        current.endMs = nowMs;
    }

    /** Looks at the times while nobody changes them. */
    @FunctionalInterface
    interface View {
        void show(StageInterval last, StageInterval sinceStart);
    }
}
