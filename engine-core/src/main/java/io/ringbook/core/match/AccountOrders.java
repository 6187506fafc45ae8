// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Orders;
import java.util.Arrays;

/**
 * The live orders of each account in entry order, as lists through the orders' slots, so that a
 * mass cancel costs what it cancels and not what the book holds. Owned by one match shard.
 */
final class AccountOrders {
    private final OrderDetails details;

    /** Previous (high int) and next (low int) order of the account. */
    private final SlotLongs links = new SlotLongs(0);

    /** By account id; 0 is none. */
    private int[] first = new int[16];

    private int[] last = new int[16];

    AccountOrders(OrderDetails details) {
        this.details = details;
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
        return links.low(order, 0);
    }

    /** Appends the newest order of its account. */
    void add(int order) {
        int accountId = details.accountId(order);
        int before = last[accountId];
        links.reserve(order);
        links.set(order, 0, (long) before << 32);
        if (before == Orders.NONE) {
            first[accountId] = order;
        } else {
            links.setLow(before, 0, order);
        }
        last[accountId] = order;
    }

    void remove(int order) {
        int accountId = details.accountId(order);
        int before = links.high(order, 0);
        int after = links.low(order, 0);
        if (before == Orders.NONE) {
            first[accountId] = after;
        } else {
            links.setLow(before, 0, after);
        }
        if (after == Orders.NONE) {
            last[accountId] = before;
        } else {
            links.setHigh(after, 0, before);
        }
    }

    /** Forgets the orders of all accounts. */
    void clear() {
        Arrays.fill(first, Orders.NONE);
        Arrays.fill(last, Orders.NONE);
    }
}
