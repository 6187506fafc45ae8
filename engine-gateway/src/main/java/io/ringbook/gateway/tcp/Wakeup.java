// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import java.lang.invoke.VarHandle;
import java.nio.channels.Selector;

/**
 * Wakes the thread of the connections, and only if it sleeps: a wake-up is a system call.
 *
 * <p>Memory order: the sleeper marks that it sleeps, then looks for work once more; who brings work
 * leaves it, then looks at the mark. The full fence between the two steps on either side lets at
 * least one of them see the other.
 */
final class Wakeup implements Runnable {
    private final Selector selector;
    private volatile boolean sleeping;

    Wakeup(Selector selector) {
        this.selector = selector;
    }

    /** Work was left. Any thread. */
    @Override
    public void run() {
        VarHandle.fullFence();
        if (sleeping) {
            sleeping = false;
            selector.wakeup();
        }
    }

    /** The sleeper looks for work between this and its sleep. */
    void beforeSleep() {
        sleeping = true;
        VarHandle.fullFence();
    }

    void afterSleep() {
        sleeping = false;
    }
}
