// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameFault;
import io.ringbook.codec.frame.FrameHandler;
import io.ringbook.codec.orderentry.CancelOrderDecoder;
import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LogoutDecoder;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MassCancelDecoder;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.OpenOrdersRequestDecoder;
import io.ringbook.codec.orderentry.OrderEntryHandler;
import io.ringbook.codec.orderentry.OrderStatusRequestDecoder;
import io.ringbook.codec.orderentry.ReduceOrderDecoder;
import io.ringbook.codec.orderentry.ReplaceOrderDecoder;
import io.ringbook.codec.verify.Verdict;
import io.ringbook.gateway.orderentry.CommandAdapter;
import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;

/**
 * One connection of a client, without its socket: bytes and time in, bytes out.
 *
 * <pre>
 *  GREETED ──login──▶ VERIFYING ──right key──▶ ENTERING ──LOGIN journaled──▶ OPEN
 *     │                   │                       │                            │
 *     └──── timeout, bad frame, refused ──────────┴── logout, silence, gap … ──┤
 *                                                                              ▼
 *                                           CLOSED ◀── last bytes taken ── ENDING
 * </pre>
 *
 * <p>While it is VERIFYING or ENTERING, or answers a question about orders, no input is taken: what
 * follows waits. Every way out of ENTERING and OPEN but a replacement by the session's next login
 * sequences a LOGOFF.
 *
 * <p>One thread, that of the connections; allocates nothing for an order.
 */
public final class ClientConnection implements FrameHandler, OrderEntryHandler {
    static final int NONCE_LENGTH = 32;

    private static final int SILENT_INTERVALS = 3;
    private static final long SECOND_NS = 1_000_000_000L;

    private enum State {
        GREETED,
        VERIFYING,
        ENTERING,
        OPEN,
        ENDING,
        CLOSED
    }

    private final SessionDesk desk;
    private final byte[] nonce;
    private final FrameDecoder frames = new FrameDecoder();
    private final SendBuffer sendBuffer;
    private final Outbox outbox;
    private State state = State.GREETED;
    private long openedNs;
    private TradingSession session;
    private LoginAttempt attempt;
    private long loginSequence;
    private long heartbeatNs;
    private long lastReceivedNs;
    private long endingNs;
    private long nowNs;
    private String endText = "";

    /** First client sequence that was refused for want of room, until it comes again; else 0. */
    private long refusedFrom;

    private long windowNs;
    private int messagesInWindow;
    private Object attachment;
    private DirectBuffer frame;
    private int frameOffset;
    private int frameLength;

    ClientConnection(SessionDesk desk, byte[] nonce, long nowNs) {
        this.desk = desk;
        this.nonce = nonce;
        this.sendBuffer = new SendBuffer(desk.takeSmallBuffer());
        this.outbox = new Outbox(desk, sendBuffer, nowNs);
        this.openedNs = nowNs;
        this.lastReceivedNs = nowNs;
        this.nowNs = nowNs;
        outbox.greet(nonce);
    }

    /**
     * Takes bytes from the client.
     *
     * @param timeNs monotonic; not before the last
     * @return bytes taken: all, or less if the connection takes no more for now or for ever
     */
    public int receive(DirectBuffer bytes, int offset, int length, long timeNs) {
        nowNs = timeNs;
        lastReceivedNs = timeNs;
        if (!takesInput()) {
            return 0;
        }
        int taken = frames.decode(bytes, offset, length, this);
        if (frames.fault() != FrameFault.NONE && takesInput()) {
            end(LogoutReason.MALFORMED, frames.fault().text(), 0);
        }
        return taken;
    }

    @Override
    public boolean onFrame(DirectBuffer buffer, int offset, int length) {
        frame = buffer;
        frameOffset = offset;
        frameLength = length;
        Verdict verdict = desk.decoder.decode(buffer, offset, length, this);
        if (verdict == Verdict.UNSUPPORTED_VERSION && state == State.GREETED) {
            reject(LoginRejectReason.UNSUPPORTED_VERSION, 0, 0);
        } else if (verdict != Verdict.OK) {
            end(LogoutReason.MALFORMED, verdict.text(), 0);
        }
        return takesInput();
    }

