// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.metrics;

/** Monotonic time that stages are timed with; begins anywhere. */
@FunctionalInterface
public interface Ticker {
    /** The JVM's monotonic clock: some 25 ns a reading. */
    Ticker SYSTEM = System::nanoTime;

    /** Now, in nanoseconds. */
    long nowNs();
}
