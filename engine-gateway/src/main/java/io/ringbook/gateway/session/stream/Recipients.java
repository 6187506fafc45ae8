// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;

/**
 * Who is told of an event; with it, what the sequence of a session counts.
 *
 * <p>An event goes to the session of its order or command. The first event of a cancel, replace or
 * reduce that answers it goes to the session that asked as well, when the order is another's of the
 * firm. Phase changes and refused ticks go to nobody. Stateless.
 */
final class Recipients {
    /** No session. */
    static final int NOBODY = 0;

    private Recipients() {}

    /** The session that an event belongs to, or {@link #NOBODY}. */
    static int owner(OrderEvent event) {
        boolean told =
                event.kind != EventKind.PHASE_CHANGED && event.kind != EventKind.TICK_REJECTED;
        return told ? event.sessionId : NOBODY;
    }

    /**
     * The session that asked and is told too, or {@link #NOBODY}.
     *
     * @param index of the event in the record of the command
     */
    static int asker(Command command, OrderEvent event, int index) {
        if (index > 0 || event.sessionId == command.sessionId) {
            return NOBODY;
        }
        boolean asked =
                switch (command.kind) {
                    case CANCEL_ORDER, REPLACE_ORDER, REDUCE_ORDER -> true;
                    default -> false;
                };
        boolean answered =
                switch (event.kind) {
                    case CANCELED, REPLACED, REDUCED -> true;
                    default -> false;
                };
        return asked && answered ? command.sessionId : NOBODY;
    }

    /**
     * True if an event, told to a session, is the answer to a command of that session. Each command
     * with a client sequence has one: its first event, or of a mass cancel the last.
     */
    static boolean isAnswer(Command command, OrderEvent event, int index, int sessionId) {
        if (event.kind == EventKind.MASS_CANCELED) {
            return true;
        }
        if (index > 0 || sessionId != command.sessionId) {
            return false;
        }
        return switch (command.kind) {
            case NEW_ORDER, CANCEL_ORDER, REPLACE_ORDER, REDUCE_ORDER -> true;
            default -> false;
        };
    }
}
