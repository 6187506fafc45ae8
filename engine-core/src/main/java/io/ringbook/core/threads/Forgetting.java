// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.threads;

/**
 * A task that a thread forgets as it begins. A thread keeps its task for as long as anybody keeps
 * the thread, and libraries do so in tables of threads that are never cleared: Chronicle's thread
 * locals, the ring's check that there is one producer. A closed engine must not hang on those.
 */
public final class Forgetting implements Runnable {
    private Runnable task;

    /** Runs a task once. */
    public Forgetting(Runnable task) {
        this.task = task;
    }

    @Override
    public void run() {
        Runnable own = task;
        task = null;
        own.run();
    }
}
