// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.state.ClientIdTable;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;

/**
 * What each client order id of the day was first answered with, and which order it names: for
 * targets of cancel, replace and reduce (rules 3.5 and 3.7) and for repeats (rule 7.4).
 *
 * <p>An entry is three longs: answer (below), our order id, place in the {@link AnswerLog} or -1.
 *
 * <pre>
 *  63          32 31     24 23     16 15      8 7       0
 * | instrument id |  names  |  side   | reason  |  kind  |
 * </pre>
 *
 * The answer to a new order follows from the command itself; what cannot be derived is in the log.
 * Owned by one match shard.
 */
final class AnsweredIds {
    private static final int ANSWER = 0;
    private static final int ORDER_ID = 1;
    private static final int LOG_INDEX = 2;
    private static final int NO_LOG = -1;
    private static final long NAMES_ORDER = 1L << 24;

    private final ClientIdTable table;
    private final AnswerLog log;

    AnsweredIds(int expectedIds) {
        table = new ClientIdTable(expectedIds, 3);
        log = new AnswerLog(expectedIds / 2);
    }

    /** Position of an id, or a negative number if it was not answered today. */
    int find(int sessionId, long word0, long word1, int word2) {
        return table.find(sessionId, word0, word1, word2);
    }

    /** Our order id that the id at a position names, or 0 if it names none. */
    long namedOrder(int position) {
        return (table.value(position, ANSWER) & NAMES_ORDER) != 0
                ? table.value(position, ORDER_ID)
                : 0;
    }

    /** The id names no order any more: the chain has moved on (rule 3.4). */
    void supersede(int sessionId, long word0, long word1, int word2) {
        int position = table.find(sessionId, word0, word1, word2);
        if (position >= 0) {
            table.setValue(position, ANSWER, table.value(position, ANSWER) & ~NAMES_ORDER);
        }
    }

    /** Remembers the first answer to a command that has an id of its own. */
    void answered(Command command, OrderEvent answer) {
        boolean names =
                switch (answer.kind) {
                    case ACCEPTED, REPLACED, REDUCED -> true;
                    default -> false;
                };
        boolean derived = answer.kind == EventKind.ACCEPTED || answer.kind == EventKind.REJECTED;
        long bits =
                answer.kind.code()
                        | ((answer.reason & 0xffL) << 8)
                        | ((answer.side & 0xffL) << 16)
                        | (names ? NAMES_ORDER : 0)
                        | ((long) command.instrumentId << 32);
        int position =
                table.add(
                        command.sessionId,
                        command.clientOrderId0,
                        command.clientOrderId1,
                        command.clientOrderId2);
        table.setValue(position, ANSWER, bits);
        table.setValue(position, ORDER_ID, answer.orderId);
        table.setValue(position, LOG_INDEX, derived ? NO_LOG : log.append(answer));
    }

    /** Fills {@code event} with the first answer to a command whose id was answered before. */
    void repeat(Command command, OrderEvent event) {
        int position =
                table.find(
                        command.sessionId,
                        command.clientOrderId0,
                        command.clientOrderId1,
                        command.clientOrderId2);
        long bits = table.value(position, ANSWER);
        event.kind = EventKind.of((byte) bits);
        event.flags |= OrderEvent.REPEAT;
        event.reason = (byte) (bits >> 8);
        event.side = (byte) (bits >> 16);
        event.orderId = table.value(position, ORDER_ID);
        event.instrumentId = command.instrumentId;
        event.sessionId = command.sessionId;
        event.accountId = command.accountId;
        event.clientOrderId0 = command.clientOrderId0;
        event.clientOrderId1 = command.clientOrderId1;
        event.clientOrderId2 = command.clientOrderId2;
        long logIndex = table.value(position, LOG_INDEX);
        if (logIndex == NO_LOG) {
            event.price = command.price;
            event.quantity = command.quantity;
            event.leavesQuantity = event.kind == EventKind.ACCEPTED ? command.quantity : 0;
        } else {
            log.read(logIndex, event);
        }
    }

    /** The table, for saving and loading. */
    ClientIdTable table() {
        return table;
    }

    /** Forgets everything. */
    void clear() {
        table.clear();
        log.clear();
    }

    AnswerLog log() {
        return log;
    }

    /** Writes the values of an entry. */
    static void saveEntry(ClientIdTable table, AnswerLog log, int position, StateWriter out) {
        out.putLong(table.value(position, ANSWER));
        out.putLong(table.value(position, ORDER_ID));
        long logIndex = table.value(position, LOG_INDEX);
        out.putByte((byte) (logIndex == NO_LOG ? 0 : 1));
        if (logIndex != NO_LOG) {
            log.save(logIndex, out);
        }
    }

    /** Reads an entry with its id and keeps it if its instrument is one of {@code ours}. */
    void loadEntry(StateReader in, Markets ours) {
        int session = in.getInt();
        long word0 = in.getLong();
        long word1 = in.getLong();
        int word2 = in.getInt();
        long bits = in.getLong();
        long orderId = in.getLong();
        boolean logged = in.getByte() != 0;
        boolean keep = ours.isOurs((int) (bits >>> 32));
        long logIndex = NO_LOG;
        if (logged) {
            logIndex = keep ? log.load(in) : AnswerLog.skip(in);
        }
        if (keep) {
            int position = table.add(session, word0, word1, word2);
            table.setValue(position, ANSWER, bits);
            table.setValue(position, ORDER_ID, orderId);
            table.setValue(position, LOG_INDEX, logIndex);
        }
    }
}
