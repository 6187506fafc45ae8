// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Order;
import java.util.Arrays;

/**
 * Live GTD orders by expiry: a binary heap that knows each order's place, so that a canceled order
 * leaves in O(log n). Owned by one match shard.
 */
final class ExpiryQueue {
    private Order[] heap = new Order[64];
    private int count;

    void add(Order order) {
        if (count == heap.length) {
            heap = Arrays.copyOf(heap, count * 2);
        }
        place(order, count++);
        siftUp(order.expiryIndex);
    }

    void remove(Order order) {
        int hole = order.expiryIndex;
        order.expiryIndex = -1;
        Order last = heap[--count];
        heap[count] = null;
        if (last != order) {
            place(last, hole);
            siftUp(hole);
            siftDown(last.expiryIndex);
        }
    }

    void clear() {
        Arrays.fill(heap, 0, count, null);
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
        if (index < count && heap[index].expireNs <= timeNs) {
            candidates.add(heap[index].orderId);
            collectDue(2 * index + 1, timeNs, candidates);
            collectDue(2 * index + 2, timeNs, candidates);
        }
    }

    private void place(Order order, int index) {
        heap[index] = order;
        order.expiryIndex = index;
    }

    private void siftUp(int from) {
        int index = from;
        Order order = heap[index];
        while (index > 0) {
            int parent = (index - 1) >>> 1;
            if (heap[parent].expireNs <= order.expireNs) {
                break;
            }
            place(heap[parent], index);
            index = parent;
        }
        place(order, index);
    }

    private void siftDown(int from) {
        int index = from;
        Order order = heap[index];
        while (2 * index + 1 < count) {
            int child = 2 * index + 1;
            if (child + 1 < count && heap[child + 1].expireNs < heap[child].expireNs) {
                child++;
            }
            if (order.expireNs <= heap[child].expireNs) {
                break;
            }
            place(heap[child], index);
            index = child;
        }
        place(order, index);
    }
}