    @Override
    public void onLogin(LoginDecoder login) {
        if (state != State.GREETED) {
            end(LogoutReason.MALFORMED, "This connection has logged in already", 0);
            return;
        }
        if (login.nextSequence() < 1) {
            reject(
                    LoginRejectReason.INVALID_REQUEST,
                    "The next expected sequence counts from 1",
                    0,
                    0);
            return;
        }
        LoginRequest request = LoginRequest.of(login, nonce, frame, frameOffset, frameLength);
        if (desk.logins.verify(this, request)) {
            enter(State.VERIFYING);
        } else {
            reject(LoginRejectReason.TOO_MANY, 0, 0);
        }
    }

    /** A worker is through with the signature. */
    void onVerified(LoginAttempt verified, long timeNs) {
        nowNs = timeNs;
        if (state != State.VERIFYING) {
            return;
        }
        if (!verified.isValid()) {
            reject(LoginRejectReason.UNKNOWN_OR_WRONG_KEY, 0, 0);
            return;
        }
        attempt = verified;
        TradingSession mine = verified.session;
        if (!agreesWithServer(mine)) {
            return;
        }
        loginSequence = desk.submitLogin(mine, verified);
        if (loginSequence == CommandDoor.NOT_SEQUENCED) {
            reject(LoginRejectReason.JOURNAL_UNAVAILABLE, 0, 0);
            return;
        }
        if (mine.connection != null) {
            mine.connection.replace(timeNs);
        }
        session = mine;
        mine.connection = this;
        enter(State.ENTERING);
        fill(timeNs);
    }

    /** Refuses a login that expects what this server has not sent, or another journal. */
    private boolean agreesWithServer(TradingSession mine) {
        long next = mine.stream.today().lastSequence() + 1;
        long incarnation = desk.exchange.incarnation();
        if (attempt.nextSequence > next) {
            reject(LoginRejectReason.SEQUENCE_AHEAD, next, incarnation);
            return false;
        }
        if (attempt.incarnation != 0 && attempt.incarnation != incarnation) {
            reject(LoginRejectReason.WRONG_INCARNATION, next, incarnation);
            return false;
        }
        return true;
    }

    /**
     * Writes what waits for this client as far as there is room; to be called when its stream has
     * grown and when its socket has taken bytes.
     */
    public void fill(long timeNs) {
        nowNs = timeNs;
        if (state == State.ENTERING && session.stream.lastLoginSequence() >= loginSequence) {
            open();
        }
        if (state != State.OPEN) {
            return;
        }
        outbox.fill(timeNs);
        if (outbox.isTooSlow()) {
            end(LogoutReason.SLOW_CONSUMER);
        } else if (outbox.isAtEndOfDay() && outbox.endOfSession(timeNs)) {
            leave();
            ending("The trading day is over");
        }
    }

    private void open() {
        if (!agreesWithServer(session)) {
            return;
        }
        desk.giveBack(sendBuffer.move(desk.takeLargeBuffer()));
        heartbeatNs = desk.settings.grantedHeartbeatNs(attempt.heartbeatNs);
        lastReceivedNs = nowNs;
        LogCursor cursor = new LogCursor(session.stream.today(), attempt.nextSequence);
        outbox.accept(session, attempt, cursor, nowNs);
        enter(State.OPEN);
    }

    @Override
    public void onNewOrder(long sequence, boolean possResend, NewOrderDecoder order) {
        if (isNext(sequence, possResend)) {
            CommandAdapter.adapt(order, desk.command);
            submit(sequence, possResend);
        }
    }

    @Override
    public void onReplaceOrder(long sequence, boolean possResend, ReplaceOrderDecoder replace) {
        if (isNext(sequence, possResend)) {
            CommandAdapter.adapt(replace, desk.command);
            submit(sequence, possResend);
        }
    }

    @Override
    public void onReduceOrder(long sequence, boolean possResend, ReduceOrderDecoder reduce) {
        if (isNext(sequence, possResend)) {
            CommandAdapter.adapt(reduce, desk.command);
            submit(sequence, possResend);
        }
    }

