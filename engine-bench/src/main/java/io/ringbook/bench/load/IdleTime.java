// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What a process costs that has nothing to do. */
final class IdleTime {
    private static final long WATCHED_MS = 1_000;

    private IdleTime() {}

    /** Processor time of this process over a second in which this thread sleeps. */
    static double percentOfAProcessor() {
        OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long startNs = System.nanoTime();
        long usedNs = system.getProcessCpuTime();
        try {
            Thread.sleep(WATCHED_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        usedNs = system.getProcessCpuTime() - usedNs;
        return 100.0 * usedNs / (System.nanoTime() - startNs);
    }
}
