// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import io.ringbook.core.order.StpMode;

/**
 * How much an incoming order could trade at once: a walk over exactly the orders that a sweep would
 * meet, in order, with nothing changed (rules 2.4, 2.7, 4.4).
 *
 * <p>Cost linear in the orders met. Owned by one match shard.
 */
final class Availability {
    private final Orders orders;
    private final PriceLevels levels;
    private final TradeListener listener;
    private boolean stoppedByPrice;

    Availability(BookStore store, TradeListener listener) {
        this.orders = store.orders();
        this.levels = store.levels();
        this.listener = listener;
    }

    /** True if the last walk ended at an order whose price was not acceptable. */
    boolean stoppedByPrice() {
        return stoppedByPrice;
    }

    /**
     * True if at least {@code wanted} lots would trade.
     *
     * @param limit worst acceptable price, ticks
     */
    boolean covers(OrderBook book, int taker, long limit, long wanted) {
        PriceLadder ladder = book.opposite(taker);
        boolean grouped = orders.hasStpGroup(taker);
        boolean passesOwn = orders.stpMode(taker) == StpMode.CANCEL_OLDEST;
        long missing = wanted;
        int places = listener.room();
        stoppedByPrice = false;
        for (int level = ladder.best(); level != PriceLevels.NONE; level = ladder.worse(level)) {
            if (!ladder.isCrossed(levels.price(level), limit)) {
                stoppedByPrice = true;
                return false;
            }
            for (int maker = levels.first(level);
                    maker != Orders.NONE;
                    maker = orders.nextInLevel(maker)) {
                if (places < Matcher.PLACES_FOR_A_STEP) {
                    return false;
                }
                if (grouped && orders.hasStpGroup(maker) && listener.isSelfTrade(taker, maker)) {
                    if (!passesOwn) {
                        return false;
                    }
                    places--;
                    continue;
                }
                places -= 2;
                missing -= orders.leavesQuantity(maker);
                if (missing <= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
