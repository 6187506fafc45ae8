// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import java.util.Arrays;

/** A growing list of order ids. Owned by one match shard; others may read it while it waits. */
public final class OrderIds {
    private long[] ids = new long[256];
    private int count;

    void clear() {
        count = 0;
    }

    void add(long orderId) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, count * 2);
        }
        ids[count++] = orderId;
    }

    /** Sorts into entry order: an order id is the sequence that entered it. */
    void sort() {
        Arrays.sort(ids, 0, count);
    }

    /** Ids held. */
    public int count() {
        return count;
    }

    /** The id at a place. */
    public long get(int index) {
        return ids[index];
    }
}
