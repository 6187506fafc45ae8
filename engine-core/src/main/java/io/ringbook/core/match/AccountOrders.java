// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Order;
import java.util.Arrays;

/**
 * The live orders of each account in entry order, as lists through the orders themselves, so that a
 * mass cancel costs what it cancels and not what the book holds. Owned by one match shard.
 */
final class AccountOrders {
    /** By account id. */
    private Order[] first = new Order[16];

    private Order[] last = new Order[16];

    void reserve(int accountId) {
        if (accountId >= first.length) {
            int capacity = Math.max(accountId + 1, first.length * 2);
            first = Arrays.copyOf(first, capacity);
            last = Arrays.copyOf(last, capacity);
        }
    }

    /** Oldest live order of an account, or null. */
    Order first(int accountId) {
        return first[accountId];
    }

    /** Appends the newest order of its account. */
    void add(Order order) {
        Order before = last[order.accountId];
        assert before == null || before.orderId < order.orderId : "entry order";
        order.previousOfAccount = before;
        order.nextOfAccount = null;
        if (before == null) {
            first[order.accountId] = order;
        } else {
            before.nextOfAccount = order;
        }
        last[order.accountId] = order;
    }

    /** Empties the list of an account. */
    void forget(int accountId) {
        first[accountId] = null;
        last[accountId] = null;
    }

    void remove(Order order) {
        Order before = order.previousOfAccount;
        Order after = order.nextOfAccount;
        if (before == null) {
            first[order.accountId] = after;
        } else {
            before.nextOfAccount = after;
        }
        if (after == null) {
            last[order.accountId] = before;
        } else {
            after.previousOfAccount = before;
        }
        order.previousOfAccount = null;
        order.nextOfAccount = null;
    }
}
