// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.AccountDefinitionEncoder;
import io.ringbook.codec.orderentry.GreetingEncoder;
import io.ringbook.codec.orderentry.InstrumentDefinitionEncoder;
import io.ringbook.codec.orderentry.LoginAcceptedEncoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.PongEncoder;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.orderentry.UnsequencedReject;

/**
 * What one connection has to say: in this order, after a login was granted, the definitions, the
 * replay, the mark of its end, then what is live; messages of the session itself in between. Writes
 * whole frames into the {@link SendBuffer} as far as there is room; the rest waits in the log.
 *
 * <p>One thread; allocates nothing for what is sequenced.
 */
final class Outbox {
    private static final byte NO_FLAGS = 0;

    private final SessionDesk desk;
    private final SendBuffer buffer;
    private final OrderQuery query;
    private LogCursor cursor;
    private int firmId;
    private int nextInstrument = 1;
    private int nextAccount = 1;
    private long pongToken;
    private boolean pongOwed;
    private boolean replayMarked;
    private boolean caughtUp;
    private long lastPutNs;

    Outbox(SessionDesk desk, SendBuffer buffer, long nowNs) {
        this.desk = desk;
        this.buffer = buffer;
        this.query = new OrderQuery(desk);
        this.lastPutNs = nowNs;
    }

    void greet(byte[] nonce) {
        desk.greeting
                .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                .nonce(nonce, 0)
                .timeNs(desk.wallTimeNs())
                .loginTimeoutNs(desk.settings.loginTimeoutNs())
                .schemaVersion(FrameDescriptor.SCHEMA_VERSION);
        buffer.advance(GreetingEncoder.FRAME_LENGTH);
    }

    /** Grants a login; from here on {@link #fill} sends what the log has. */
    void accept(TradingSession session, LoginAttempt attempt, LogCursor from, long nowNs) {
        cursor = from;
        firmId = session.session.firmId();
        desk.loginAccepted
                .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                .tradingDay(desk.streams.tradingDay())
                .durabilityMode(desk.exchange.durabilityCode())
                .cancelOnDisconnect((byte) (desk.grantsCancel(session, attempt) ? 1 : 0))
                .nextSequence(from.replayEnd() + 1)
                .lastClientSequence(session.lastClientSequence())
                .incarnation(desk.exchange.incarnation())
                .heartbeatIntervalNs(desk.settings.grantedHeartbeatNs(attempt.heartbeatNs))
                .disconnectGraceNs(desk.grantedGraceNs(session, attempt))
                .orderRate(session.session.orderRate())
                .orderBurst(session.session.orderBurst())
                .cancelRate(session.session.cancelRate())
                .cancelBurst(session.session.cancelBurst())
                .idsPerDay(session.session.idsPerDay());
        put(LoginAcceptedEncoder.FRAME_LENGTH, nowNs);
    }

    /** Refuses a login. The reserve has room for it. */
    void reject(LoginRejectReason reason, String text, long nextSequence, long incarnation) {
        int length =
                desk.loginRejected
                        .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                        .reason(reason.code())
                        .nextSequence(nextSequence)
                        .incarnation(incarnation)
                        .encode(text);
        buffer.advance(length);
    }

    /** Says why the connection ends. The reserve has room for it. */
    void logout(LogoutReason reason, String text, long expectedClientSequence) {
        int length =
                desk.logout
                        .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                        .reason(reason.code())
                        .expectedClientSequence((int) expectedClientSequence)
                        .encode(text);
        buffer.advance(length);
    }

    /** Gives a sign of life if nothing was said for an interval. */
    void heartbeatIfSilent(long intervalNs, long lastClientSequence, long nowNs) {
        if (nowNs - lastPutNs >= intervalNs && buffer.isEmpty()) {
            mark(MessageType.HEARTBEAT, lastClientSequence, nowNs);
        }
    }

    /** Answers a ping, now or as soon as there is room. */
    void pong(long token, long nowNs) {
        pongToken = token;
        pongOwed = true;
        fillPong(nowNs);
    }

    private void fillPong(long nowNs) {
        if (pongOwed && buffer.hasRoom(PongEncoder.FRAME_LENGTH)) {
            pongOwed = false;
            desk.pong
                    .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                    .token(pongToken)
                    .timeNs(desk.wallTimeNs());
            put(PongEncoder.FRAME_LENGTH, nowNs);
        }
    }

