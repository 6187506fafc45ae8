// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.RejectReason;
import java.util.ArrayList;
import java.util.List;

/** The events of the command at work, and how each kind of event is made. */
final class ReferenceEvents {
    private final int recordBound;
    private List<EventCopy> events = new ArrayList<>();

    ReferenceEvents(int recordBound) {
        this.recordBound = recordBound;
    }

    void start() {
        events = new ArrayList<>();
    }

    List<EventCopy> list() {
        return events;
    }

    /** Places left in the command's record (rule 2.8). */
    int placesLeft() {
        return recordBound - events.size();
    }

    void repeat(EventCopy firstAnswer) {
        events.add(firstAnswer.withFlag(OrderEvent.REPEAT));
    }

    /** A refusal that knows no target: new orders, and all that validate refuses. */
    void refused(Command command, RejectReason reason) {
        refused(command, reason, null);
    }

    void refused(Command command, RejectReason reason, ReferenceOrder target) {
        OrderEvent event = new OrderEvent();
        event.kind = refusalKind(command.kind);
        event.reason = reason.code();
        event.instrumentId = command.instrumentId;
        event.sessionId = command.sessionId;
        event.accountId = command.accountId;
        event.price = command.price;
        event.quantity = command.quantity;
        setClientOrderId(event, ClientId.of(command));
        if (command.kind == CommandKind.NEW_ORDER) {
            event.orderId = command.sequence;
            event.side = command.side;
        } else {
            setOrig(event, ClientId.targetOf(command));
        }
        if (target != null) {
            event.orderId = target.orderId;
        }
        if (target != null && target.live) {
            event.side = target.side.code();
            event.leavesQuantity = target.leaves;
            event.cumQuantity = target.cum;
            event.preventedQuantity = target.prevented;
        }
        add(event);
    }

    private static EventKind refusalKind(CommandKind kind) {
        return switch (kind) {
            case NEW_ORDER -> EventKind.REJECTED;
            case CANCEL_ORDER -> EventKind.CANCEL_REJECTED;
            case REPLACE_ORDER, REDUCE_ORDER -> EventKind.REPLACE_REJECTED;
            default -> throw new IllegalArgumentException("no refusal for " + kind);
        };
    }

    void accepted(ReferenceOrder order) {
        add(orderEvent(EventKind.ACCEPTED, order, order.orderQuantity));
    }

    void executed(ReferenceOrder order, ReferenceOrder contra, Liquidity liquidity, Trade trade) {
        OrderEvent event = orderEvent(EventKind.EXECUTED, order, trade.quantity());
        event.price = trade.price();
        event.liquidity = liquidity.code();
        event.matchNumber = trade.matchNumber();
        event.contraOrderId = contra.orderId;
        event.contraClientOrderId0 = contra.clientOrderId.word0();
        event.contraClientOrderId1 = contra.clientOrderId.word1();
        event.contraClientOrderId2 = contra.clientOrderId.word2();
        add(event);
    }

    void replaced(ReferenceOrder order, ClientId before, boolean priorityKept) {
        OrderEvent event = orderEvent(EventKind.REPLACED, order, order.orderQuantity);
        event.flags = priorityKept ? OrderEvent.PRIORITY_KEPT : 0;
        setOrig(event, before);
        add(event);
    }

    void reduced(ReferenceOrder order, ClientId before, long takenOff) {
        OrderEvent event = orderEvent(EventKind.REDUCED, order, takenOff);
        setOrig(event, before);
        add(event);
    }

    void restated(ReferenceOrder order, long prevented) {
        add(orderEvent(EventKind.RESTATED, order, prevented));
    }

    void expired(ReferenceOrder order, long gone) {
        add(orderEvent(EventKind.EXPIRED, order, gone));
    }

    /**
     * @param asked the client order id of the command that asked for it; none if the command has
     *     none or nobody asked
     */
    void canceled(ReferenceOrder order, CancelReason reason, long gone, ClientId asked) {
        OrderEvent event = orderEvent(EventKind.CANCELED, order, gone);
        event.reason = reason.code();
        if (!asked.isNone()) {
            setClientOrderId(event, asked);
            setOrig(event, order.clientOrderId);
        }
        add(event);
    }

    void massCanceled(Command command, long count) {
        OrderEvent event = new OrderEvent();
        event.kind = EventKind.MASS_CANCELED;
        event.instrumentId = command.instrumentId;
        event.sessionId = command.sessionId;
        event.accountId = command.accountId;
        event.side = command.side;
        event.quantity = count;
        setClientOrderId(event, ClientId.of(command));
        add(event);
    }

    void phaseChanged(int instrumentId, Phase phase) {
        OrderEvent event = new OrderEvent();
        event.kind = EventKind.PHASE_CHANGED;
        event.instrumentId = instrumentId;
        event.reason = phase.code();
        add(event);
    }

    void tickRejected(Command command, RejectReason reason) {
        OrderEvent event = new OrderEvent();
        event.kind = EventKind.TICK_REJECTED;
        event.instrumentId = command.instrumentId;
        event.reason = reason.code();
        event.price = command.price;
        event.quantity = command.quantity;
        add(event);
    }

    private static OrderEvent orderEvent(EventKind kind, ReferenceOrder order, long quantity) {
        OrderEvent event = new OrderEvent();
        event.kind = kind;
        event.instrumentId = order.instrumentId;
        event.orderId = order.orderId;
        event.sessionId = order.sessionId;
        event.accountId = order.account.accountId();
        event.side = order.side.code();
        event.price = order.price;
        event.quantity = quantity;
        event.leavesQuantity = order.leaves;
        event.cumQuantity = order.cum;
        event.preventedQuantity = order.prevented;
        setClientOrderId(event, order.clientOrderId);
        return event;
    }

    private static void setClientOrderId(OrderEvent event, ClientId id) {
        event.clientOrderId0 = id.word0();
        event.clientOrderId1 = id.word1();
        event.clientOrderId2 = id.word2();
    }

    private static void setOrig(OrderEvent event, ClientId id) {
        event.origClientOrderId0 = id.word0();
        event.origClientOrderId1 = id.word1();
        event.origClientOrderId2 = id.word2();
    }

    private void add(OrderEvent event) {
        if (events.size() == recordBound) {
            throw new IllegalStateException("a record holds at most " + recordBound + " events");
        }
        events.add(EventCopy.of(event));
    }

    /** One trade: both of its reports carry these. */
    record Trade(long matchNumber, long price, long quantity) {}
}
