// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.instrument;

/**
 * An order-entry session of a firm and its limits. Immutable.
 *
 * @param sessionId ours, from 1
 * @param firmId the firm whose accounts it may use
 * @param name 1 to 32 printable ASCII characters
 * @param orderRate new, replace and reduce commands per second; 0 is no limit (rule 6.1)
 * @param orderBurst tokens that the bucket of orders holds
 * @param cancelRate cancels per second; 0 is no limit
 * @param cancelBurst tokens that the bucket of cancels holds
 * @param idsPerDay client order ids that may be used in a day; 0 is no limit (rule 6.2)
 */
public record Session(
        int sessionId,
        int firmId,
        String name,
        long orderRate,
        long orderBurst,
        long cancelRate,
        long cancelBurst,
        long idsPerDay) {
    /** Largest rate and burst: up to here their arithmetic is exact. */
    public static final long MAX_RATE = 1_000_000_000L;

    /** Checks the values. */
    public Session {
        Names.require("session", name, Names.MAX_LENGTH);
        requireRate("order rate", orderRate);
        requireRate("order burst", orderBurst);
        requireRate("cancel rate", cancelRate);
        requireRate("cancel burst", cancelBurst);
        if (idsPerDay < 0) {
            throw new IllegalArgumentException("ids of a day must not be negative: " + idsPerDay);
        }
    }

    private static void requireRate(String what, long rate) {
        if (rate < 0 || rate > MAX_RATE) {
            throw new IllegalArgumentException(
                    "the " + what + " must be 0 to " + MAX_RATE + ": " + rate);
        }
    }
}
