// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import io.ringbook.codec.orderentry.AccountDefinitionEncoder;
import io.ringbook.codec.orderentry.GreetingEncoder;
import io.ringbook.codec.orderentry.InstrumentDefinitionEncoder;
import io.ringbook.codec.orderentry.LoginAcceptedEncoder;
import io.ringbook.codec.orderentry.LoginRejectedEncoder;
import io.ringbook.codec.orderentry.LogoutEncoder;
import io.ringbook.codec.orderentry.OrderEntryDecoder;
import io.ringbook.codec.orderentry.PongEncoder;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.gateway.orderentry.UnsequencedReject;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayDeque;
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
    /** Memory of a connection that has not logged in. */
    static final int SMALL_BUFFER_LENGTH = 2048;

    final SessionSettings settings;
    final Exchange exchange;
    final SessionStreams streams;
    final OrderEntryDecoder decoder = new OrderEntryDecoder();
    final Command command = new Command();
    final LoginDesk logins;
    final GreetingEncoder greeting = new GreetingEncoder();
    final LoginAcceptedEncoder loginAccepted = new LoginAcceptedEncoder();
    final LoginRejectedEncoder loginRejected = new LoginRejectedEncoder();
    final LogoutEncoder logout = new LogoutEncoder();
    final SequenceMarkEncoder sequenceMark = new SequenceMarkEncoder();
    final PongEncoder pong = new PongEncoder();
    final InstrumentDefinitionEncoder instrumentDefinition = new InstrumentDefinitionEncoder();
    final AccountDefinitionEncoder accountDefinition = new AccountDefinitionEncoder();
    final UnsequencedReject unsequencedReject = new UnsequencedReject();

    private final CommandDoor door;
    private final LongSupplier wallClock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, TradingSession> sessionsByName = new HashMap<>();
    private final TradingSession[] sessionsById = new TradingSession[SessionStreams.MAX_SESSIONS];
    private final ArrayDeque<ByteBuffer> smallBuffers = new ArrayDeque<>();
    private final ArrayDeque<ByteBuffer> largeBuffers = new ArrayDeque<>();
    private final Command own = new Command();
    private int logoffsOwed;

    /**
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
        this.wallClock = wallClock;
        this.logins = new LoginDesk(sessionsByName, workers, onLoginVerified);
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
        byte[] nonce = new byte[ClientConnection.NONCE_LENGTH];
        random.nextBytes(nonce);
        return new ClientConnection(this, nonce, nowNs);
    }

    /** Goes on with a login that was verified; its connection, or null when none is left. */
    public ClientConnection pollVerified(long nowNs) {
        LoginAttempt attempt = logins.poll();
        if (attempt == null) {
            return null;
        }
        attempt.connection.onVerified(attempt, nowNs);
        return attempt.connection;
    }

    /**
     * The next session whose stream has grown.
     *
     * @return its connection, or null if it has none
     */
    public ClientConnection nextChanged() {
        SessionStream stream = streams.pollChanged();
        TradingSession session = stream == null ? null : sessionsById[stream.sessionId];
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

    /** Sequences a command of a client. */
    long submit(Command clientCommand) {
        return door.submit(clientCommand);
    }

    /** Sequences a login; its sequence or {@link CommandDoor#NOT_SEQUENCED}. */
    long submitLogin(TradingSession session, LoginAttempt attempt) {
        own.reset();
        own.kind = CommandKind.LOGIN;
        own.sessionId = session.session.sessionId();
        own.cancelOnDisconnect = grantsCancel(session, attempt);
        own.graceNs = grantedGraceNs(session, attempt);
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

    boolean grantsCancel(TradingSession session, LoginAttempt attempt) {
        return attempt.cancelOnDisconnect && session.access.cancelOnDisconnectAllowed();
    }

    long grantedGraceNs(TradingSession session, LoginAttempt attempt) {
        return grantsCancel(session, attempt)
                ? Math.max(0, Math.min(attempt.graceNs, session.access.maxGraceNs()))
                : 0;
    }

    long wallTimeNs() {
        return wallClock.getAsLong();
    }

    ByteBuffer takeSmallBuffer() {
        ByteBuffer free = smallBuffers.poll();
        return free == null ? ByteBuffer.allocateDirect(SMALL_BUFFER_LENGTH) : free.clear();
    }

    ByteBuffer takeLargeBuffer() {
        ByteBuffer free = largeBuffers.poll();
        return free == null ? ByteBuffer.allocateDirect(settings.sendBufferLength()) : free.clear();
    }

    void giveBack(ByteBuffer memory) {
        (memory.capacity() == SMALL_BUFFER_LENGTH ? smallBuffers : largeBuffers).push(memory);
    }
}
