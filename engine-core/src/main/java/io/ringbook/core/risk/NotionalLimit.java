// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.risk;

/** Notional in 128 bits (rule 6.8). Stateless. */
public final class NotionalLimit {
    private NotionalLimit() {}

    /**
     * True if price × quantity is above a limit.
     *
     * @param price mantissa, not negative
     * @param quantity mantissa, not negative
     * @param limitHigh upper 64 bits of the limit
     * @param limitLow lower 64 bits, unsigned
     */
    public static boolean isExceeded(long price, long quantity, long limitHigh, long limitLow) {
        long high = Math.multiplyHigh(price, quantity);
        return high != limitHigh
                ? high > limitHigh
                : Long.compareUnsigned(price * quantity, limitLow) > 0;
    }
}
