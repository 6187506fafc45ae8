// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Order;
import io.ringbook.core.book.OrderPool;
import java.util.Comparator;
import java.util.List;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Every live order of a shard by id, by account and by expiry, and which orders finished today
 * (rule 3.7). Owned by one match shard.
 */
final class LiveOrders {
    private static final long NOT_FINISHED = 0;

    private final OrderPool pool;
    private final Long2ObjectHashMap<Order> byId;
    private final AccountOrders byAccount = new AccountOrders();
    private final ExpiryQueue byExpiry = new ExpiryQueue();

    /** Order id to firm and instrument, packed; never 0. */
    private final Long2LongHashMap finishedToday;

    LiveOrders(int expectedOrders, int expectedIds) {
        pool = new OrderPool(Math.max(1, expectedOrders));
        byId = new Long2ObjectHashMap<>(Math.max(16, expectedOrders * 2), 0.6f, false);
        finishedToday = new Long2LongHashMap(Math.max(16, expectedIds * 2), 0.6f, NOT_FINISHED);
    }

    AccountOrders byAccount() {
        return byAccount;
    }

    ExpiryQueue byExpiry() {
        return byExpiry;
    }

    int count() {
        return byId.size();
    }

    /** Live orders by id; iteration order is not defined. */
    Iterable<Order> all() {
        return byId.values();
    }

    /** A blank order from the pool. */
    Order take() {
        return pool.take();
    }

    /** The live order with an id of ours, or null. */
    Order find(long orderId) {
        return byId.get(orderId);
    }

    /** True if an order of this firm and instrument finished today. */
    boolean isFinished(long orderId, int firmId, int instrumentId) {
        return finishedToday.get(orderId) == pack(firmId, instrumentId);
    }

    /** A new order came to rest. */
    void enter(Order order) {
        byId.put(order.orderId, order);
        byAccount.add(order);
        if (order.expireNs != 0) {
            byExpiry.add(order);
        }
    }

    /** The expiry of a live order changes. */
    void changeExpiry(Order order, long expireNs) {
        byExpiry.remove(order);
        order.expireNs = expireNs;
        byExpiry.add(order);
    }

    /** A live order finished and goes back to the pool; it must be out of its book. */
    void leave(Order order) {
        byId.remove(order.orderId);
        byAccount.remove(order);
        if (order.expiryIndex >= 0) {
            byExpiry.remove(order);
        }
        finish(order);
    }

    /** An order that never rested finished and goes back to the pool. */
    void finish(Order order) {
        finishedToday.put(order.orderId, pack(order.firmId, order.instrumentId));
        pool.release(order);
    }

    /** Loaded orders, from any market in any order, come to rest. */
    void enterAll(List<Order> loaded) {
        loaded.sort(Comparator.comparingLong(order -> order.orderId));
        loaded.forEach(this::enter);
    }

    /** Forgets everything; the orders themselves go with their books. */
    void clear() {
        for (Order order : byId.values()) {
            byAccount.forget(order.accountId);
        }
        byId.clear();
        byExpiry.clear();
        finishedToday.clear();
    }

    Long2LongHashMap finishedToday() {
        return finishedToday;
    }

    static long pack(int firmId, int instrumentId) {
        return ((long) firmId << 32) | instrumentId;
    }
}
