// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.connection;

import io.ringbook.core.instrument.Session;
import io.ringbook.gateway.session.SessionAccess;
import io.ringbook.gateway.session.stream.OutboundLog;
import io.ringbook.gateway.session.stream.SessionStream;

/**
 * A session as the thread of the connections knows it: its connection if it has one, and how far
 * its own sequence has got. Owned by that thread.
 */
final class TradingSession {
    final Session session;
    final SessionAccess access;
    final SessionStream stream;

    /** The connection that is logged in or about to be, or null. */
    ClientConnection connection;

    /** A LOGOFF is owed that the journal had no room for. */
    boolean logoffOwed;

    private OutboundLog day;
    private long lastClientSequence;

    TradingSession(Session session, SessionAccess access, SessionStream stream) {
        this.session = session;
        this.access = access;
        this.stream = stream;
        this.day = stream.today();
        this.lastClientSequence = stream.lastClientSequence();
    }

    /** Sequence of the last command that was taken from this session today. */
    long lastClientSequence() {
        OutboundLog today = stream.today();
        if (today != day) {
            day = today;
            lastClientSequence = 0;
        }
        return lastClientSequence;
    }

    void onCommandTaken(long clientSequence) {
        lastClientSequence = clientSequence;
    }
}
