// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.drive;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes a sleeper at a time: a selector alone sleeps in whole milliseconds. Its thread sleeps till
 * then.
 */
final class Pacer implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;

    private final Runnable wake;
    private final Thread thread;
    private final AtomicLong atNs = new AtomicLong(NEVER);
    private volatile boolean closed;

    /**
     * @param wake called at each time asked for, on the pacer's thread
     */
    Pacer(Runnable wake) {
        this.wake = wake;
        this.thread = new Thread(this::run, "ringbook-load-pacer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Wakes at this {@link System#nanoTime}, and no longer at the one before. One thread. */
    void wakeAt(long ns) {
        if (atNs.getAndSet(ns) != ns) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closed) {
            long at = atNs.get();
            if (at == NEVER) {
                LockSupport.park();
                continue;
            }
            long leftNs = at - System.nanoTime();
            if (leftNs > 0) {
                LockSupport.parkNanos(leftNs);
            } else if (atNs.compareAndSet(at, NEVER)) {
                wake.run();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
