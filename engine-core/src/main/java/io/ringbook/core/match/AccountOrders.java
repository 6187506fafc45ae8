// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Orders;
import io.ringbook.core.memory.LongRecords;
import java.util.Arrays;

/**
 * The live orders of each account in entry order, as lists through the orders' slots, so that a
 * mass cancel costs what it cancels and not what the book holds. Owned by one match shard.
 */
final class AccountOrders {
    private final OrderDetails details;

    /** Previous (high int) and next (low int) order of the account. */
    private final LongRecords links;

    /** By account id; 0 is none. */
    private int[] first = new int[16];

    private int[] last = new int[16];

    /**
     * @param expectedOrders orders for which memory is there from the beginning
     */
    AccountOrders(OrderDetails details, int expectedOrders) {
        this.details = details;
        links = new LongRecords(1, OrderDetails.MOST_SLOTS, expectedOrders);
    }

    void reserve(int accountId) {
        if (accountId >= first.length) {
            int capacity = Math.max(accountId + 1, first.length * 2);
            first = Arrays.copyOf(first, capacity);
            last = Arrays.copyOf(last, capacity);
        }
    }

    /** Oldest live order of an account, or {@link Orders#NONE}. */
    int first(int accountId) {
        return first[accountId];
    }

    /** The next younger live order of the same account, or {@link Orders#NONE}. */
    int next(int order) {
        return (int) links.get(order, 0);
    }

    /** Appends the newest order of its account. */
    void add(int order) {
        int accountId = details.accountId(order);
        int before = last[accountId];
        links.set(order, 0, (long) before << 32);
        if (before == Orders.NONE) {
            first[accountId] = order;
        } else {
            setNext(before, order);
        }
        last[accountId] = order;
    }

    void remove(int order) {
        int accountId = details.accountId(order);
        int before = (int) (links.get(order, 0) >>> 32);
        int after = next(order);
        if (before == Orders.NONE) {
            first[accountId] = after;
        } else {
            setNext(before, after);
        }
        if (after == Orders.NONE) {
            last[accountId] = before;
        } else {
            links.set(after, 0, ((long) before << 32) | next(after));
        }
    }

    private void setNext(int order, int next) {
        links.set(order, 0, (links.get(order, 0) & ~0xffff_ffffL) | next);
    }

    /** Forgets the orders of all accounts. */
    void clear() {
        Arrays.fill(first, Orders.NONE);
        Arrays.fill(last, Orders.NONE);
    }
}
