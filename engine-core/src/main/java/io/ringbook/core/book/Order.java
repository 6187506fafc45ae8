// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;

/**
 * One live order, resting or just arriving. Pooled: taken from and returned to an {@link
 * OrderPool}; read everything before returning it.
 *
 * <p>Invariant (rule 4.3): {@code orderQuantity = cumQuantity + preventedQuantity +
 * leavesQuantity}, and what was canceled when it has gone.
 *
 * <p>Prices in ticks, quantities in lots. Owned by one match shard.
 */
public final class Order {
    /** Our order id: the sequence of the command that entered it. */
    public long orderId;

    public long leavesQuantity;
    public long limitPrice;
    public Side side;
    public int instrumentId;

    /** Neighbours in the level, oldest first; also the link of the pool's free list. */
    Order previousInLevel;

    Order nextInLevel;
    PriceLevel level;

    public long orderQuantity;
    public long cumQuantity;
    public long preventedQuantity;
    public long clientOrderId0;
    public long clientOrderId1;
    public int clientOrderId2;
    public int sessionId;
    public int accountId;
    public int firmId;
    public int stpGroup;

    /** Null without a group. */
    public StpMode stpMode;

    public TimeInForce timeInForce;
    public boolean postOnly;

    /** Stays when its session is cut off (rule 7.1). */
    public boolean persistent;

    /** Expiry of a GTD order, epoch nanoseconds; else 0. */
    public long expireNs;

    /** Neighbours among the account's live orders, in entry order. */
    public Order previousOfAccount;

    public Order nextOfAccount;

    /** Place in the expiry heap; -1 when not in it. */
    public int expiryIndex = -1;

    Order() {}

    /** The order behind this one in its level, or null. */
    public Order nextInLevel() {
        return nextInLevel;
    }

    /** True while the order stands in a level of a book. */
    public boolean isResting() {
        return level != null;
    }

    void clear() {
        orderId = 0;
        leavesQuantity = 0;
        limitPrice = 0;
        side = null;
        instrumentId = 0;
        previousInLevel = null;
        nextInLevel = null;
        level = null;
        orderQuantity = 0;
        cumQuantity = 0;
        preventedQuantity = 0;
        clientOrderId0 = 0;
        clientOrderId1 = 0;
        clientOrderId2 = 0;
        sessionId = 0;
        accountId = 0;
        firmId = 0;
        stpGroup = 0;
        stpMode = null;
        timeInForce = null;
        postOnly = false;
        persistent = false;
        expireNs = 0;
        previousOfAccount = null;
        nextOfAccount = null;
        expiryIndex = -1;
    }
}
