// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Orders;
import io.ringbook.core.memory.LongRecords;
import io.ringbook.core.order.Command;

/**
 * What reports and later commands need of an order and matching does not; beside {@link Orders}, by
 * the order's slot, one cache line each:
 *
 * <pre>
 * word 0    orderQuantity, lots
 * word 1    preventedQuantity, lots
 * words 2,3 client order id, words 0 and 1
 * word 4    session id (high int) | client order id, word 2 (low int)
 * word 5    account id (high int) | self-trade prevention group (low int)
 * word 6    limit price, ticks
 * word 7    expiry of a GTD order, epoch ns; else 0
 * </pre>
 *
 * <p>The cumulative quantity follows (rule 4.3): {@code orderQuantity = cumQuantity +
 * preventedQuantity + leavesQuantity}. Owned by one match shard.
 */
final class OrderDetails {
    /** No order has a larger slot. */
    static final int MOST_SLOTS = 1 << 27;

    private static final int LENGTH = 8;
    private static final int PREVENTED = 1;
    private static final int CLIENT_ORDER_ID_0 = 2;
    private static final int CLIENT_ORDER_ID_1 = 3;
    private static final int SESSION_AND_WORD_2 = 4;
    private static final int ACCOUNT_AND_GROUP = 5;
    private static final int LIMIT_PRICE = 6;
    private static final int EXPIRE_NS = 7;

    private final Orders orders;
    private final LongRecords words;

    /**
     * @param expectedOrders orders for which memory is there from the beginning
     */
    OrderDetails(Orders orders, int expectedOrders) {
        this.orders = orders;
        words = new LongRecords(LENGTH, MOST_SLOTS, expectedOrders);
    }

    /** Starts with an order that was just taken; nothing of it is prevented yet. */
    void begin(
            int order,
            long orderQuantity,
            long limitPrice,
            int accountId,
            int stpGroup,
            long expireNs) {
        words.set(order, 0, orderQuantity);
        words.set(order, PREVENTED, 0);
        words.set(order, LIMIT_PRICE, limitPrice);
        words.set(order, ACCOUNT_AND_GROUP, ((long) accountId << 32) | (stpGroup & 0xffff_ffffL));
        words.set(order, EXPIRE_NS, expireNs);
    }

    /** The order belongs to the session of a command, and is called as the command is. */
    void setClientOrderId(int order, Command command) {
        setClientOrderId(
                order,
                command.sessionId,
                command.clientOrderId0,
                command.clientOrderId1,
                command.clientOrderId2);
    }

    /** The session that the order belongs to, and what it calls it. */
    void setClientOrderId(int order, int sessionId, long word0, long word1, int word2) {
        words.set(order, CLIENT_ORDER_ID_0, word0);
        words.set(order, CLIENT_ORDER_ID_1, word1);
        words.set(order, SESSION_AND_WORD_2, ((long) sessionId << 32) | (word2 & 0xffff_ffffL));
    }

    long orderQuantity(int order) {
        return words.get(order, 0);
    }

    void setOrderQuantity(int order, long lots) {
        words.set(order, 0, lots);
    }

    long preventedQuantity(int order) {
        return words.get(order, PREVENTED);
    }

    void setPreventedQuantity(int order, long lots) {
        words.set(order, PREVENTED, lots);
    }

    /** Traded so far, lots; of an order whose leaves have not been canceled. */
    long cumQuantity(int order) {
        return orderQuantity(order) - preventedQuantity(order) - orders.leavesQuantity(order);
    }

    long clientOrderId0(int order) {
        return words.get(order, CLIENT_ORDER_ID_0);
    }

    long clientOrderId1(int order) {
        return words.get(order, CLIENT_ORDER_ID_1);
    }

    int clientOrderId2(int order) {
        return (int) words.get(order, SESSION_AND_WORD_2);
    }

    int sessionId(int order) {
        return (int) (words.get(order, SESSION_AND_WORD_2) >>> 32);
    }

    int accountId(int order) {
        return (int) (words.get(order, ACCOUNT_AND_GROUP) >>> 32);
    }

    /** Self-trade prevention group of the firm; 0 is none. */
    int stpGroup(int order) {
        return (int) words.get(order, ACCOUNT_AND_GROUP);
    }

    /** 0 for a market order. */
    long limitPrice(int order) {
        return words.get(order, LIMIT_PRICE);
    }

    void setLimitPrice(int order, long ticks) {
        words.set(order, LIMIT_PRICE, ticks);
    }

    long expireNs(int order) {
        return words.get(order, EXPIRE_NS);
    }

    void setExpireNs(int order, long expireNs) {
        words.set(order, EXPIRE_NS, expireNs);
    }
}
