// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Matcher;
import io.ringbook.core.book.Orders;
import io.ringbook.core.book.PriceLevels;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.risk.NotionalLimit;
import io.ringbook.core.validate.Admission;

/**
 * New orders: the rest of admission (rules 6.6, 6.8, 6.9), then trading, then resting or going
 * (rules 1 and 2). Owned by one match shard.
 */
final class OrderEntry {
    private final LiveOrders live;
    private final Orders orders;
    private final OrderDetails details;
    private final AnsweredIds ids;
    private final Reports reports;
    private final Trading trading;

    OrderEntry(LiveOrders live, AnsweredIds ids, Reports reports, Trading trading) {
        this.live = live;
        this.orders = live.orders();
        this.details = live.details();
        this.ids = ids;
        this.reports = reports;
        this.trading = trading;
    }

    /** Takes a new order that validate let pass. */
    void enter(Market market, Command command, Admission admission) {
        Side side = Side.of(command.side);
        boolean isMarket = command.type == OrderType.MARKET.code();
        boolean bounded = !isMarket || market.hasCollar(side);
        long limit;
        if (!isMarket) {
            limit = admission.limitPrice;
        } else if (bounded) {
            limit = market.collar(side);
        } else {
            limit = side == Side.BUY ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        RejectReason reason = admit(market, command, side, limit, isMarket, bounded);
        if (reason != null) {
            reject(command, reason);
            return;
        }
        int order = open(command, admission);
        if (command.hasClientOrderId()) {
            ids.answered(command, reports.accepted(order, market.instrument));
        } else {
            reports.accepted(order, market.instrument);
        }
        Matcher.Outcome outcome =
                trading.in(market)
                        .enter(
                                market.book,
                                order,
                                limit,
                                minimum(order, admission),
                                !isMarket && orders.timeInForce(order) != TimeInForce.IOC);
        if (outcome == Matcher.Outcome.RESTING) {
            live.registered(order);
            return;
        }
        if (outcome != Matcher.Outcome.FILLED) {
            reports.canceled(
                    order,
                    market.instrument,
                    reasonFor(outcome, market, order, admission, isMarket),
                    orders.leavesQuantity(order));
        }
        live.finish(order);
    }

    /** Refuses a new order. */
    void reject(Command command, RejectReason reason) {
        if (command.hasClientOrderId() && usesId(reason)) {
            ids.answered(command, reports.rejected(command, reason));
        } else {
            reports.rejected(command, reason);
        }
    }

    /** True if a command refused for this reason has used its client order id (rule 6.2). */
    static boolean usesId(RejectReason reason) {
        return switch (reason) {
            case THROTTLED, DUPLICATE_CLIENT_ORDER_ID, ID_LIMIT -> false;
            default -> true;
        };
    }

    private static RejectReason admit(
            Market market,
            Command command,
            Side side,
            long limit,
            boolean isMarket,
            boolean bounded) {
        if (!isMarket && !market.isInBand(limit)) {
            return RejectReason.PRICE_BAND;
        }
        if (bounded && isNotionalExceeded(market.instrument, limit, command.quantity)) {
            return RejectReason.NOTIONAL_LIMIT;
        }
        boolean postOnly = (command.execInst & Command.POST_ONLY) != 0;
        if (postOnly && wouldTake(market, side, limit)) {
            return RejectReason.POST_ONLY_WOULD_TAKE;
        }
        return null;
    }

    /** Rule 6.8; price in ticks, quantity a mantissa. */
    static boolean isNotionalExceeded(Instrument instrument, long price, long quantity) {
        return instrument.hasMaxNotional()
                && NotionalLimit.isExceeded(
                        price * instrument.tickSize(),
                        quantity,
                        instrument.maxNotionalHigh(),
                        instrument.maxNotionalLow());
    }

    /** Rule 2.5. */
    static boolean wouldTake(Market market, Side side, long limit) {
        return market.book.ladder(side.opposite()).isCrossedBy(limit);
    }

    private int open(Command command, Admission admission) {
        int terms = Orders.terms(command.side, command.stpMode, command.tif, command.execInst);
        int order = live.take(command.sequence, admission.quantity, command.instrumentId, terms);
        details.begin(
                order,
                admission.quantity,
                admission.limitPrice,
                command.accountId,
                command.stpGroup,
                command.expireNs);
        details.setClientOrderId(order, command);
        return order;
    }

    /** Lots that must trade at once (rules 2.4 and 2.7), or 0. */
    private long minimum(int order, Admission admission) {
        return orders.timeInForce(order) == TimeInForce.FOK
                ? admission.quantity
                : admission.minQuantity;
    }

    /** Why what is left of an order that does not rest goes. */
    private CancelReason reasonFor(
            Matcher.Outcome outcome,
            Market market,
            int order,
            Admission admission,
            boolean isMarket) {
        return switch (outcome) {
            case UNAVAILABLE -> unavailable(market, order, admission, isMarket);
            case NO_ROOM -> CancelReason.SWEEP_LIMIT;
            case SELF_TRADE -> CancelReason.SELF_TRADE;
            case REMAINDER -> remainder(market, order, isMarket);
            default -> throw new IllegalStateException(outcome + " leaves nothing");
        };
    }

    private CancelReason unavailable(
            Market market, int order, Admission admission, boolean isMarket) {
        if (minimum(order, admission) < details.orderQuantity(order)) {
            return CancelReason.MIN_QUANTITY;
        }
        return isMarket && trading.in(market).stoppedByPrice()
                ? CancelReason.COLLAR
                : CancelReason.FOK_UNFILLABLE;
    }

    private CancelReason remainder(Market market, int order, boolean isMarket) {
        if (!isMarket) {
            return CancelReason.IOC_REMAINDER;
        }
        if (market.book.best(orders.side(order).opposite()) != PriceLevels.NONE) {
            return CancelReason.COLLAR;
        }
        return details.cumQuantity(order) == 0
                ? CancelReason.NO_LIQUIDITY
                : CancelReason.IOC_REMAINDER;
    }
}
