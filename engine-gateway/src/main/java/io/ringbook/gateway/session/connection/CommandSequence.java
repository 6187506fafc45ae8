// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.connection;

import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.session.CommandDoor;

/**
 * The sequence of a client's commands on one connection (rules 4.11 to 4.15): each is the last one
 * plus 1, or it was taken before and is marked as sent again, or it follows one that was refused.
 * One thread; allocates nothing.
 */
final class CommandSequence {
    private final ClientConnection connection;
    private final SessionDesk desk;

    /** First client sequence that was refused for want of room, until it comes again; else 0. */
    private long refusedFrom;

    CommandSequence(ClientConnection connection, SessionDesk desk) {
        this.connection = connection;
        this.desk = desk;
    }

    /** True if a command is to be submitted; otherwise it was dealt with. */
    boolean admits(long sequence, boolean possResend) {
        long expected = connection.session().lastClientSequence() + 1;
        if (sequence == expected) {
            return true;
        }
        if (Long.compareUnsigned(sequence, expected) < 0) {
            if (possResend) {
                // Its answer is in the stream already. No rate of the engine bounds these.
                connection.isAllowed();
            } else {
                end(LogoutReason.SEQUENCE_LOW, expected);
            }
            return false;
        }
        if (refusedFrom == expected) {
            // It was sent behind one that was refused, before the client could know.
            return true;
        }
        end(LogoutReason.SEQUENCE_GAP, expected);
        return false;
    }

    /** Submits the command of the desk, or refuses it. */
    void submit(long sequence, boolean possResend) {
        TradingSession session = connection.session();
        Command command = desk.command;
        command.sessionId = session.session.sessionId();
        command.possResend = possResend;
        command.clientSequence = (int) sequence;
        boolean due = sequence == session.lastClientSequence() + 1;
        if (due && desk.submit(command) != CommandDoor.NOT_SEQUENCED) {
            session.onCommandTaken(sequence);
            refusedFrom = 0;
            return;
        }
        refusedFrom = session.lastClientSequence() + 1;
        connection.refuse(command);
    }

    private void end(LogoutReason reason, long expected) {
        connection.end(reason, reason.text(), expected);
    }
}
