// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.validate;

import io.ringbook.core.instrument.Session;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;

/**
 * Rate limit on the sequenced time (rule 6.1): holds up to {@code burst} tokens, starts full, and
 * refills {@code ratePerSecond} tokens per second without rounding. Owned by validate's thread.
 */
final class TokenBucket {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final long ratePerSecond;
    private final long capacity;

    /** Tokens times one billion. */
    private long level;

    private long lastNs;

    /**
     * @param ratePerSecond 0 means no limit; at most {@link Session#MAX_RATE}
     * @param burst at most {@link Session#MAX_RATE}; 0 with a rate lets nothing pass
     */
    TokenBucket(long ratePerSecond, long burst) {
        this.ratePerSecond = ratePerSecond;
        this.capacity = burst * NS_PER_SECOND;
        this.level = capacity;
    }

    /** Takes one token at a time that never goes back; false if there is none. */
    boolean tryTake(long timeNs) {
        if (ratePerSecond == 0) {
            return true;
        }
        refill(timeNs);
        if (level < NS_PER_SECOND) {
            return false;
        }
        level -= NS_PER_SECOND;
        return true;
    }

    private void refill(long timeNs) {
        long elapsedNs = timeNs - lastNs;
        lastNs = timeNs;
        long missing = capacity - level;
        // elapsed × rate is compared by division first, so that it cannot overflow.
        if (elapsedNs < 0 || elapsedNs > missing / ratePerSecond) {
            level = capacity;
        } else {
            level += elapsedNs * ratePerSecond;
        }
    }

    void save(StateWriter out) {
        out.putLong(level);
        out.putLong(lastNs);
    }

    void load(StateReader in) {
        level = in.getLong();
        lastNs = in.getLong();
    }
}
