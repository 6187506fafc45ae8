// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Order;
import io.ringbook.core.book.PriceLevel;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Side;

/**
 * Trades an incoming order against the book: best price first, oldest first, at the resting order's
 * price (rule 1.1), with self-trade prevention where a trade would have happened (rule 4.2).
 *
 * <p>The incoming order is not in the book while this runs. Cost linear in the orders met; bounded
 * by the events of a record (rule 2.8). Owned by one match shard.
 */
final class Sweep {
    /** A step reports at most two events, and one must be left for how the sweep ends. */
    static final int PLACES_FOR_A_STEP = 4;

    private final LiveOrders live;
    private final Reports reports;

    Sweep(LiveOrders live, Reports reports) {
        this.live = live;
        this.reports = reports;
    }

    /** True if an order with this limit may trade at a price. Ticks. */
    static boolean crosses(Side side, long limit, long price) {
        return side == Side.BUY ? price <= limit : price >= limit;
    }

    /**
     * Trades until the order is filled, nothing acceptable is left, or a rule stops it.
     *
     * @param limit worst acceptable price, ticks
     * @return why the order must go with what is left of it, which may be nothing after a
     *     decrement; null if no rule says so
     */
    CancelReason run(Market market, Order taker, long limit) {
        Side makerSide = taker.side.opposite();
        while (taker.leavesQuantity > 0) {
            PriceLevel level = market.book.best(makerSide);
            if (level == null || !crosses(taker.side, limit, level.price())) {
                return null;
            }
            if (reports.room() < PLACES_FOR_A_STEP) {
                return CancelReason.SWEEP_LIMIT;
            }
            Order maker = level.first();
            if (StpPolicy.applies(taker, maker)) {
                if (preventsRest(market, taker, maker)) {
                    return CancelReason.SELF_TRADE;
                }
            } else {
                trade(market, taker, maker);
            }
        }
        return null;
    }

    private void trade(Market market, Order taker, Order maker) {
        long lots = Math.min(taker.leavesQuantity, maker.leavesQuantity);
        long price = maker.limitPrice;
        boolean makerFilled = lots == maker.leavesQuantity;
        if (makerFilled) {
            market.book.remove(maker);
            maker.leavesQuantity = 0;
        } else {
            market.book.changeLeaves(maker, maker.leavesQuantity - lots);
        }
        maker.cumQuantity += lots;
        taker.leavesQuantity -= lots;
        taker.cumQuantity += lots;
        reports.executed(taker, maker, market.instrument, lots, market.nextMatchNumber());
        market.traded(price);
        if (makerFilled) {
            live.leave(maker);
        }
    }

    /** Rule 4.1; true if the rest of the taker must go. */
    private boolean preventsRest(Market market, Order taker, Order maker) {
        return switch (taker.stpMode) {
            case CANCEL_NEWEST -> true;
            case CANCEL_OLDEST -> {
                cancel(market, maker);
                yield false;
            }
            case CANCEL_BOTH -> {
                cancel(market, maker);
                yield true;
            }
            case DECREMENT -> {
                decrement(market, taker, maker);
                yield taker.leavesQuantity == 0;
            }
        };
    }

    private void cancel(Market market, Order maker) {
        market.book.remove(maker);
        reports.canceled(maker, market.instrument, CancelReason.SELF_TRADE, maker.leavesQuantity);
        live.leave(maker);
    }

    /** Both lose the smaller leaves; the resting order is reported before the taker. */
    private void decrement(Market market, Order taker, Order maker) {
        long lots = Math.min(taker.leavesQuantity, maker.leavesQuantity);
        maker.preventedQuantity += lots;
        if (lots == maker.leavesQuantity) {
            market.book.remove(maker);
            maker.leavesQuantity = 0;
            reports.canceled(maker, market.instrument, CancelReason.SELF_TRADE, 0);
            live.leave(maker);
        } else {
            market.book.changeLeaves(maker, maker.leavesQuantity - lots);
            reports.restated(maker, market.instrument, lots);
        }
        taker.leavesQuantity -= lots;
        taker.preventedQuantity += lots;
        if (taker.leavesQuantity > 0) {
            reports.restated(taker, market.instrument, lots);
        }
    }
}
