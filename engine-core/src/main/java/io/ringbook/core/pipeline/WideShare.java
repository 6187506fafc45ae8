// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.match.OrderIds;
import java.util.Arrays;

/**
 * How far a wide command goes in one record: up to which order id, over all shards, so that the
 * record holds the oldest orders and no more than its bound (rule 2.8). Each thread that needs it
 * computes it for itself from the same candidates.
 */
final class WideShare {
    private final int[] next;
    private long lastOrderId;
    private long gone;
    private boolean complete;

    WideShare(int shardCount) {
        next = new int[shardCount];
    }

    /**
     * Computes the share.
     *
     * @param candidates of each shard, in entry order
     * @param maxOrders most orders that the record has room for
     */
    void compute(OrderIds[] candidates, int maxOrders) {
        long total = 0;
        for (OrderIds ids : candidates) {
            total += ids.count();
        }
        complete = total <= maxOrders;
        gone = Math.min(total, maxOrders);
        lastOrderId = complete ? Long.MAX_VALUE : orderAt(candidates, maxOrders);
    }

    /** Orders up to and including this one go. */
    long lastOrderId() {
        return lastOrderId;
    }

    /** Orders that go. */
    long gone() {
        return gone;
    }

    /** True if none stays for a CONTINUE. */
    boolean isComplete() {
        return complete;
    }

    /** The {@code rank}-th smallest id of all, by merging. */
    private long orderAt(OrderIds[] candidates, int rank) {
        Arrays.fill(next, 0);
        long orderId = 0;
        for (int i = 0; i < rank; i++) {
            int least = -1;
            for (int shard = 0; shard < candidates.length; shard++) {
                if (next[shard] < candidates[shard].count()
                        && (least < 0
                                || candidates[shard].get(next[shard])
                                        < candidates[least].get(next[least]))) {
                    least = shard;
                }
            }
            orderId = candidates[least].get(next[least]++);
        }
        return orderId;
    }
}
