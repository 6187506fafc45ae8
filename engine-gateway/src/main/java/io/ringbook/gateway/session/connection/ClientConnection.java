// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.connection;

import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameFault;
import io.ringbook.codec.frame.FrameHandler;
import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.verify.Verdict;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.session.login.LoginAttempt;
import io.ringbook.gateway.session.outbound.Outbox;
import io.ringbook.gateway.session.outbound.SendBuffer;
import io.ringbook.gateway.session.stream.LogCursor;
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
 * follows waits. Every way out of ENTERING and OPEN but a replacement by the session's next login,
 * and the stop of the server, sequences a LOGOFF.
 *
 * <p>The states and the ways between them are here; what each of them does is in {@link
 * LoginPhase}, {@link MessageRouter}, {@link CommandSequence}, {@link Liveness} and {@link Outbox}.
 *
 * <p>One thread, that of the connections; allocates nothing for an order.
 */
public final class ClientConnection implements Conversation, FrameHandler {
    private enum State {
        GREETED,
        VERIFYING,
        ENTERING,
        OPEN,
        ENDING,
        CLOSED
    }

    private final SessionDesk desk;
    private final FrameDecoder frames = new FrameDecoder();
    private final MessageRouter router;
    private final LoginPhase login;
    private final Liveness liveness = new Liveness();
    private final MessageRate rate;
    private final SendBuffer sendBuffer;
    private final Outbox outbox;
    private State state = State.GREETED;
    private TradingSession session;
    private long endingNs;
    private long nowNs;
    private String endText = "";
    private Object attachment;

    ClientConnection(SessionDesk desk, byte[] nonce, long nowNs) {
        this.desk = desk;
        this.router = new MessageRouter(this, desk);
        this.login = new LoginPhase(this, desk, nonce, nowNs);
        this.rate = new MessageRate(desk.settings.maxQuestionsPerSecond());
        this.sendBuffer = new SendBuffer(desk.buffers.takeSmall());
        this.outbox = new Outbox(desk.outboxes, sendBuffer, nowNs);
        this.nowNs = nowNs;
        outbox.greet(nonce);
    }

    @Override
    public int receive(DirectBuffer bytes, int offset, int length, long timeNs) {
        now(timeNs);
        liveness.onReceived(timeNs);
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
        Verdict verdict = router.route(buffer, offset, length);
        if (verdict == Verdict.UNSUPPORTED_VERSION && state == State.GREETED) {
            reject(LoginRejectReason.UNSUPPORTED_VERSION);
        } else if (verdict != Verdict.OK) {
            end(LogoutReason.MALFORMED, verdict.text(), 0);
        }
        return takesInput();
    }

    /** A login has come, in this frame. */
    void onLogin(LoginDecoder decoder, DirectBuffer frame, int offset, int length) {
        if (state != State.GREETED) {
            end(LogoutReason.MALFORMED, "This connection has logged in already", 0);
        } else if (login.verify(decoder, frame, offset, length)) {
            state = State.VERIFYING;
        }
    }

    /** A worker is through with the signature. */
    void onVerified(LoginAttempt<ClientConnection> verified, long timeNs) {
        now(timeNs);
        if (state != State.VERIFYING) {
            return;
        }
        TradingSession mine = login.enter(verified);
        if (mine == null) {
            return;
        }
        if (mine.connection != null) {
            mine.connection.replace(timeNs);
        }
        session = mine;
        mine.connection = this;
        state = State.ENTERING;
        fill(timeNs);
    }

    /** To be called when its stream has grown and when its socket has taken bytes. */
    @Override
    public void fill(long timeNs) {
        now(timeNs);
        if (state == State.ENTERING && login.isJournaled() && login.agreesWithServer()) {
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
        desk.buffers.giveBack(sendBuffer.move(desk.buffers.takeLarge()));
        liveness.begin(login.grant().heartbeatNs(), nowNs);
        LogCursor cursor = new LogCursor(session.stream.today(), login.nextSequence());
        outbox.accept(session.session, login.grant(), session.lastClientSequence(), cursor, nowNs);
        state = State.OPEN;
    }

    /** Counts a message that no rate of the engine bounds; ends the session at the limit. */
    boolean isAllowed() {
        boolean allowed = rate.admits(nowNs);
        if (!allowed) {
            end(LogoutReason.FLOODING);
        }
        return allowed;
    }

    /** True if the session is logged in; what comes before that is a fault. */
    boolean requireOpen() {
        if (state == State.OPEN) {
            return true;
        }
        if (takesInput()) {
            end(LogoutReason.MALFORMED, "A login must come first", 0);
        }
        return false;
    }

    /** Answers a command that was not sequenced. */
    void refuse(Command command) {
        if (!outbox.refuse(command, nowNs)) {
            end(LogoutReason.SLOW_CONSUMER);
        }
    }

    @Override
    public void onTime(long timeNs, long stalledNs) {
        now(timeNs);
        login.onStalled(stalledNs);
        liveness.onStalled(stalledNs);
        switch (state) {
            case GREETED -> {
                if (login.isLate(timeNs)) {
                    end(LogoutReason.LOGIN_TIMEOUT);
                }
            }
            case OPEN -> {
                if (liveness.isLost(timeNs)) {
                    end(LogoutReason.HEARTBEAT_LOST);
                } else {
                    outbox.heartbeatIfSilent(
                            liveness.intervalNs(), session.lastClientSequence(), timeNs);
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

    @Override
    public void onPeerGone(long timeNs) {
        now(timeNs);
        if (endText.isEmpty()) {
            endText = "The client has closed the connection";
        }
        leave();
        close();
    }

    /** The session stays logged in until the next start. */
    @Override
    public void stop(long timeNs) {
        now(timeNs);
        if (isOver()) {
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
        now(timeNs);
        reject(LoginRejectReason.TOO_MANY);
    }

    private void replace(long timeNs) {
        now(timeNs);
        session.connection = null;
        outbox.logout(LogoutReason.REPLACED, LogoutReason.REPLACED.text(), 0);
        ending(LogoutReason.REPLACED.text());
    }

    void end(LogoutReason reason) {
        end(reason, reason.text(), 0);
    }

    void end(LogoutReason reason, String text, long expectedClientSequence) {
        if (!isOver()) {
            leave();
            outbox.logout(reason, text, expectedClientSequence);
            ending(reason + ": " + text);
        }
    }

    void reject(LoginRejectReason reason) {
        reject(reason, reason.text(), 0, 0);
    }

    void reject(LoginRejectReason reason, String text, long nextSequence, long incarnation) {
        if (!isOver()) {
            leave();
            outbox.reject(reason, text, nextSequence, incarnation);
            ending(reason + ": " + text);
        }
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
        state = State.ENDING;
    }

    @Override
    public void close() {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            desk.buffers.giveBack(sendBuffer.release());
        }
    }

    private void now(long timeNs) {
        assert desk.thread.isCurrent() : "another thread has the connections";
        nowNs = timeNs;
    }

    private boolean isOver() {
        return state == State.ENDING || state == State.CLOSED;
    }

    long nowNs() {
        return nowNs;
    }

    TradingSession session() {
        return session;
    }

    Outbox outbox() {
        return outbox;
    }

    @Override
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

    @Override
    public boolean isOpen() {
        return state == State.OPEN;
    }

    @Override
    public boolean hasMore() {
        return state == State.OPEN && outbox.hasMore();
    }

    @Override
    public boolean isEnding() {
        return state == State.ENDING;
    }

    @Override
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

    @Override
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
