// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.outbound;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.AccountDefinitionEncoder;
import io.ringbook.codec.orderentry.GreetingEncoder;
import io.ringbook.codec.orderentry.InstrumentDefinitionEncoder;
import io.ringbook.codec.orderentry.LoginAcceptedEncoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OpenOrdersRequestDecoder;
import io.ringbook.codec.orderentry.OrderStatusRequestDecoder;
import io.ringbook.codec.orderentry.PongEncoder;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.orderentry.UnsequencedReject;
import io.ringbook.gateway.session.stream.LogCursor;

/**
 * What one connection has to say: in this order, after a login was granted, the definitions, the
 * replay, the mark of its end, then what is live; messages of the session itself in between. Writes
 * whole frames into the {@link SendBuffer} as far as there is room; the rest waits in the log.
 *
 * <p>One thread; allocates nothing for what is sequenced.
 */
public final class Outbox {
    private static final byte NO_FLAGS = 0;

    private final OutboxContext context;
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

    /** An outbox that has said nothing yet. */
    public Outbox(OutboxContext context, SendBuffer buffer, long nowNs) {
        this.context = context;
        this.buffer = buffer;
        this.query = new OrderQuery(context);
        this.lastPutNs = nowNs;
    }

    /** Begins the connection. */
    public void greet(byte[] nonce) {
        context.greeting
                .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                .nonce(nonce, 0)
                .timeNs(context.wallTimeNs())
                .loginTimeoutNs(context.settings.loginTimeoutNs())
                .schemaVersion(FrameDescriptor.SCHEMA_VERSION);
        buffer.advance(GreetingEncoder.FRAME_LENGTH);
    }

    /**
     * Grants a login; from here on {@link #fill} sends what the log has.
     *
     * @param lastClientSequence last command of the session that was taken today
     */
    public void accept(
            Session session,
            LoginGrant grant,
            long lastClientSequence,
            LogCursor from,
            long nowNs) {
        cursor = from;
        firmId = session.firmId();
        context.loginAccepted
                .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                .tradingDay(context.streams.tradingDay())
                .durabilityMode(context.exchange.durabilityCode())
                .cancelOnDisconnect((byte) (grant.cancelOnDisconnect() ? 1 : 0))
                .nextSequence(from.replayEnd() + 1)
                .lastClientSequence(lastClientSequence)
                .incarnation(context.exchange.incarnation())
                .heartbeatIntervalNs(grant.heartbeatNs())
                .disconnectGraceNs(grant.graceNs())
                .orderRate(session.orderRate())
                .orderBurst(session.orderBurst())
                .cancelRate(session.cancelRate())
                .cancelBurst(session.cancelBurst())
                .idsPerDay(session.idsPerDay());
        put(LoginAcceptedEncoder.FRAME_LENGTH, nowNs);
    }

    /** Refuses a login. The reserve has room for it. */
    public void reject(LoginRejectReason reason, String text, long nextSequence, long incarnation) {
        int length =
                context.loginRejected
                        .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                        .reason(reason.code())
                        .nextSequence(nextSequence)
                        .incarnation(incarnation)
                        .encode(text);
        buffer.advance(length);
    }

    /** Says why the connection ends. The reserve has room for it. */
    public void logout(LogoutReason reason, String text, long expectedClientSequence) {
        int length =
                context.logout
                        .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                        .reason(reason.code())
                        .expectedClientSequence((int) expectedClientSequence)
                        .encode(text);
        buffer.advance(length);
    }

    /** Gives a sign of life if nothing was said for an interval. */
    public void heartbeatIfSilent(long intervalNs, long lastClientSequence, long nowNs) {
        if (nowNs - lastPutNs >= intervalNs && buffer.isEmpty()) {
            mark(MessageType.HEARTBEAT, lastClientSequence, nowNs);
        }
    }

    /** Answers a ping, now or as soon as there is room. */
    public void pong(long token, long nowNs) {
        pongToken = token;
        pongOwed = true;
        fillPong(nowNs);
    }

    private void fillPong(long nowNs) {
        if (pongOwed && buffer.hasRoom(PongEncoder.FRAME_LENGTH)) {
            pongOwed = false;
            context.pong
                    .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                    .token(pongToken)
                    .timeNs(context.wallTimeNs());
            put(PongEncoder.FRAME_LENGTH, nowNs);
        }
    }

    /** True while an answer waits for room: then nothing may be asked. */
    public boolean owesAnswer() {
        return pongOwed || query.isActive();
    }

    /** Refuses a command that was not sequenced; false without room. */
    public boolean refuse(Command command, long nowNs) {
        if (!buffer.hasRoom(UnsequencedReject.MAX_FRAME_LENGTH)) {
            return false;
        }
        put(context.unsequencedReject.encode(command, buffer.view(), buffer.offset()), nowNs);
        return true;
    }

    /** Writes as much of what is waiting as there is room for. */
    public void fill(long nowNs) {
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

    /** Answers where an order stands, as far as there is room, and the rest later. */
    public void ask(OrderStatusRequestDecoder request, Session session) {
        query.begin(request, session);
    }

    /** Answers which orders are open, as far as there is room, and the rest later. */
    public void ask(OpenOrdersRequestDecoder request, Session session) {
        query.begin(request, session);
    }

    /** True if {@link #fill} has something left to do. */
    public boolean hasMore() {
        return !replayMarked || owesAnswer() || cursor.hasMore();
    }

    /** True if a client that had everything has fallen back by more than the bound. */
    public boolean isTooSlow() {
        return caughtUp && cursor.backlogBytes() > context.settings.maxBacklogBytes();
    }

    /** True if the day is over and the client has all of it. */
    public boolean isAtEndOfDay() {
        return replayMarked && cursor.isAtEndOfDay();
    }

    /** Says that the day is over; false without room. */
    public boolean endOfSession(long nowNs) {
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
        Instrument instrument = context.exchange.reference().instrument(nextInstrument);
        while (instrument != null) {
            if (!buffer.hasRoom(InstrumentDefinitionEncoder.MAX_FRAME_LENGTH)) {
                return false;
            }
            put(define(instrument), nowNs);
            instrument = context.exchange.reference().instrument(++nextInstrument);
        }
        Account account = context.exchange.reference().account(nextAccount);
        while (account != null) {
            if (!buffer.hasRoom(AccountDefinitionEncoder.MAX_FRAME_LENGTH)) {
                return false;
            }
            if (account.firmId() == firmId) {
                put(define(account), nowNs);
            }
            account = context.exchange.reference().account(++nextAccount);
        }
        return true;
    }

    private int define(Instrument instrument) {
        return context.instrumentDefinition
                .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                .instrumentId(instrument.instrumentId())
                .priceDecimals((byte) instrument.priceDecimals())
                .quantityDecimals((byte) instrument.quantityDecimals())
                .phase(context.streams.phase(instrument))
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
        return context.accountDefinition
                .wrap(buffer.view(), buffer.offset(), NO_FLAGS, 0)
                .accountId(account.accountId())
                .firmId(account.firmId())
                .encode(account.name(), account.firm());
    }

    private void mark(byte type, long mark, long nowNs) {
        context.sequenceMark.wrap(buffer.view(), buffer.offset(), type, NO_FLAGS, 0).mark(mark);
        put(SequenceMarkEncoder.FRAME_LENGTH, nowNs);
    }

    private void put(int length, long nowNs) {
        buffer.advance(length);
        lastPutNs = nowNs;
    }
}
