// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import java.util.function.LongSupplier;

/**
 * The time that commands are sequenced with, epoch nanoseconds: an anchor in wall time plus
 * monotonic time, so that it never goes back. Once a second it looks at the wall and makes good the
 * difference slowly, at most {@value #MAX_SLEW_PPM} millionths. After a restart it goes on behind
 * the last journaled time, even if the wall is not there yet.
 *
 * <p>One thread; allocates nothing.
 */
final class SequencedClock {
    static final int MAX_SLEW_PPM = 500;

    private static final long ANCHOR_INTERVAL_NS = 1_000_000_000L;

    private final LongSupplier wallNs;
    private final LongSupplier monotonicNs;
    private long anchorNs;
    private long anchorMonotonicNs;
    private long slewPpm;

    /**
     * @param wallNs epoch nanoseconds; may jump
     * @param monotonicNs may begin anywhere
     * @param lastNs last time that the journal holds
     */
    SequencedClock(LongSupplier wallNs, LongSupplier monotonicNs, long lastNs) {
        this.wallNs = wallNs;
        this.monotonicNs = monotonicNs;
        this.anchorNs = Math.max(lastNs + 1, wallNs.getAsLong());
        this.anchorMonotonicNs = monotonicNs.getAsLong();
    }

    /** Now. */
    long nowNs() {
        long elapsedNs = monotonicNs.getAsLong() - anchorMonotonicNs;
        long nowNs = anchorNs + elapsedNs + slew(elapsedNs);
        if (elapsedNs >= ANCHOR_INTERVAL_NS) {
            anchorNs = nowNs;
            anchorMonotonicNs += elapsedNs;
            long behindNs = wallNs.getAsLong() - nowNs;
            long wantedPpm = behindNs / (ANCHOR_INTERVAL_NS / 1_000_000);
            slewPpm = Math.max(-MAX_SLEW_PPM, Math.min(MAX_SLEW_PPM, wantedPpm));
        }
        return nowNs;
    }

    /** What the correction is worth after a time; stops growing after one interval. */
    private long slew(long elapsedNs) {
        return Math.min(elapsedNs, ANCHOR_INTERVAL_NS) / 1_000_000 * slewPpm;
    }
}
