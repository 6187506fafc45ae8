// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import java.util.concurrent.TimeUnit;

/** Reads what this JVM has used at two moments, on a thread that sleeps up to each. */
public final class TimedReadings {
    private final Thread thread;
    private volatile JvmReading.Use use;

    private TimedReadings(long fromNs, long toNs) {
        thread = new Thread(() -> read(fromNs, toNs), "bench-readings");
        thread.setDaemon(true);
    }

    /**
     * Reads at two times by {@code System.nanoTime}.
     *
     * @param fromNs the first
     * @param toNs the second
     */
    public static TimedReadings between(long fromNs, long toNs) {
        TimedReadings readings = new TimedReadings(fromNs, toNs);
        readings.thread.start();
        return readings;
    }

    /** Waits for the second reading; what was used between them. */
    public JvmReading.Use await() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (use == null) {
            throw new IllegalStateException("interrupted before the readings were taken");
        }
        return use;
    }

    private void read(long fromNs, long toNs) {
        try {
            // A first one, which loads what the others need.
            JvmReading.take();
            sleepUntil(fromNs);
            JvmReading before = JvmReading.take();
            sleepUntil(toNs);
            use = JvmReading.take().since(before);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleepUntil(long timeNs) throws InterruptedException {
        long left = timeNs - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}
