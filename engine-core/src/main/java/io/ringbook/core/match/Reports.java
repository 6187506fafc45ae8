// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Orders;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.EventListener;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.RejectReason;

/**
 * Turns what happened into events: ticks and lots become mantissas here and nowhere else.
 *
 * <p>Fills one {@link OrderEvent} over and over; the listener copies what it keeps. Counts the
 * events of the command, so that a sweep can stop at the bound (rule 2.8). Owned by one match
 * shard.
 */
final class Reports {
    private final OrderEvent event = new OrderEvent();
    private final Orders orders;
    private final OrderDetails details;
    private final int maxEvents;
    private EventListener listener;
    private int count;

    /**
     * @param maxEvents largest number of events of one command, all shards together
     */
    Reports(Orders orders, OrderDetails details, int maxEvents) {
        this.orders = orders;
        this.details = details;
        this.maxEvents = maxEvents;
    }

    /** Starts a command. */
    void begin(EventListener to) {
        listener = to;
        count = 0;
    }

    /** Events that may still be reported for this command. */
    int room() {
        return maxEvents - count;
    }

    /** A new order was let in (rules 2 and 6). */
    OrderEvent accepted(int order, Instrument instrument) {
        OrderEvent answer = ofOrder(EventKind.ACCEPTED, order, instrument);
        answer.quantity = details.orderQuantity(order) * instrument.lotSize();
        return emit(answer);
    }

    /** A new order was refused: everything as it was sent. */
    OrderEvent rejected(Command command, RejectReason reason) {
        OrderEvent answer = blank(EventKind.REJECTED);
        ofCommand(answer, command);
        answer.orderId = command.sequence;
        answer.side = command.side;
        answer.reason = reason.code();
        answer.price = command.price;
        answer.quantity = command.quantity;
        return emit(answer);
    }

    /**
     * A cancel, replace or reduce was refused (rules 3.4 and 3.7).
     *
     * @param target the order as it stands, or none if it is unknown or has finished
     * @param finishedOrderId our id of a target that has finished, or 0
     */
    OrderEvent refused(
            Command command,
            RejectReason reason,
            int target,
            Instrument instrument,
            long finishedOrderId) {
        EventKind kind =
                command.kind == CommandKind.CANCEL_ORDER
                        ? EventKind.CANCEL_REJECTED
                        : EventKind.REPLACE_REJECTED;
        OrderEvent answer = target == Orders.NONE ? blank(kind) : ofOrder(kind, target, instrument);
        ofCommand(answer, command);
        answer.origClientOrderId0 = command.origClientOrderId0;
        answer.origClientOrderId1 = command.origClientOrderId1;
        answer.origClientOrderId2 = command.origClientOrderId2;
        answer.reason = reason.code();
        if (target == Orders.NONE) {
            answer.orderId = finishedOrderId;
        }
        answer.price = command.price;
        answer.quantity = command.quantity;
        return emit(answer);
    }

    /** One trade: the taker's report, then the maker's (rule 1.6). */
    void executed(
            int taker,
            int maker,
            Instrument instrument,
            long lots,
            long priceTicks,
            long matchNumber) {
        long price = priceTicks * instrument.tickSize();
        execution(taker, maker, instrument, lots, price, matchNumber, Liquidity.TAKER);
        execution(maker, taker, instrument, lots, price, matchNumber, Liquidity.MAKER);
    }

    private void execution(
            int order,
            int contra,
            Instrument instrument,
            long lots,
            long price,
            long matchNumber,
            Liquidity liquidity) {
        OrderEvent report = ofOrder(EventKind.EXECUTED, order, instrument);
        report.price = price;
        report.quantity = lots * instrument.lotSize();
        report.liquidity = liquidity.code();
        report.matchNumber = matchNumber;
        report.contraOrderId = orders.orderId(contra);
        report.contraClientOrderId0 = details.clientOrderId0(contra);
        report.contraClientOrderId1 = details.clientOrderId1(contra);
        report.contraClientOrderId2 = details.clientOrderId2(contra);
        emit(report);
    }

    /**
     * An order was replaced and has its new values and id; the caller adds the id it had before and
     * emits.
     */
    OrderEvent replaced(int order, Instrument instrument, boolean priorityKept) {
        OrderEvent answer = ofOrder(EventKind.REPLACED, order, instrument);
        answer.quantity = details.orderQuantity(order) * instrument.lotSize();
        answer.flags = priorityKept ? OrderEvent.PRIORITY_KEPT : 0;
        return answer;
    }

    /** An order was reduced by some lots and keeps its place (rule 3.6); as {@link #replaced}. */
    OrderEvent reduced(int order, Instrument instrument, long lots) {
        OrderEvent answer = ofOrder(EventKind.REDUCED, order, instrument);
        answer.quantity = lots * instrument.lotSize();
        return answer;
    }

