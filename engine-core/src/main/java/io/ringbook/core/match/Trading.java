// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Matcher;
import io.ringbook.core.book.Orders;
import io.ringbook.core.book.TradeListener;
import io.ringbook.core.order.CancelReason;

/**
 * What a sweep means for orders, reports and the market: trades are reported and numbered, filled
 * orders finish, orders of one firm and group are kept from trading (rules 1.6 and 4). Owned by one
 * match shard.
 */
final class Trading implements TradeListener {
    private final LiveOrders live;
    private final Orders orders;
    private final OrderDetails details;
    private final Reports reports;
    private final Matcher matcher;

    /** Of the command that is carried out. */
    private Market market;

    Trading(LiveOrders live, Reports reports) {
        this.live = live;
        this.orders = live.orders();
        this.details = live.details();
        this.reports = reports;
        this.matcher = new Matcher(live.store(), this);
    }

    /** The matcher, with its trades told for this market. */
    Matcher in(Market of) {
        market = of;
        return matcher;
    }

    @Override
    public int room() {
        return reports.room();
    }

    @Override
    public void onTrade(int taker, int maker, long lots, long price) {
        reports.executed(taker, maker, market.instrument, lots, price, market.nextMatchNumber());
        market.traded(price);
        if (orders.leavesQuantity(maker) == 0) {
            live.deregistered(maker);
        }
    }

    @Override
    public boolean isSelfTrade(int taker, int maker) {
        return details.stpGroup(taker) == details.stpGroup(maker)
                && live.firmId(taker) == live.firmId(maker);
    }

    @Override
    public boolean onSelfTrade(int taker, int maker) {
        return switch (orders.stpMode(taker)) {
            case CANCEL_NEWEST -> true;
            case CANCEL_OLDEST -> {
                cancel(maker);
                yield false;
            }
            case CANCEL_BOTH -> {
                cancel(maker);
                yield true;
            }
            case DECREMENT -> {
                decrement(taker, maker);
                yield orders.leavesQuantity(taker) == 0;
            }
        };
    }

    private void cancel(int maker) {
        market.book.remove(maker);
        reports.canceled(
                maker, market.instrument, CancelReason.SELF_TRADE, orders.leavesQuantity(maker));
        live.leave(maker);
    }

    /** Both lose the smaller leaves; the resting order is reported before the taker. */
    private void decrement(int taker, int maker) {
        long takerLeaves = orders.leavesQuantity(taker);
        long makerLeaves = orders.leavesQuantity(maker);
        long lots = Math.min(takerLeaves, makerLeaves);
        details.setPreventedQuantity(maker, details.preventedQuantity(maker) + lots);
        if (lots == makerLeaves) {
            market.book.remove(maker);
            orders.setLeavesQuantity(maker, 0);
            reports.canceled(maker, market.instrument, CancelReason.SELF_TRADE, 0);
            live.leave(maker);
        } else {
            market.book.changeLeaves(maker, makerLeaves - lots);
            reports.restated(maker, market.instrument, lots);
        }
        orders.setLeavesQuantity(taker, takerLeaves - lots);
        details.setPreventedQuantity(taker, details.preventedQuantity(taker) + lots);
        if (takerLeaves > lots) {
            reports.restated(taker, market.instrument, lots);
        }
    }
}
