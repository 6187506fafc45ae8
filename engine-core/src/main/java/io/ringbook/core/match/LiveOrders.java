// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.BookStore;
import io.ringbook.core.book.Orders;
import io.ringbook.core.instrument.Directory;

/**
 * Every live order of a shard by id, by account and by expiry, and which orders finished today
 * (rule 3.7). Owned by one match shard.
 */
final class LiveOrders {
    private final BookStore store;
    private final Orders orders;
    private final OrderDetails details;
    private final AccountOrders byAccount;
    private final ExpiryQueue byExpiry;
    private final FinishedOrders finished;
    private final Directory directory;

    LiveOrders(Directory directory, int expectedOrders, int expectedCommands) {
        this.directory = directory;
        finished = new FinishedOrders(expectedCommands);
        store = new BookStore(expectedOrders);
        orders = store.orders();
        details = new OrderDetails(orders, expectedOrders);
        byAccount = new AccountOrders(details, expectedOrders);
        byExpiry = new ExpiryQueue(orders, details);
    }

    BookStore store() {
        return store;
    }

    Orders orders() {
        return orders;
    }

    OrderDetails details() {
        return details;
    }

    AccountOrders byAccount() {
        return byAccount;
    }

    ExpiryQueue byExpiry() {
        return byExpiry;
    }

    FinishedOrders finished() {
        return finished;
    }

    int count() {
        return orders.registeredCount();
    }

    /** The live order with an id of ours, or {@link Orders#NONE}. */
    int find(long orderId) {
        return orders.find(orderId);
    }

    /** The firm of an order's account. */
    int firmId(int order) {
        return directory.account(details.accountId(order)).firmId();
    }

    /** A slot for an order that has just come in. */
    int take(long orderId, long leavesQuantity, int instrumentId, int terms) {
        finished.entered(orderId);
        return orders.take(orderId, leavesQuantity, instrumentId, terms);
    }

    /** A new order came to rest and was registered. */
    void registered(int order) {
        byAccount.add(order);
        if (details.expireNs(order) != 0) {
            byExpiry.add(order);
        }
    }

    /** The expiry of a live GTD order changes. */
    void changeExpiry(int order, long expireNs) {
        byExpiry.remove(order);
        details.setExpireNs(order, expireNs);
        byExpiry.add(order);
    }

    /** A live order finished and gives its slot back; it must be out of its book. */
    void leave(int order) {
        orders.deregister(order);
        deregistered(order);
        orders.release(order);
    }

    /** A live order finished and was deregistered. */
    void deregistered(int order) {
        byAccount.remove(order);
        if (details.expireNs(order) != 0) {
            byExpiry.remove(order);
        }
        finished.add(orders.orderId(order), firmId(order), orders.instrumentId(order));
    }

    /** An order that never rested finished and gives its slot back. */
    void finish(int order) {
        finished.add(orders.orderId(order), firmId(order), orders.instrumentId(order));
        orders.release(order);
    }

    /** Forgets everything; the books must not be used any more. */
    void clear() {
        store.clear();
        byAccount.clear();
        byExpiry.clear();
        finished.clear();
    }
}
