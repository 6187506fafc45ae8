// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.gateway.fault.Fault;

/**
 * How many commands are unanswered, at most a limit; senders wait for room. Any thread; one lock,
 * held for a few instructions.
 */
final class Window {
    private final int limit;
    private int count;
    private boolean ready;
    private String endReason;

    Window(int limit) {
        this.limit = limit;
    }

    /**
     * Takes a place.
     *
     * @param mayWait false to be refused in place of waiting
     * @throws Fault if the session is over
     * @throws IllegalStateException if it is full and must not be waited for
     */
    synchronized void enter(boolean mayWait) throws InterruptedException {
        while (count == limit && endReason == null) {
            if (!mayWait) {
                throw new IllegalStateException(
                        "a callback cannot wait for room: "
                                + limit
                                + " commands are unanswered already");
            }
            wait();
        }
        requireGoing();
        count++;
    }

    synchronized void leave() {
        count--;
        notifyAll();
    }

    /**
     * Waits until nothing is unanswered.
     *
     * @throws Fault if the session is over before that
     */
    synchronized void awaitEmpty() throws InterruptedException {
        while (count > 0 && endReason == null) {
            wait();
        }
        if (count > 0) {
            requireGoing();
        }
    }

    /**
     * Waits for the first login.
     *
     * @throws Fault if the session is over before that
     */
    synchronized void awaitReady() throws InterruptedException {
        while (!ready && endReason == null) {
            wait();
        }
        if (!ready) {
            requireGoing();
        }
    }

    synchronized void ready() {
        ready = true;
        notifyAll();
    }

    synchronized void end(String reason) {
        endReason = reason;
        notifyAll();
    }

    synchronized int count() {
        return count;
    }

    private void requireGoing() {
        if (endReason != null) {
            throw new Fault(endReason.isEmpty() ? "the client was closed" : endReason);
        }
    }
}