    @Override
    public void onCancelOrder(long sequence, boolean possResend, CancelOrderDecoder cancel) {
        if (isNext(sequence, possResend)) {
            CommandAdapter.adapt(cancel, desk.command);
            submit(sequence, possResend);
        }
    }

    @Override
    public void onMassCancel(long sequence, boolean possResend, MassCancelDecoder massCancel) {
        if (isNext(sequence, possResend)) {
            CommandAdapter.adapt(massCancel, desk.command);
            submit(sequence, possResend);
        }
    }

    @Override
    public void onOrderStatusRequest(OrderStatusRequestDecoder request) {
        if (requireOpen() && isAllowed()) {
            outbox.query().begin(request, session);
        }
    }

    @Override
    public void onOpenOrdersRequest(OpenOrdersRequestDecoder request) {
        if (requireOpen() && isAllowed()) {
            outbox.query().begin(request, session);
        }
    }

    @Override
    public void onPing(long token) {
        if (requireOpen() && isAllowed()) {
            outbox.pong(token, nowNs);
        }
    }

    @Override
    public void onHeartbeat(long lastSequence) {
        if (requireOpen()) {
            isAllowed();
        }
    }

    @Override
    public void onLogout(LogoutDecoder logout) {
        if (requireOpen()) {
            end(LogoutReason.REQUESTED);
        }
    }

    /** True if a command is the one that is due; otherwise it was dealt with. */
    private boolean isNext(long sequence, boolean possResend) {
        if (!requireOpen()) {
            return false;
        }
        long expected = session.lastClientSequence() + 1;
        if (sequence == expected) {
            return true;
        }
        if (Long.compareUnsigned(sequence, expected) < 0) {
            if (!possResend) {
                end(LogoutReason.SEQUENCE_LOW, LogoutReason.SEQUENCE_LOW.text(), expected);
            }
            return false;
        }
        if (refusedFrom == expected) {
            // It was sent behind one that was refused, before the client could know.
            return true;
        }
        end(LogoutReason.SEQUENCE_GAP, LogoutReason.SEQUENCE_GAP.text(), expected);
        return false;
    }

    private void submit(long sequence, boolean possResend) {
        desk.command.sessionId = session.session.sessionId();
        desk.command.possResend = possResend;
        desk.command.clientSequence = (int) sequence;
        boolean due = sequence == session.lastClientSequence() + 1;
        if (due && desk.submit(desk.command) != CommandDoor.NOT_SEQUENCED) {
            session.onCommandTaken(sequence);
            refusedFrom = 0;
            return;
        }
        refusedFrom = session.lastClientSequence() + 1;
        if (!outbox.refuse(desk.command, nowNs)) {
            end(LogoutReason.SLOW_CONSUMER);
        }
    }

    /** Counts a message that no rate of the engine bounds; ends the session at the limit. */
    private boolean isAllowed() {
        if (nowNs - windowNs >= SECOND_NS) {
            windowNs = nowNs;
            messagesInWindow = 0;
        }
        if (++messagesInWindow > desk.settings.maxQuestionsPerSecond()) {
            end(LogoutReason.FLOODING);
            return false;
        }
        return true;
    }

    private boolean requireOpen() {
        if (state == State.OPEN) {
            return true;
        }
        if (takesInput()) {
            end(LogoutReason.MALFORMED, "A login must come first", 0);
        }
        return false;
    }

    /**
     * Looks at the clock.
     *
     * @param timeNs monotonic
     * @param stalledNs of the time since the last call, how long nothing was read from anybody: it
     *     does not count as silence
     */
    public void onTime(long timeNs, long stalledNs) {
        nowNs = timeNs;
        openedNs += stalledNs;
        lastReceivedNs += stalledNs;
        switch (state) {
            case GREETED -> {
                if (timeNs - openedNs > desk.settings.loginTimeoutNs()) {
                    end(LogoutReason.LOGIN_TIMEOUT);
                }
            }
            case OPEN -> {
                if (timeNs - lastReceivedNs > SILENT_INTERVALS * heartbeatNs) {
                    end(LogoutReason.HEARTBEAT_LOST);
                } else {
                    outbox.heartbeatIfSilent(heartbeatNs, session.lastClientSequence(), timeNs);
                }
            }
            case ENDING -> {
                if (timeNs - endingNs > desk.settings.logoutTimeoutNs()) {
                    close();
                }
            }
            default -> {}
        }
    }

