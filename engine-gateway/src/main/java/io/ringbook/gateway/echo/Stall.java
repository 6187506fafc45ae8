// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A known fault, to prove a measurement with: before every so many-th command the thread that
 * answers does nothing for a while, and never for less. Any thread.
 */
final class Stall {
    private final long stallNs;
    private final long every;
    private final AtomicLong commands = new AtomicLong();

    Stall(EchoSettings settings) {
        this.stallNs = settings.stallNs();
        this.every = settings.stallEvery();
    }

    /** A command is about to be answered. */
    void onCommand() {
        if (stallNs > 0 && commands.incrementAndGet() % every == 0) {
            long untilNs = System.nanoTime() + stallNs;
            for (long leftNs = stallNs; leftNs > 0; leftNs = untilNs - System.nanoTime()) {
                LockSupport.parkNanos(leftNs);
            }
        }
    }
}
