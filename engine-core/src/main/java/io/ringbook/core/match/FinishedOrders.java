// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import java.util.Arrays;
import org.agrona.collections.Long2LongHashMap;

/**
 * Which orders finished today, of which firm and for which instrument, so that a late cancel is
 * told from one of an unknown order (rule 3.7).
 *
 * <p>Order ids of the day rise, so theirs are kept in a row of pages, eight bytes for each sequence
 * of the day: no hash, no growth that moves anything. Orders of earlier days are in a map. Memory
 * is bounded by the day's commands. Owned by one match shard.
 */
final class FinishedOrders {
    private static final int PAGE_BITS = 12;
    private static final int PAGE_LENGTH = 1 << PAGE_BITS;
    private static final long NONE = 0;

    /** Finished orders of earlier days. */
    private final Long2LongHashMap earlier = new Long2LongHashMap(NONE);

    /** By order id less {@link #first}: firm (high int) and instrument (low int); 0 is none. */
    private long[][] pages;

    /** The least order id that has its place in a page; until it is known, none has. */
    private long first = Long.MAX_VALUE;

    private long count;

    /**
     * @param expectedCommands commands of a day for which nothing is allocated later
     */
    FinishedOrders(int expectedCommands) {
        pages = new long[expectedCommands / PAGE_LENGTH + 1][PAGE_LENGTH];
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
        for (int page = 0; page < pages.length; page++) {
            for (int i = 0; pages[page] != null && i < PAGE_LENGTH; i++) {
                if (pages[page][i] != NONE) {
                    long orderId = first + ((long) page << PAGE_BITS) + i;
                    pairs[filled++] = new long[] {orderId, pages[page][i]};
                }
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
        int page = Math.toIntExact((orderId - first) >>> PAGE_BITS);
        if (page >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
        }
        if (pages[page] == null) {
            pages[page] = new long[PAGE_LENGTH];
        }
        pages[page][(int) (orderId - first) & (PAGE_LENGTH - 1)] = firmAndInstrument;
    }

    /** Forgets all; the next order that enters is the first of its day. */
    void clear() {
        earlier.clear();
        for (long[] page : pages) {
            if (page != null) {
                Arrays.fill(page, NONE);
            }
        }
        first = Long.MAX_VALUE;
        count = 0;
    }

    private long get(long orderId) {
        if (orderId < first) {
            return earlier.get(orderId);
        }
        long page = (orderId - first) >>> PAGE_BITS;
        return page < pages.length && pages[(int) page] != null
                ? pages[(int) page][(int) (orderId - first) & (PAGE_LENGTH - 1)]
                : NONE;
    }

    private static long pack(int firmId, int instrumentId) {
        return ((long) firmId << 32) | instrumentId;
    }
}
