// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.memory.LongRecords;
import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * Which orders finished today, of which firm and for which instrument, so that a late cancel is
 * told from one of an unknown order (rule 3.7).
 *
 * <p>Order ids of the day rise, so theirs are kept in a row, eight bytes for each sequence of the
 * day: no hash, no growth that moves anything. Orders of earlier days are in a map. Memory is
 * bounded by the day's commands. Owned by one match shard.
 */
final class FinishedOrders {
    /** Commands of a day. */
    private static final int MOST = Integer.MAX_VALUE;

    private static final long NONE = 0;

    /** Finished orders of earlier days. */
    private final Long2LongHashMap earlier = new Long2LongHashMap(NONE);

    /** By order id less {@link #first}: firm (high int) and instrument (low int); 0 is none. */
    private final LongRecords today;

    /** The least order id that has its place in the row; until it is known, none has. */
    private long first = Long.MAX_VALUE;

    /** The largest order id in the row; below {@link #first} if there is none. */
    private long last;

    private long count;

    /**
     * @param expectedCommands commands of a day for which memory is there from the beginning
     */
    FinishedOrders(int expectedCommands) {
        today = new LongRecords(1, MOST, expectedCommands);
    }

    /** A new order comes in; ids rise, so all later ones are above it. */
    void entered(long orderId) {
        if (orderId < first) {
            first = orderId;
        }
    }

    /** An order finished. */
    void add(long orderId, int firmId, int instrumentId) {
        put(orderId, pack(firmId, instrumentId));
    }

    /** True if an order of this firm and instrument finished today. */
    boolean contains(long orderId, int firmId, int instrumentId) {
        return get(orderId) == pack(firmId, instrumentId);
    }

    /** Finished orders as pairs of id and {@linkplain #put what is kept}, by rising id. */
    long[][] sorted() {
        long[][] pairs = new long[Math.toIntExact(count)][];
        int filled = 0;
        for (Long2LongHashMap.EntryIterator each = earlier.entrySet().iterator();
                each.hasNext(); ) {
            each.next();
            pairs[filled++] = new long[] {each.getLongKey(), each.getLongValue()};
        }
        Arrays.sort(pairs, 0, filled, (a, b) -> Long.compare(a[0], b[0]));
        for (long orderId = first; orderId <= last; orderId++) {
            long kept = today.get((int) (orderId - first), 0);
            if (kept != NONE) {
                pairs[filled++] = new long[] {orderId, kept};
            }
        }
        return pairs;
    }

    /** Keeps an order with firm (high int) and instrument (low int), as {@link #sorted} gave it. */
    void put(long orderId, long firmAndInstrument) {
        count++;
        if (orderId < first) {
            earlier.put(orderId, firmAndInstrument);
            return;
        }
        if (orderId - first >= MOST) {
            throw new OutOfMemoryError("The commands of the day are at their limit, " + MOST + ".");
        }
        last = Math.max(last, orderId);
        today.set((int) (orderId - first), 0, firmAndInstrument);
    }

    /** Forgets all; the next order that enters is the first of its day. */
    void clear() {
        earlier.clear();
        if (last >= first) {
            today.clear((int) (last - first) + 1);
        }
        first = Long.MAX_VALUE;
        last = 0;
        count = 0;
    }

    private long get(long orderId) {
        if (orderId < first) {
            return earlier.get(orderId);
        }
        return orderId <= last ? today.get((int) (orderId - first), 0) : NONE;
    }

    private static long pack(int firmId, int instrumentId) {
        return ((long) firmId << 32) | instrumentId;
    }
}
