// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.connection;

import io.ringbook.codec.orderentry.OrderEntryDecoder;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.pipeline.OwnerThread;
import io.ringbook.gateway.session.CommandDoor;
import io.ringbook.gateway.session.Exchange;
import io.ringbook.gateway.session.SessionAccess;
import io.ringbook.gateway.session.SessionSettings;
import io.ringbook.gateway.session.login.LoginAttempt;
import io.ringbook.gateway.session.login.LoginDesk;
import io.ringbook.gateway.session.outbound.OutboxContext;
import io.ringbook.gateway.session.outbound.SendBufferPool;
import io.ringbook.gateway.session.stream.SessionStream;
import io.ringbook.gateway.session.stream.SessionStreams;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What all connections share: the sessions, the way into the engine, encoders, memory. The loop of
 * the sockets asks it for connections and tells it when streams have grown, logins are verified and
 * time has passed.
 *
 * <p>Owned by the thread of the connections.
 */
public final class SessionDesk {
    private static final int NONCE_LENGTH = 32;

    final OwnerThread thread = new OwnerThread();
    final SessionSettings settings;
    final Exchange exchange;
    final OrderEntryDecoder decoder = new OrderEntryDecoder();
    final Command command = new Command();
    final LoginDesk<ClientConnection> logins;
    final OutboxContext outboxes;
    final SendBufferPool buffers;

    private final SessionStreams streams;
    private final CommandDoor door;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, TradingSession> sessionsByName = new HashMap<>();
    private final TradingSession[] sessionsById = new TradingSession[SessionStreams.MAX_SESSIONS];
    private final Command own = new Command();
    private int logoffsOwed;

    /**
     * A desk without connections.
     *
     * @param streams of all that is published; nothing is in flight now
     * @param access of the sessions that may log in; each is known to the engine
     * @param wallClock epoch nanoseconds, for what clients are told
     * @param workers bounded executor for signatures
     * @param onLoginVerified told on a worker's thread
     */
    public SessionDesk(
            SessionSettings settings,
            Exchange exchange,
            SessionStreams streams,
            List<SessionAccess> access,
            CommandDoor door,
            LongSupplier wallClock,
            Executor workers,
            Runnable onLoginVerified) {
        this.settings = settings;
        this.exchange = exchange;
        this.streams = streams;
        this.door = door;
        this.outboxes = new OutboxContext(settings, exchange, streams, wallClock);
        this.buffers = new SendBufferPool(settings.sendBufferLength());
        this.logins = new LoginDesk<>(workers, onLoginVerified);
        for (SessionAccess one : access) {
            add(one);
        }
    }

    private void add(SessionAccess access) {
        Session session = exchange.reference().session(access.session());
        SessionStream stream = session == null ? null : streams.find(session.sessionId());
        if (stream == null) {
            throw new IllegalArgumentException(
                    "session " + access.session() + " is not known to the engine");
        }
        TradingSession added = new TradingSession(session, access, stream);
        if (sessionsByName.put(access.session(), added) != null) {
            throw new IllegalArgumentException("two sessions are named " + access.session());
        }
        sessionsById[session.sessionId()] = added;
    }

    /** A connection that has just been made; its greeting waits to be sent. */
    public ClientConnection connect(long nowNs) {
        assert thread.isCurrent() : "another thread has the connections";
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        return new ClientConnection(this, nonce, nowNs);
    }

    /** Goes on with a login that was verified; its connection, or null when none is left. */
    public ClientConnection pollVerified(long nowNs) {
        LoginAttempt<ClientConnection> attempt = logins.poll();
        if (attempt == null) {
            return null;
        }
        attempt.owner().onVerified(attempt, nowNs);
        return attempt.owner();
    }

    /**
     * The next session whose stream has grown.
     *
     * @return its connection, or null if it has none
     */
    public ClientConnection nextChanged() {
        SessionStream stream = streams.pollChanged();
        TradingSession session = stream == null ? null : sessionsById[stream.sessionId()];
        return session == null ? null : session.connection;
    }

    /** True if {@link #nextChanged} has something. */
    public boolean hasChanged() {
        return streams.hasChanged();
    }

    /** Sequences the log-offs that the journal had no room for. */
    public void retryLogoffs() {
        if (logoffsOwed == 0) {
            return;
        }
        for (TradingSession session : sessionsByName.values()) {
            if (session.logoffOwed && submitLogoff(session)) {
                session.logoffOwed = false;
                logoffsOwed--;
            }
        }
    }

    /** The session of a name and firm, or null. */
    TradingSession find(String firm, String name) {
        TradingSession session = sessionsByName.get(name);
        return session != null && session.access.firm().equals(firm) ? session : null;
    }

    /** A frame is taken up that was read then; monotonic. */
    void frameBegins(long receivedNs) {
        door.frameBegins(receivedNs);
    }

    /** The frame is done with. */
    void frameEnds() {
        door.frameEnds();
    }

    /** Sequences a command of a client. */
    long submit(Command clientCommand) {
        return door.submit(clientCommand);
    }

    /** Sequences a login; its sequence or {@link CommandDoor#NOT_SEQUENCED}. */
    long submitLogin(TradingSession session, boolean cancelOnDisconnect, long graceNs) {
        own.reset();
        own.kind = CommandKind.LOGIN;
        own.sessionId = session.session.sessionId();
        own.cancelOnDisconnect = cancelOnDisconnect;
        own.graceNs = graceNs;
        long sequence = door.submit(own);
        if (sequence != CommandDoor.NOT_SEQUENCED && session.logoffOwed) {
            session.logoffOwed = false;
            logoffsOwed--;
        }
        return sequence;
    }

    /** Sequences that a session has gone, now or as soon as the journal has room. */
    void logOff(TradingSession session) {
        if (!submitLogoff(session) && !session.logoffOwed) {
            session.logoffOwed = true;
            logoffsOwed++;
        }
    }

    private boolean submitLogoff(TradingSession session) {
        own.reset();
        own.kind = CommandKind.LOGOFF;
        own.sessionId = session.session.sessionId();
        return door.submit(own) != CommandDoor.NOT_SEQUENCED;
    }

    /** Memory of all send buffers, in use or not; it is kept for the next connections. */
    public long sendBufferBytes() {
        return buffers.allocatedBytes();
    }
}