    /** The client has closed, or its connection broke. */
    public void onPeerGone(long timeNs) {
        nowNs = timeNs;
        if (endText.isEmpty()) {
            endText = "The client has closed the connection";
        }
        leave();
        close();
    }

    /** Tells the client why, then closes; the session stays logged in until the next start. */
    public void stop(long timeNs) {
        nowNs = timeNs;
        if (state == State.ENDING || state == State.CLOSED) {
            return;
        }
        if (session != null) {
            session.connection = null;
        }
        outbox.logout(LogoutReason.SERVER_STOPPING, LogoutReason.SERVER_STOPPING.text(), 0);
        ending(LogoutReason.SERVER_STOPPING.text());
    }

    /** Makes room for another one: too many have not logged in. */
    public void evict(long timeNs) {
        nowNs = timeNs;
        reject(LoginRejectReason.TOO_MANY, 0, 0);
    }

    private void replace(long timeNs) {
        nowNs = timeNs;
        session.connection = null;
        outbox.logout(LogoutReason.REPLACED, LogoutReason.REPLACED.text(), 0);
        ending(LogoutReason.REPLACED.text());
    }

    private void end(LogoutReason reason) {
        end(reason, reason.text(), 0);
    }

    private void end(LogoutReason reason, String text, long expectedClientSequence) {
        if (state == State.ENDING || state == State.CLOSED) {
            return;
        }
        leave();
        outbox.logout(reason, text, expectedClientSequence);
        ending(reason + ": " + text);
    }

    private void reject(LoginRejectReason reason, long nextSequence, long incarnation) {
        reject(reason, reason.text(), nextSequence, incarnation);
    }

    private void reject(
            LoginRejectReason reason, String text, long nextSequence, long incarnation) {
        if (state == State.ENDING || state == State.CLOSED) {
            return;
        }
        leave();
        outbox.reject(reason, text, nextSequence, incarnation);
        ending(reason + ": " + text);
    }

    private void leave() {
        if (session != null && session.connection == this) {
            session.connection = null;
            desk.logOff(session);
        }
    }

    private void ending(String text) {
        endText = text;
        endingNs = nowNs;
        enter(State.ENDING);
    }

    /** Gives everything back; the socket may go. */
    public void close() {
        if (state != State.CLOSED) {
            enter(State.CLOSED);
            ByteBuffer memory = sendBuffer.release();
            desk.giveBack(memory);
        }
    }

    private void enter(State next) {
        state = next;
    }

    /** True while bytes from the client are wanted. */
    public boolean takesInput() {
        return state == State.GREETED || (state == State.OPEN && !outbox.owesAnswer());
    }

    /** True if no login has come yet. */
    public boolean isGreeted() {
        return state == State.GREETED;
    }

    /** True if no login was granted yet. */
    public boolean isBeforeLogin() {
        return state == State.GREETED || state == State.VERIFYING;
    }

    /** True if the session is logged in here. */
    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** True if {@link #fill} would find something to send. */
    public boolean hasMore() {
        return state == State.OPEN && outbox.hasMore();
    }

    /** True once the last message is written: close when it is taken. */
    public boolean isEnding() {
        return state == State.ENDING;
    }

    /** True once nothing is left to be done. */
    public boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Whatever the owner of the socket keeps with this connection. */
    public void attach(Object object) {
        attachment = object;
    }

    /** What was attached, or null. */
    public Object attachment() {
        return attachment;
    }

    /** What the socket is to take. */
    public SendBuffer sendBuffer() {
        return sendBuffer;
    }

    /** Name of the session, empty before a login was granted. */
    public String sessionName() {
        return session == null ? "" : session.session.name();
    }

    /** Why it ended, empty before. */
    public String endText() {
        return endText;
    }
}
