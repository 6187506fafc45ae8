// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;

/**
 * A command that takes many orders out, over all shards: mass cancel, expiry, end of day. It may
 * need several records (rule 2.8); until its last CONTINUE it is pending, and part of the state.
 *
 * <p>Each shard holds its own copy; all copies are equal after every command. Owned by its shard.
 */
final class WideOperation {
    /** Null when nothing is pending. */
    CommandKind kind;

    /** Only orders entered before this sequence are meant. */
    long originSequence;

    /** Due time of an expiry. */
    long timeNs;

    /** What a mass cancel asked for; 0 means all. */
    int sessionId;

    int firmId;
    int accountId;
    int instrumentId;
    byte side;
    long clientOrderId0;
    long clientOrderId1;
    int clientOrderId2;

    /** Orders that went so far, in all shards. */
    long ordersGone;

    boolean isPending() {
        return kind != null;
    }

    /** Starts with a command; {@code session} is the mass cancel's, else null. */
    void begin(Command command, Session session) {
        kind = command.kind;
        originSequence = command.sequence;
        timeNs = command.expireNs;
        sessionId = command.sessionId;
        firmId = session == null ? 0 : session.firmId();
        accountId = command.accountId;
        instrumentId = command.instrumentId;
        side = command.side;
        clientOrderId0 = command.clientOrderId0;
        clientOrderId1 = command.clientOrderId1;
        clientOrderId2 = command.clientOrderId2;
        ordersGone = 0;
    }

    void end() {
        kind = null;
    }

    void save(StateWriter out) {
        out.putByte(kind == null ? 0 : kind.code());
        if (kind == null) {
            return;
        }
        out.putLong(originSequence);
        out.putLong(timeNs);
        out.putInt(sessionId);
        out.putInt(firmId);
        out.putInt(accountId);
        out.putInt(instrumentId);
        out.putByte(side);
        out.putLong(clientOrderId0);
        out.putLong(clientOrderId1);
        out.putInt(clientOrderId2);
        out.putLong(ordersGone);
    }

    void load(StateReader in) {
        kind = CommandKind.of(in.getByte());
        if (kind == null) {
            return;
        }
        originSequence = in.getLong();
        timeNs = in.getLong();
        sessionId = in.getInt();
        firmId = in.getInt();
        accountId = in.getInt();
        instrumentId = in.getInt();
        side = in.getByte();
        clientOrderId0 = in.getLong();
        clientOrderId1 = in.getLong();
        clientOrderId2 = in.getInt();
        ordersGone = in.getLong();
    }
}
