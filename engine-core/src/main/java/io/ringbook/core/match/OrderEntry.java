// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Order;
import io.ringbook.core.book.PriceLevel;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Directory;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.risk.NotionalLimit;
import io.ringbook.core.validate.Admission;

/**
 * New orders: the rest of admission (rules 6.6, 6.8, 6.9), then trading, then resting or going
 * (rules 1 and 2). Owned by one match shard.
 */
final class OrderEntry {
    private final Directory directory;
    private final LiveOrders live;
    private final AnsweredIds ids;
    private final Reports reports;
    private final Sweep sweep;
    private final Availability availability = new Availability();

    OrderEntry(
            Directory directory, LiveOrders live, AnsweredIds ids, Reports reports, Sweep sweep) {
        this.directory = directory;
        this.live = live;
        this.ids = ids;
        this.reports = reports;
        this.sweep = sweep;
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
        Order order = open(command, admission, side);
        if (command.hasClientOrderId()) {
            ids.answered(command, reports.accepted(order, market.instrument));
        } else {
            reports.accepted(order, market.instrument);
        }
        CancelReason cancel = unavailable(market, order, admission, limit, isMarket);
        if (cancel == null) {
            cancel = sweep.run(market, order, limit);
        }
        if (cancel == null && order.leavesQuantity > 0) {
            cancel = rest(market, order, isMarket);
        }
        if (cancel != null) {
            reports.canceled(order, market.instrument, cancel, order.leavesQuantity);
        }
        if (!order.isResting()) {
            live.finish(order);
        }
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
        PriceLevel best = market.book.best(side.opposite());
        return best != null && Sweep.crosses(side, limit, best.price());
    }

    private Order open(Command command, Admission admission, Side side) {
        Account account = directory.account(command.accountId);
        Order order = live.take();
        order.orderId = command.sequence;
        order.side = side;
        order.instrumentId = command.instrumentId;
        order.limitPrice = admission.limitPrice;
        order.orderQuantity = admission.quantity;
        order.leavesQuantity = admission.quantity;
        order.clientOrderId0 = command.clientOrderId0;
        order.clientOrderId1 = command.clientOrderId1;
        order.clientOrderId2 = command.clientOrderId2;
        order.sessionId = command.sessionId;
        order.accountId = command.accountId;
        order.firmId = account.firmId();
        order.stpGroup = command.stpGroup;
        order.stpMode = StpMode.of(command.stpMode);
        order.timeInForce = TimeInForce.of(command.tif);
        order.postOnly = (command.execInst & Command.POST_ONLY) != 0;
        order.persistent = (command.execInst & Command.PERSIST) != 0;
        order.expireNs = command.expireNs;
        return order;
    }

    /** Rules 2.4 and 2.7: why the whole order must go before it trades, or null. */
    private CancelReason unavailable(
            Market market, Order order, Admission admission, long limit, boolean isMarket) {
        boolean wholly =
                order.timeInForce == TimeInForce.FOK
                        || admission.minQuantity == order.orderQuantity;
        long wanted = wholly ? order.orderQuantity : admission.minQuantity;
        if (wanted == 0 || availability.covers(market, order, limit, wanted, reports.room())) {
            return null;
        }
        if (!wholly) {
            return CancelReason.MIN_QUANTITY;
        }
        return isMarket && availability.stoppedByPrice()
                ? CancelReason.COLLAR
                : CancelReason.FOK_UNFILLABLE;
    }

    /** What becomes of leaves that found nothing more: rests (null) or why it goes. */
    private CancelReason rest(Market market, Order order, boolean isMarket) {
        if (isMarket) {
            if (market.book.best(order.side.opposite()) != null) {
                return CancelReason.COLLAR;
            }
            return order.cumQuantity == 0 ? CancelReason.NO_LIQUIDITY : CancelReason.IOC_REMAINDER;
        }
        if (order.timeInForce == TimeInForce.IOC) {
            return CancelReason.IOC_REMAINDER;
        }
        market.book.add(order);
        live.enter(order);
        return null;
    }
}
