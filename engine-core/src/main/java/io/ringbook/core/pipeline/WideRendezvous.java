// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.match.OrderIds;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Where the match threads meet for a wide command: each shows its candidates, waits for all,
 * computes the same share, and lets nobody go on to the next meeting before all have read.
 *
 * <p>Memory order: a thread's candidates are written before its {@code arrived} increment and read
 * by the others after they have seen the count; the same with {@code read} the other way round.
 */
final class WideRendezvous {
    private static final long WAIT_NS = 1_000;

    private final OrderIds[] candidates;
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final BooleanSupplier stopped;

    /**
     * @param stopped true once the engine has failed and nobody may wait any more
     */
    WideRendezvous(int shardCount, BooleanSupplier stopped) {
        this.candidates = new OrderIds[shardCount];
        this.stopped = stopped;
    }

    /**
     * Meets the other shards.
     *
     * @param meeting number of this meeting, from 0
     * @param share filled in; the same for every shard
     */
    void meet(int shard, long meeting, OrderIds mine, int maxOrders, WideShare share) {
        awaitCount(read, meeting * candidates.length);
        candidates[shard] = mine;
        arrived.incrementAndGet();
        awaitCount(arrived, (meeting + 1) * candidates.length);
        share.compute(candidates, maxOrders);
        read.incrementAndGet();
        awaitCount(read, (meeting + 1) * candidates.length);
    }

    private void awaitCount(AtomicLong counter, long count) {
        while (counter.get() < count) {
            if (stopped.getAsBoolean()) {
                throw new IllegalStateException("another stage has failed");
            }
            LockSupport.parkNanos(WAIT_NS);
        }
    }
}
