// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import io.ringbook.core.order.Side;

/**
 * The resting orders of one instrument.
 *
 * <p>Keeps: within a price, oldest first (rule 1.1); every resting order has leaves quantity. It
 * does not match; that the book is never crossed (rule 1.5) is the matcher's doing.
 *
 * <p>Prices in ticks, quantities in lots. Owned by one match shard, which is its only reader and
 * writer. Cost of each method: see {@link PriceLadder}; within a level O(1).
 */
public final class OrderBook {
    private final PriceLadder bids = new PriceLadder(true);
    private final PriceLadder asks = new PriceLadder(false);

    /** The levels of one side. */
    public PriceLadder ladder(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** Best level of a side, or null when it is empty. */
    public PriceLevel best(Side side) {
        return side == Side.BUY ? bids.best() : asks.best();
    }

    /** Puts an order at the back of the level of its limit price (rule 1.3). */
    public void add(Order order) {
        assert order.leavesQuantity > 0 : "nothing left to rest";
        ladder(order.side).findOrOpen(order.limitPrice).append(order);
    }

    /** Takes an order out of its level. */
    public void remove(Order order) {
        PriceLevel level = order.level;
        level.unlink(order);
        if (level.orderCount() == 0) {
            ladder(order.side).close(level);
        }
    }

    /**
     * Changes the leaves quantity of a resting order, which keeps its place (rules 1.2 and 3.2).
     *
     * @param leavesQuantity new leaves, lots, positive
     */
    public void changeLeaves(Order order, long leavesQuantity) {
        assert leavesQuantity > 0 : "an order without leaves does not rest";
        order.level.changeQuantity(leavesQuantity - order.leavesQuantity);
        order.leavesQuantity = leavesQuantity;
    }
}
