// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import java.math.BigInteger;

/**
 * Rule 6.1: a token bucket on the sequenced time, exact. Its content is counted in billionths of a
 * token, so that a nanosecond at a rate of n a second is worth n of them.
 */
final class ReferenceBucket {
    private static final BigInteger TOKEN = BigInteger.valueOf(1_000_000_000);

    private final BigInteger perNanosecond;
    private final BigInteger capacity;
    private BigInteger content;
    private boolean used;
    private long lastTimeNs;

    ReferenceBucket(long rate, long burst) {
        this.perNanosecond = BigInteger.valueOf(rate);
        this.capacity = BigInteger.valueOf(burst).multiply(TOKEN);
        this.content = capacity;
    }

    /** Takes one token; false if there is no whole one. */
    boolean take(long timeNs) {
        if (perNanosecond.signum() == 0) {
            return true;
        }
        if (used) {
            BigInteger elapsed =
                    BigInteger.valueOf(timeNs).subtract(BigInteger.valueOf(lastTimeNs));
            content = content.add(elapsed.multiply(perNanosecond)).min(capacity);
        }
        used = true;
        lastTimeNs = timeNs;
        if (content.compareTo(TOKEN) < 0) {
            return false;
        }
        content = content.subtract(TOKEN);
        return true;
    }
}
