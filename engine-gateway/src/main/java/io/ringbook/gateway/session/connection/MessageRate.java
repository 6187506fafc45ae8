// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.connection;

/**
 * Counts, in windows of a second, messages that no rate of the engine bounds. One thread; allocates
 * nothing.
 */
final class MessageRate {
    private static final long WINDOW_NS = 1_000_000_000L;

    private final int limit;
    private long windowNs;
    private int count;

    MessageRate(int limit) {
        this.limit = limit;
    }

    /** Counts one; false if it is one too many. */
    boolean admits(long nowNs) {
        if (nowNs - windowNs >= WINDOW_NS) {
            windowNs = nowNs;
            count = 0;
        }
        return ++count <= limit;
    }
}
