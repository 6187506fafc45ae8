// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

/**
 * Matching of new and replaced orders against the books of a shard. Best price first, oldest first,
 * at the resting order's price (rule 1.1), with self-trade prevention where a trade would have
 * happened (rule 4.2).
 *
 * <p>Speaks of orders by their slots and reports to one {@link TradeListener}; knows no accounts,
 * ids of clients or events. Cost linear in the orders met. Owned by one match shard.
 */
public final class Matcher {
    /** A step of a sweep reports at most two events, and one must be left for how it ends. */
    static final int PLACES_FOR_A_STEP = 4;

    /** What became of an order. */
    public enum Outcome {
        /** What is left of it rests, and {@link Orders#find} knows it. */
        RESTING,
        /** It has no leaves. */
        FILLED,
        /** It found no more and may not rest. */
        REMAINDER,
        /** It could not trade its minimum, and nothing happened (rules 2.4 and 2.7). */
        UNAVAILABLE,
        /** The listener has no room for more (rule 2.8). */
        NO_ROOM,
        /** Self-trade prevention (rule 4.1). */
        SELF_TRADE
    }

    private final Orders orders;
    private final PriceLevels levels;
    private final TradeListener listener;
    private final Availability availability;

    public Matcher(BookStore store, TradeListener listener) {
        this.orders = store.orders();
        this.levels = store.levels();
        this.listener = listener;
        this.availability = new Availability(store, listener);
    }

    /**
     * Takes a new order in. Unless it {@linkplain Outcome#RESTING rests}, its slot is the caller's
     * to release.
     *
     * @param limit worst acceptable price, and the one at which it rests; ticks
     * @param minimum lots that must trade at once, or none does; 0 for no such condition
     * @param mayRest false for IOC, FOK and market orders
     */
    public Outcome enter(OrderBook book, int order, long limit, long minimum, boolean mayRest) {
        if (minimum > 0 && !availability.covers(book, order, limit, minimum)) {
            return Outcome.UNAVAILABLE;
        }
        Outcome outcome = sweep(book, order, limit);
        if (outcome != Outcome.REMAINDER || !mayRest) {
            return outcome;
        }
        book.add(order, limit);
        orders.register(order);
        return Outcome.RESTING;
    }

    /** After {@link Outcome#UNAVAILABLE}: true if acceptable prices ended before the minimum. */
    public boolean stoppedByPrice() {
        return availability.stoppedByPrice();
    }

    /**
     * Takes an order in again that was {@linkplain OrderBook#remove removed} to be replaced, with
     * its new leaves and without its priority (rule 3.3). Unless it {@linkplain Outcome#RESTING
     * rests}, it is still registered, and both that and its slot are the caller's to end.
     *
     * @param limit its new price, ticks
     */
    public Outcome reenter(OrderBook book, int order, long limit) {
        Outcome outcome = sweep(book, order, limit);
        if (outcome != Outcome.REMAINDER) {
            return outcome;
        }
        book.add(order, limit);
        return Outcome.RESTING;
    }

    private Outcome sweep(OrderBook book, int taker, long limit) {
        PriceLadder ladder = book.opposite(taker);
        if (!ladder.isCrossedBy(limit)) {
            return Outcome.REMAINDER;
        }
        boolean grouped = orders.hasStpGroup(taker);
        long leaves = orders.leavesQuantity(taker);
        do {
            if (listener.room() < PLACES_FOR_A_STEP) {
                return Outcome.NO_ROOM;
            }
            int level = ladder.best();
            int maker = levels.first(level);
            if (grouped && orders.hasStpGroup(maker) && listener.isSelfTrade(taker, maker)) {
                if (listener.onSelfTrade(taker, maker)) {
                    return Outcome.SELF_TRADE;
                }
                leaves = orders.leavesQuantity(taker);
            } else {
                leaves = trade(ladder, level, taker, leaves, maker);
            }
            if (leaves == 0) {
                return Outcome.FILLED;
            }
        } while (ladder.isCrossedBy(limit));
        return Outcome.REMAINDER;
    }

    /** One trade; what is left of the taker. */
    private long trade(PriceLadder ladder, int level, int taker, long leaves, int maker) {
        long price = ladder.bestPrice();
        long makerLeaves = orders.leavesQuantity(maker);
        long lots = Math.min(leaves, makerLeaves);
        orders.setLeavesQuantity(taker, leaves - lots);
        if (lots < makerLeaves) {
            levels.changeQuantity(level, -lots);
            orders.setLeavesQuantity(maker, makerLeaves - lots);
            listener.onTrade(taker, maker, lots, price);
            return 0;
        }
        if (levels.unlink(level, maker) == 0) {
            ladder.close(level);
        }
        orders.setLeavesQuantity(maker, 0);
        orders.deregister(maker);
        listener.onTrade(taker, maker, lots, price);
        orders.release(maker);
        return leaves - lots;
    }
}
