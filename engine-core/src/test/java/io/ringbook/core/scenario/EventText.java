// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.scenario;

import io.ringbook.core.oracle.BookLine;
import io.ringbook.core.oracle.EventCopy;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Side;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes events and book lines as scenario files have them. Every field is said, so that two texts
 * are equal only if the events are.
 */
final class EventText {
    /** Kinds whose leaves are said even when there are none. */
    private static final Set<EventKind> WITH_LEAVES =
            EnumSet.of(
                    EventKind.ACCEPTED,
                    EventKind.EXECUTED,
                    EventKind.REPLACED,
                    EventKind.REDUCED,
                    EventKind.RESTATED);

    private final World world;

    EventText(World world) {
        this.world = world;
    }

    String text(EventCopy event) {
        StringBuilder text = new StringBuilder(event.kindAndReason());
        who(text, event);
        if (event.orderId() != 0) {
            text.append(" #").append(event.orderId());
        }
        if (event.side() != 0) {
            text.append(' ').append(side(event.side()));
        }
        quantity(text, event);
        if (event.leavesQuantity() != 0 || WITH_LEAVES.contains(event.kind())) {
            text.append(" leaves ").append(event.leavesQuantity());
        }
        number(text, "cum", event.cumQuantity());
        number(text, "prevented", event.preventedQuantity());
        if (!event.origClientOrderId().isEmpty()) {
            text.append(" was ").append(event.origClientOrderId());
        }
        trade(text, event);
        flag(text, event, OrderEvent.PRIORITY_KEPT, "kept");
        flag(text, event, OrderEvent.REPEAT, "repeat");
        if (event.instrumentId() != world.firstInstrument().instrumentId()) {
            text.append(" of ").append(orAll(event, world.symbol(event.instrumentId())));
        }
        return text.toString();
    }

    private void who(StringBuilder text, EventCopy event) {
        String id = event.clientOrderId();
        if (event.sessionId() == 0 && event.accountId() == 0 && id.isEmpty()) {
            return; // a tick or a phase: nobody's
        }
        String session = world.sessionName(event.sessionId());
        String account = orAll(event, world.accountName(event.accountId()));
        text.append(' ').append(session);
        if (!account.equals(session)) {
            text.append('/').append(account);
        }
        text.append(' ').append(id.isEmpty() ? "-" : id);
    }

    /** An id of 0 means unknown, but of a mass cancel it means all. */
    private static String orAll(EventCopy event, String name) {
        return event.kind() == EventKind.MASS_CANCELED && name.equals("?") ? "*" : name;
    }

    private static String side(byte code) {
        Side side = Side.of(code);
        return side == null ? "side=" + code : side.name();
    }

    private static void quantity(StringBuilder text, EventCopy event) {
        switch (event.kind()) {
            case PHASE_CHANGED -> {
                number(text, "quantity", event.quantity());
                number(text, "price", event.price());
            }
            case MASS_CANCELED -> {
                text.append(" count ").append(event.quantity());
                number(text, "price", event.price());
            }
            default -> {
                boolean market = event.price() == 0 && event.kind() != EventKind.REJECTED;
                boolean refused = event.kind().name().endsWith("_REJECTED");
                text.append(' ').append(event.quantity()).append('@');
                text.append(market && !refused ? "MARKET" : Long.toString(event.price()));
            }
        }
    }

    private static void trade(StringBuilder text, EventCopy event) {
        if (event.liquidity() != 0) {
            text.append(' ').append(Liquidity.of(event.liquidity()));
        }
        number(text, "match", event.matchNumber());
        String contra = event.contraClientOrderId();
        if (event.contraOrderId() != 0 || !contra.isEmpty()) {
            text.append(" with ").append(contra.isEmpty() ? "-" : contra);
            text.append(" #").append(event.contraOrderId());
        }
    }

    private static void number(StringBuilder text, String name, long value) {
        if (value != 0) {
            text.append(' ').append(name).append(' ').append(value);
        }
    }

    private static void flag(StringBuilder text, EventCopy event, byte flag, String name) {
        if (event.hasFlag(flag)) {
            text.append(' ').append(name);
        }
    }

    static String text(BookLine line) {
        String id = line.clientOrderId().isEmpty() ? "-" : line.clientOrderId();
        StringBuilder text = new StringBuilder();
        text.append(line.side()).append(' ').append(line.leaves());
        text.append('@').append(line.price());
        text.append(' ').append(id).append(" #").append(line.orderId());
        number(text, "cum", line.cum());
        number(text, "prevented", line.prevented());
        return text.toString();
    }
}