    /** The order went with some lots left, not asked for by a command on it. */
    void canceled(int order, Instrument instrument, CancelReason reason, long lots) {
        emit(gone(EventKind.CANCELED, order, instrument, reason.code(), lots));
    }

    /** The order went because a command on it asked for that; with its own id if it has one. */
    OrderEvent canceledBy(Command command, int order, Instrument instrument, CancelReason reason) {
        OrderEvent answer =
                gone(
                        EventKind.CANCELED,
                        order,
                        instrument,
                        reason.code(),
                        orders.leavesQuantity(order));
        if (command.hasClientOrderId()) {
            origOf(answer, order);
            answer.clientOrderId0 = command.clientOrderId0;
            answer.clientOrderId1 = command.clientOrderId1;
            answer.clientOrderId2 = command.clientOrderId2;
        }
        return emit(answer);
    }

    /** The order's time is over (rule 2.2). */
    void expired(int order, Instrument instrument) {
        emit(gone(EventKind.EXPIRED, order, instrument, (byte) 0, orders.leavesQuantity(order)));
    }

    /**
     * Some lots of an order were kept from trading with an own order; the rest stays (rule 4.1).
     */
    void restated(int order, Instrument instrument, long preventedLots) {
        OrderEvent report = ofOrder(EventKind.RESTATED, order, instrument);
        report.quantity = preventedLots * instrument.lotSize();
        emit(report);
    }

    /** Sum of a mass cancel (rule 3.8). */
    void massCanceled(WideOperation operation) {
        OrderEvent summary = blank(EventKind.MASS_CANCELED);
        summary.sessionId = operation.sessionId;
        summary.accountId = operation.accountId;
        summary.instrumentId = operation.instrumentId;
        summary.side = operation.side;
        summary.clientOrderId0 = operation.clientOrderId0;
        summary.clientOrderId1 = operation.clientOrderId1;
        summary.clientOrderId2 = operation.clientOrderId2;
        summary.quantity = operation.ordersGone;
        emit(summary);
    }

    /** An instrument is in a phase now. */
    void phaseChanged(int instrumentId, Phase phase) {
        OrderEvent report = blank(EventKind.PHASE_CHANGED);
        report.instrumentId = instrumentId;
        report.reason = phase.code();
        emit(report);
    }

    /** A market tick was refused. */
    void tickRejected(Command command, RejectReason reason) {
        OrderEvent report = blank(EventKind.TICK_REJECTED);
        report.instrumentId = command.instrumentId;
        report.reason = reason.code();
        report.price = command.price;
        report.quantity = command.quantity;
        emit(report);
    }

    /** The first answer to a command once more (rule 7.4). */
    void repeated(Command command, AnsweredIds ids) {
        OrderEvent answer = blank(EventKind.ACCEPTED);
        ids.repeat(command, answer);
        emit(answer);
    }

    private OrderEvent gone(
            EventKind kind, int order, Instrument instrument, byte reason, long lots) {
        OrderEvent report = ofOrder(kind, order, instrument);
        report.reason = reason;
        report.quantity = lots * instrument.lotSize();
        report.leavesQuantity = 0;
        return report;
    }

    private OrderEvent ofOrder(EventKind kind, int order, Instrument instrument) {
        long lotSize = instrument.lotSize();
        OrderEvent report = blank(kind);
        report.instrumentId = orders.instrumentId(order);
        report.orderId = orders.orderId(order);
        report.clientOrderId0 = details.clientOrderId0(order);
        report.clientOrderId1 = details.clientOrderId1(order);
        report.clientOrderId2 = details.clientOrderId2(order);
        report.sessionId = details.sessionId(order);
        report.accountId = details.accountId(order);
        report.side = orders.side(order).code();
        report.price = details.limitPrice(order) * instrument.tickSize();
        report.leavesQuantity = orders.leavesQuantity(order) * lotSize;
        report.cumQuantity = details.cumQuantity(order) * lotSize;
        report.preventedQuantity = details.preventedQuantity(order) * lotSize;
        return report;
    }

    private static void ofCommand(OrderEvent answer, Command command) {
        answer.instrumentId = command.instrumentId;
        answer.sessionId = command.sessionId;
        answer.accountId = command.accountId;
        answer.clientOrderId0 = command.clientOrderId0;
        answer.clientOrderId1 = command.clientOrderId1;
        answer.clientOrderId2 = command.clientOrderId2;
    }

    private void origOf(OrderEvent answer, int order) {
        answer.origClientOrderId0 = details.clientOrderId0(order);
        answer.origClientOrderId1 = details.clientOrderId1(order);
        answer.origClientOrderId2 = details.clientOrderId2(order);
    }

    private OrderEvent blank(EventKind kind) {
        event.reset();
        event.kind = kind;
        return event;
    }

    /** Hands an event to the listener. */
    OrderEvent emit(OrderEvent report) {
        assert count < maxEvents : "more events than a record holds";
        count++;
        listener.onEvent(report);
        return report;
    }
}