    /** True while an answer waits for room: then nothing may be asked. */
    boolean owesAnswer() {
        return pongOwed || query.isActive();
    }

    /** Refuses a command that was not sequenced; false without room. */
    boolean refuse(Command command, long nowNs) {
        if (!buffer.hasRoom(UnsequencedReject.MAX_FRAME_LENGTH)) {
            return false;
        }
        put(desk.unsequencedReject.encode(command, buffer.view(), buffer.offset()), nowNs);
        return true;
    }

    /** Writes as much of what is waiting as there is room for. */
    void fill(long nowNs) {
        if (cursor == null || !fillDefinitions(nowNs)) {
            return;
        }
        if (!replayMarked) {
            copy(cursor.replayEnd(), nowNs);
            if (cursor.isReplaying() || !buffer.hasRoom(SequenceMarkEncoder.FRAME_LENGTH)) {
                return;
            }
            mark(MessageType.REPLAY_COMPLETE, cursor.nextSequence(), nowNs);
            replayMarked = true;
        }
        fillPong(nowNs);
        if (query.isActive()) {
            query.fill(buffer);
            lastPutNs = nowNs;
        }
        copy(Long.MAX_VALUE, nowNs);
        caughtUp |= !cursor.hasMore();
    }

    /** The question that is being answered, or the last one. */
    OrderQuery query() {
        return query;
    }

    /** True if {@link #fill} has something left to do. */
    boolean hasMore() {
        return !replayMarked || owesAnswer() || cursor.hasMore();
    }

    /** True if a client that had everything has fallen back by more than the bound. */
    boolean isTooSlow() {
        return caughtUp && cursor.backlogBytes() > desk.settings.maxBacklogBytes();
    }

    /** True if the day is over and the client has all of it. */
    boolean isAtEndOfDay() {
        return replayMarked && cursor.isAtEndOfDay();
    }

    /** Says that the day is over; false without room. */
    boolean endOfSession(long nowNs) {
        if (!buffer.hasRoom(SequenceMarkEncoder.FRAME_LENGTH)) {
            return false;
        }
        mark(MessageType.END_OF_SESSION, cursor.nextSequence(), nowNs);
        return true;
    }

    private void copy(long limitSequence, long nowNs) {
        if (buffer.copyFrom(cursor, limitSequence) > 0) {
            lastPutNs = nowNs;
        }
    }

    private boolean fillDefinitions(long nowNs) {
        Instrument instrument = desk.exchange.reference().instrument(nextInstrument);
        while (instrument != null) {
            if (!buffer.hasRoom(InstrumentDefinitionEncoder.MAX_FRAME_LENGTH)) {
                return false;
            }
            put(define(instrument), nowNs);
            instrument = desk.exchange.reference().instrument(++nextInstrument);
        }
        Account account = desk.exchange.reference().account(nextAccount);
        while (account != null) {
            if (!buffer.hasRoom(AccountDefinitionEncoder.MAX_FRAME_LENGTH)) {
                return false;
            }
            if (account.firmId() == firmId) {
                put(define(account), nowNs);
            }
            account = desk.exchange.reference().account(++nextAccount);
        }
        return true;
    }

    private int define(Instrument instrument) {
        return desk.instrumentDefinition
                .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                .instrumentId(instrument.instrumentId())
                .priceDecimals((byte) instrument.priceDecimals())
                .quantityDecimals((byte) instrument.quantityDecimals())
                .phase(desk.streams.phase(instrument))
                .tickSize(instrument.tickSize())
                .lotSize(instrument.lotSize())
                .minQuantity(instrument.minQuantity())
                .maxQuantity(instrument.maxQuantity())
                .maxNotionalLow(instrument.maxNotionalLow())
                .maxNotionalHigh(instrument.maxNotionalHigh())
                .bandPpm(instrument.bandPpm())
                .encode(instrument.symbol(), instrument.currency());
    }

    private int define(Account account) {
        return desk.accountDefinition
                .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                .accountId(account.accountId())
                .firmId(account.firmId())
                .encode(account.name(), account.firm());
    }

    private void mark(byte type, long mark, long nowNs) {
        desk.sequenceMark.wrap(buffer.view(), buffer.offset(), type, NO_FLAGS, 0).mark(mark);
        put(SequenceMarkEncoder.FRAME_LENGTH, nowNs);
    }

    private void put(int length, long nowNs) {
        buffer.advance(length);
        lastPutNs = nowNs;
    }
}
