// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Bytes that the benching thread allocated between {@link #start} and {@link #stop}, for benches
 * whose set-up would drown them in what {@code -prof gc} counts. Reads the counter of the JVM for
 * its own thread, which allocates nothing itself.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class AllocatedBytes {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The result, which JMH reads and clears. */
    public long allocatedBytes;

    private long before;

    /** Counts from here. */
    public void start() {
        before = THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Counts to here. */
    public void stop() {
        allocatedBytes += THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
