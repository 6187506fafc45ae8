// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

/**
 * The one thread that may touch an object, for assertions: {@code assert owner.isCurrent()}. The
 * first thread that asks becomes the owner; another one may follow when the owner has ended or has
 * handed over.
 *
 * <p>Without assertions nothing is asked, and nothing is kept. The field is plain on purpose: who
 * hands an object over makes sure of the order by what he hands it over with, and a wrong thread
 * that is seen late is a wrong thread all the same. Allocates nothing.
 */
public final class OwnerThread {
    private Thread owner;

    /** True if the object is the calling thread's. */
    public boolean isCurrent() {
        Thread current = Thread.currentThread();
        if (owner != current && (owner == null || !owner.isAlive())) {
            owner = current;
        }
        return owner == current;
    }

    /** The owner is done with the object: the next thread that asks becomes its owner. */
    public void handOver() {
        owner = null;
    }
}
