// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.arrival;

/** Times at which orders are due, one after the other. */
@FunctionalInterface
public interface Arrivals {
    /** Returned when there are no more. */
    long NONE = Long.MAX_VALUE;

    /** The next time, nanoseconds from the beginning, not before the last; or {@link #NONE}. */
    long nextNs();
}
