// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Order;
import io.ringbook.core.book.PriceLadder;
import io.ringbook.core.book.PriceLevel;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;

/**
 * How much an incoming order could trade at once: a walk over exactly the orders that a sweep would
 * meet, in order, with nothing changed (rules 2.4, 2.7, 4.4).
 *
 * <p>Cost linear in the orders met. Owned by one match shard.
 */
final class Availability {
    private boolean stoppedByPrice;

    /** True if the last walk ended at an order whose price was not acceptable. */
    boolean stoppedByPrice() {
        return stoppedByPrice;
    }

    /**
     * True if at least {@code wanted} lots would trade.
     *
     * @param limit worst acceptable price, ticks
     * @param room events that the sweep may still report
     */
    boolean covers(Market market, Order taker, long limit, long wanted, int room) {
        Side makerSide = taker.side.opposite();
        PriceLadder ladder = market.book.ladder(makerSide);
        long missing = wanted;
        int places = room;
        stoppedByPrice = false;
        for (PriceLevel level = ladder.best(); level != null; level = ladder.worse(level)) {
            if (!Sweep.crosses(taker.side, limit, level.price())) {
                stoppedByPrice = true;
                return false;
            }
            for (Order maker = level.first(); maker != null; maker = maker.nextInLevel()) {
                if (places < Sweep.PLACES_FOR_A_STEP) {
                    return false;
                }
                if (StpPolicy.applies(taker, maker)) {
                    if (taker.stpMode != StpMode.CANCEL_OLDEST) {
                        return false;
                    }
                    places--;
                    continue;
                }
                places -= 2;
                missing -= maker.leavesQuantity;
                if (missing <= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
