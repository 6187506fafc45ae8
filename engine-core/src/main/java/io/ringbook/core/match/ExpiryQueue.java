// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Orders;
import io.ringbook.core.memory.LongRecords;
import java.util.Arrays;

/**
 * Live GTD orders by expiry: a binary heap that knows each order's place, so that a canceled order
 * leaves in O(log n). Owned by one match shard.
 */
final class ExpiryQueue {
    private final Orders orders;
    private final OrderDetails details;

    /** Where an order stands in the heap. */
    private final LongRecords places = new LongRecords(1, OrderDetails.MOST_SLOTS, 0);

    private int[] heap = new int[64];
    private int count;

    ExpiryQueue(Orders orders, OrderDetails details) {
        this.orders = orders;
        this.details = details;
    }

    void add(int order) {
        if (count == heap.length) {
            heap = Arrays.copyOf(heap, count * 2);
        }
        place(order, count);
        siftUp(count++);
    }

    void remove(int order) {
        int hole = (int) places.get(order, 0);
        int last = heap[--count];
        if (last != order) {
            place(last, hole);
            siftUp(hole);
            siftDown((int) places.get(last, 0));
        }
    }

    void clear() {
        count = 0;
    }

    /**
     * Puts the ids of all orders due at a time into {@code candidates}; the heap stays as it is.
     */
    void collectDue(long timeNs, OrderIds candidates) {
        collectDue(0, timeNs, candidates);
    }

    private void collectDue(int index, long timeNs, OrderIds candidates) {
        // Depth of the recursion is the depth of the heap, at most 31.
        if (index < count && details.expireNs(heap[index]) <= timeNs) {
            candidates.add(orders.orderId(heap[index]));
            collectDue(2 * index + 1, timeNs, candidates);
            collectDue(2 * index + 2, timeNs, candidates);
        }
    }

    private void place(int order, int index) {
        heap[index] = order;
        places.set(order, 0, index);
    }

    private void siftUp(int from) {
        int index = from;
        int order = heap[index];
        while (index > 0) {
            int parent = (index - 1) >>> 1;
            if (details.expireNs(heap[parent]) <= details.expireNs(order)) {
                break;
            }
            place(heap[parent], index);
            index = parent;
        }
        place(order, index);
    }

    private void siftDown(int from) {
        int index = from;
        int order = heap[index];
        while (2 * index + 1 < count) {
            int child = 2 * index + 1;
            if (child + 1 < count
                    && details.expireNs(heap[child + 1]) < details.expireNs(heap[child])) {
                child++;
            }
            if (details.expireNs(order) <= details.expireNs(heap[child])) {
                break;
            }
            place(heap[child], index);
            index = child;
        }
        place(order, index);
    }
}
