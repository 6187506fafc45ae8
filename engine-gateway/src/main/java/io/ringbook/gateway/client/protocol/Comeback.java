// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import java.util.concurrent.TimeUnit;

/**
 * When a client that was cut, or refused, tries again: at once, then after waits that double up to
 * two seconds, until its patience ends. Both begin anew only when the session has moved on, so that
 * a server which takes the login and cuts at once is not asked for ever. One thread, the client's.
 */
final class Comeback {
    private static final long FIRST_WAIT_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_WAIT_NS = TimeUnit.SECONDS.toNanos(2);

    private final long patienceNs;
    private boolean failing;
    private long failingSinceNs;
    private long readySinceNs;
    private long waitNs;
    private long nextTryNs;

    Comeback(long patienceNs, long nowNs) {
        this.patienceNs = patienceNs;
        this.nextTryNs = nowNs;
        this.readySinceNs = nowNs;
    }

    void failed(long nowNs) {
        if (!failing) {
            failing = true;
            failingSinceNs = nowNs;
            waitNs = 0;
        } else {
            waitNs = Math.min(LONGEST_WAIT_NS, Math.max(FIRST_WAIT_NS, 2 * waitNs));
        }
        nextTryNs = nowNs + waitNs;
    }

    void ready(long nowNs) {
        readySinceNs = nowNs;
    }

    /** The session has moved on. */
    void succeeded() {
        failing = false;
    }

    /** True if it failed last. */
    boolean isFailing() {
        return failing;
    }

    boolean isGivenUp(long nowNs) {
        return failing && nowNs - failingSinceNs > patienceNs;
    }

    long nextTryNs() {
        return nextTryNs;
    }

    long readySinceNs() {
        return readySinceNs;
    }
}
