// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import io.ringbook.core.order.Side;
import java.util.function.IntConsumer;

/**
 * The resting orders of one instrument.
 *
 * <p>Keeps: within a price, oldest first (rule 1.1); every resting order has leaves quantity. It
 * does not match; that the book is never crossed (rule 1.5) is {@link Matcher}'s doing.
 *
 * <p>Prices in ticks, quantities in lots. Owned by one match shard, which is its only reader and
 * writer. Cost of each method: see {@link PriceLadder}; within a level O(1).
 */
public final class OrderBook {
    private final Orders orders;
    private final PriceLevels levels;

    /** Bids, asks. */
    private final PriceLadder[] ladders;

    public OrderBook(BookStore store) {
        orders = store.orders();
        levels = store.levels();
        ladders =
                new PriceLadder[] {
                    new PriceLadder(true, levels, store.nodes()),
                    new PriceLadder(false, levels, store.nodes())
                };
    }

    /** The orders of this book, among those of its shard's other books. */
    public Orders orders() {
        return orders;
    }

    /** The levels of this book, among those of its shard's other books. */
    public PriceLevels levels() {
        return levels;
    }

    /** The levels of one side. */
    public PriceLadder ladder(Side side) {
        return ladders[side == Side.BUY ? 0 : 1];
    }

    /** The levels that an order would trade with. */
    PriceLadder opposite(int order) {
        return ladders[1 - orders.sideIndex(order)];
    }

    /** Best level of a side, or {@link PriceLevels#NONE} when it is empty. */
    public int best(Side side) {
        return ladder(side).best();
    }

    /** Words that keeping the order of its prices has moved so far. */
    long movedWords() {
        return ladders[0].movedWords() + ladders[1].movedWords();
    }

    /** Puts an order at the back of the level of a price (rule 1.3). */
    public void add(int order, long price) {
        assert orders.leavesQuantity(order) > 0 : "nothing left to rest";
        levels.append(ladders[orders.sideIndex(order)].findOrOpen(price), order);
    }

    /** Takes an order out of its level. */
    public void remove(int order) {
        int level = orders.level(order);
        if (levels.unlink(level, order) == 0) {
            ladders[orders.sideIndex(order)].close(level);
        }
    }

    /**
     * Changes the leaves quantity of a resting order, which keeps its place (rules 1.2 and 3.2).
     *
     * @param leavesQuantity new leaves, lots, positive
     */
    public void changeLeaves(int order, long leavesQuantity) {
        assert leavesQuantity > 0 : "an order without leaves does not rest";
        levels.changeQuantity(orders.level(order), leavesQuantity - orders.leavesQuantity(order));
        orders.setLeavesQuantity(order, leavesQuantity);
    }

    /** Shows the resting orders of one side by priority; nothing may change meanwhile. */
    public void forEach(Side side, IntConsumer visitor) {
        PriceLadder ladder = ladder(side);
        for (int level = ladder.best(); level != PriceLevels.NONE; level = ladder.worse(level)) {
            for (int order = levels.first(level);
                    order != Orders.NONE;
                    order = orders.nextInLevel(order)) {
                visitor.accept(order);
            }
        }
    }
}
