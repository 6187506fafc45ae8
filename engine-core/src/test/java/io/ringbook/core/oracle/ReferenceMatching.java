// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.TimeInForce;
import java.math.BigDecimal;

/** New, replace, reduce and cancel of one order: rules 2, 3, 6.6, 6.8 and 6.9. */
final class ReferenceMatching {
    private final ReferenceState state;
    private final ReferenceEvents events;
    private final ReferenceSweep sweep;

    ReferenceMatching(ReferenceState state, ReferenceEvents events) {
        this.state = state;
        this.events = events;
        this.sweep = new ReferenceSweep(state, events);
    }

    void newOrder(Command command) {
        ReferenceBook book = state.books.get(command.instrumentId);
        ReferenceOrder order = new ReferenceOrder(command, state.accounts.get(command.accountId));
        RejectReason refusal = checkNew(command, order, book);
        if (refusal != null) {
            events.refused(command, refusal);
            return;
        }
        BigDecimal collar =
                order.type == OrderType.MARKET ? ReferenceBand.collar(book, order.side) : null;
        state.enter(order);
        events.accepted(order);
        CancelReason unavailable = checkAvailable(order, book, collar);
        if (unavailable != null) {
            finish(order, unavailable, ClientId.NONE);
            return;
        }
        match(order, book, collar, command.sequence);
    }

    private static RejectReason checkNew(
            Command command, ReferenceOrder order, ReferenceBook book) {
        boolean limit = order.type == OrderType.LIMIT;
        if (limit && ReferenceBand.isOutside(book, order.price)) {
            return RejectReason.PRICE_BAND;
        }
        if (ReferenceBand.exceedsNotional(book, command, order.type)) {
            return RejectReason.NOTIONAL_LIMIT;
        }
        if (order.postOnly && ReferenceSweep.wouldTrade(book, order.side, order.price)) {
            return RejectReason.POST_ONLY_WOULD_TAKE;
        }
        return null;
    }

    /** Rules 2.4 and 2.7; null if the order may go on. */
    private CancelReason checkAvailable(
            ReferenceOrder order, ReferenceBook book, BigDecimal collar) {
        if (order.mustFillWhole()) {
            return switch (sweep.look(order, book, collar, order.orderQuantity)) {
                case ENOUGH -> null;
                case TOO_LITTLE -> CancelReason.FOK_UNFILLABLE;
                case BEYOND_COLLAR -> CancelReason.COLLAR;
            };
        }
        if (order.minQuantity == 0) {
            return null;
        }
        ReferenceSweep.Available available = sweep.look(order, book, collar, order.minQuantity);
        return available == ReferenceSweep.Available.ENOUGH ? null : CancelReason.MIN_QUANTITY;
    }

    /** The sweep, and then what becomes of the rest. */
    private void match(ReferenceOrder order, ReferenceBook book, BigDecimal collar, long sequence) {
        ReferenceSweep.End end = sweep.run(order, book, collar, sequence);
        switch (end) {
            case FILLED, SELF_TRADE -> {} // the sweep itself has ended the order
            case COLLAR -> finish(order, CancelReason.COLLAR, ClientId.NONE);
            case SWEEP_LIMIT -> finish(order, CancelReason.SWEEP_LIMIT, ClientId.NONE);
            case NOTHING_LEFT -> {
                if (order.mayRest()) {
                    book.add(order);
                } else if (order.type == OrderType.MARKET && order.cum == 0) {
                    finish(order, CancelReason.NO_LIQUIDITY, ClientId.NONE);
                } else {
                    finish(order, CancelReason.IOC_REMAINDER, ClientId.NONE);
                }
            }
        }
    }

    void replace(Command command) {
        ReferenceOrder order = liveTarget(command);
        if (order == null) {
            return;
        }
        ReferenceBook book = state.books.get(order.instrumentId);
        long leaves = command.quantity - order.cum - order.prevented;
        RejectReason refusal = checkReplace(command, order, leaves);
        if (refusal != null) {
            events.refused(command, refusal, order);
            return;
        }
        if (leaves <= 0) {
            book.remove(order);
            finish(order, CancelReason.REPLACED_BELOW_FILLED, ClientId.of(command));
            return;
        }
        boolean priorityKept =
                command.price == order.price && command.quantity <= order.orderQuantity;
        ClientId before = order.clientOrderId;
        moveChain(command, order);
        if (!priorityKept) {
            book.remove(order);
        }
        order.price = command.price;
        order.orderQuantity = command.quantity;
        order.leaves = leaves;
        if (command.expireNs != 0) {
            order.expireNs = command.expireNs;
        }
        events.replaced(order, before, priorityKept);
        if (!priorityKept) {
            match(order, book, null, command.sequence);
        }
    }

    private RejectReason checkReplace(Command command, ReferenceOrder order, long leaves) {
        ReferenceBook book = state.books.get(order.instrumentId);
        if (command.expireNs != 0 && order.tif != TimeInForce.GTD) {
            return RejectReason.UNSUPPORTED_CHARACTERISTIC;
        }
        if (ReferenceBand.isOutside(book, command.price)) {
            return RejectReason.PRICE_BAND;
        }
        if (ReferenceBand.exceedsNotional(book, command, OrderType.LIMIT)) {
            return RejectReason.NOTIONAL_LIMIT;
        }
        if (leaves > 0
                && order.postOnly
                && ReferenceSweep.wouldTrade(book, order.side, command.price)) {
            return RejectReason.POST_ONLY_WOULD_TAKE;
        }
        return null;
    }

    void reduce(Command command) {
        ReferenceOrder order = liveTarget(command);
        if (order == null) {
            return;
        }
        if (command.quantity >= order.leaves) {
            state.books.get(order.instrumentId).remove(order);
            finish(order, CancelReason.USER, ClientId.of(command));
            return;
        }
        ClientId before = order.clientOrderId;
        moveChain(command, order);
        order.orderQuantity -= command.quantity;
        order.leaves -= command.quantity;
        events.reduced(order, before, command.quantity);
    }

    void cancel(Command command) {
        ReferenceOrder order = liveTarget(command);
        if (order != null) {
            state.books.get(order.instrumentId).remove(order);
            finish(order, CancelReason.USER, ClientId.of(command));
        }
    }

    /** Rule 3.7: the live target, or null after the refusal has been said. */
    private ReferenceOrder liveTarget(Command command) {
        ReferenceOrder target = state.target(command);
        if (target == null) {
            events.refused(command, RejectReason.UNKNOWN_ORDER);
            return null;
        }
        if (!target.live) {
            events.refused(command, RejectReason.TOO_LATE_TO_CANCEL, target);
            return null;
        }
        return target;
    }

    private void moveChain(Command command, ReferenceOrder order) {
        ClientId next = ClientId.of(command);
        if (!next.isNone()) {
            state.rename(order, command.sessionId, next);
        }
    }

    private void finish(ReferenceOrder order, CancelReason reason, ClientId asked) {
        long gone = order.leaves;
        order.leaves = 0;
        state.finish(order);
        events.canceled(order, reason, gone, asked);
    }
}
