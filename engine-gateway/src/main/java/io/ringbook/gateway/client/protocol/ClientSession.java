// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameFault;
import io.ringbook.codec.frame.FrameHandler;
import io.ringbook.codec.orderentry.GreetingDecoder;
import io.ringbook.codec.orderentry.LoginAcceptedDecoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LoginRejectedDecoder;
import io.ringbook.codec.orderentry.LogoutDecoder;
import io.ringbook.codec.orderentry.LogoutEncoder;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MassCancelReportDecoder;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OpenOrdersEndDecoder;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.codec.orderentry.OrderStatusDecoder;
import io.ringbook.codec.orderentry.SequenceMarkDecoder;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import io.ringbook.gateway.client.outbound.PendingCommand;
import io.ringbook.gateway.client.outbound.Question;
import io.ringbook.gateway.client.outbound.SendBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;

/**
 * The session protocol from a desk's side, without sockets and without a clock: what arrived and
 * the time are arguments; what is to be sent stands in {@link #output}. Over any number of
 * connections each report is told once and each command is answered once.
 *
 * <p>Life of a connection: {@link #onConnected}, any number of {@link #onBytes}, {@link #onTime}
 * and {@link #submit}, then {@link #onCut}, whether the server closed it or {@link #wantsCut} asked
 * for it. After that {@link #connectsAt} says when to try again, until {@link #hasEnded}.
 *
 * <p>One thread, the client's. Times are {@link System#nanoTime} nanoseconds. Larger than most
 * classes here: the states of a connection, kept in one place.
 */
final class ClientSession {
    /** How long a server may take for each step of a login. */
    static final long LOGIN_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(15);

    /** How long it takes at most to close, after which nobody waits for the server. */
    static final long CLOSE_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);

    private static final int SILENT_INTERVALS = 3;

    private enum State {
        CUT,
        GREETING_AWAITED,
        LOGIN_SENT,
        REPLAYING,
        READY,
        LOGOUT_SENT,
        ENDED
    }

    private final SessionTerms terms;
    private final SessionListener listener;
    private final Sentences sentences;
    private final Outgoing outgoing;
    private final ServerStream stream;
    private final Comeback comeback;
    private final FrameDecoder frames = new FrameDecoder();
    private final FrameHandler frameHandler = this::onFrame;
    private final FrameVerifier verifier = OrderEntrySchema.serverFrameVerifier();
    private final SendBuffer output = new SendBuffer();
    private final byte[] nonce = new byte[GreetingDecoder.NONCE_LENGTH];
    private final OrderReportDecoder report = new OrderReportDecoder();
    private final OrderStatusDecoder orderStatus = new OrderStatusDecoder();

    private State state = State.CUT;
    private boolean wasAccepted;
    private boolean again;
    private boolean closing;
    private long heartbeatNs;
    private long nowNs;
    private long lastReceivedNs;
    private long lastSentNs;
    private long closingNs;
    private String cutReason;
    private String endReason = "";

    ClientSession(SessionTerms terms, SessionListener listener, long nowNs) {
        this(terms, listener, answered -> {}, nowNs);
    }

    /**
     * @param answered takes each command that has its answer: it may be used again
     */
    ClientSession(
            SessionTerms terms,
            SessionListener listener,
            Consumer<PendingCommand> answered,
            long nowNs) {
        this.terms = terms;
        this.listener = listener;
        this.stream = new ServerStream(terms.skipsEarlier());
        this.sentences = new Sentences(terms);
        this.comeback = new Comeback(terms.patienceNs(), nowNs);
        this.outgoing = new Outgoing(terms, listener, sentences, answered, nowNs);
        this.heartbeatNs = terms.heartbeatNs();
        this.nowNs = nowNs;
    }

    /** A connection stands. */
    void onConnected(long nowNs) {
        this.nowNs = nowNs;
        frames.reset();
        output.clear();
        cutReason = null;
        again = false;
        lastReceivedNs = nowNs;
        state = State.GREETING_AWAITED;
    }

    /** Takes what the server sent; nothing more once {@link #wantsCut}. */
    void onBytes(DirectBuffer buffer, int offset, int length, long nowNs) {
        this.nowNs = nowNs;
        lastReceivedNs = nowNs;
        frames.decode(buffer, offset, length, frameHandler);
        if (frames.fault() != FrameFault.NONE) {
            broken("sent what is no frame: " + frames.fault().text());
        }
    }

    /** Takes a command, to be sent as soon as the session stands. */
    void submit(PendingCommand command) {
        outgoing.submit(command);
    }

    /** Takes a question, to be asked as soon as the session stands. */
    void ask(Question question) {
        outgoing.ask(question);
    }

    /** Puts what may be sent now into the output. */
    void pump() {
        if (state == State.READY && cutReason == null && outgoing.pump(output, nowNs)) {
            lastSentNs = nowNs;
        }
    }

    /** Notices silence, and breaks its own. */
    void onTime(long nowNs) {
        this.nowNs = nowNs;
        if (closing && state != State.ENDED && nowNs - closingNs > CLOSE_TIMEOUT_NS) {
            end("");
        }
        switch (state) {
            case GREETING_AWAITED, LOGIN_SENT -> {
                if (nowNs - lastReceivedNs > LOGIN_TIMEOUT_NS) {
                    cut(sentences.noLoginAnswer());
                }
            }
            case REPLAYING, READY -> {
                if (nowNs - lastReceivedNs > SILENT_INTERVALS * heartbeatNs) {
                    cut(sentences.silence());
                } else if (nowNs - lastSentNs >= heartbeatNs) {
                    sendHeartbeat();
                }
                if (state == State.READY && nowNs - comeback.readySinceNs() > heartbeatNs) {
                    comeback.succeeded();
                }
                if (outgoing.isGivenUp(nowNs)) {
                    end(sentences.heldTooLong());
                }
            }
            case CUT, LOGOUT_SENT, ENDED -> {}
        }
    }

    /** The connection is gone, or could not be made. */
    void onCut(String reason, long nowNs) {
        this.nowNs = nowNs;
        if (state == State.ENDED) {
            return;
        }
        String why = cutReason == null ? reason : cutReason;
        cutReason = null;
        outgoing.onCut();
        if (closing && outgoing.isAnswered()) {
            end("");
        } else if (!wasAccepted && !again) {
            end(why);
        } else if (comeback.isGivenUp(nowNs)) {
            end(sentences.givenUp(why));
        } else {
            boolean first = state != State.CUT;
            state = State.CUT;
            comeback.failed(nowNs);
            if (first && wasAccepted) {
                listener.onCut(why);
            }
        }
    }

    /**
     * Sends what still waits, coming back for that if need be, and says goodbye; the server's
     * answer ends the session. To be called until {@link #hasEnded}.
     */
    void close() {
        if (!closing) {
            closing = true;
            closingNs = nowNs;
        }
        if (state == State.READY) {
            pump();
            if (!outgoing.hasWaiting() && output.hasRoom(LogoutEncoder.MAX_FRAME_LENGTH)) {
                LogoutEncoder logout = new LogoutEncoder();
                output.append(logout.wrap(output.view(), output.end(), (byte) 0, 0).encode(""));
                state = State.LOGOUT_SENT;
            }
        } else if (state != State.LOGOUT_SENT && outgoing.isAnswered()) {
            end("");
        }
    }

    SendBuffer output() {
        return output;
    }

    /** When to connect, while cut. */
    long connectsAt() {
        return comeback.nextTryNs();
    }

    /** True if the connection is to be closed now. */
    boolean wantsCut() {
        return cutReason != null || state == State.ENDED;
    }

    /** True if it is over for good. */
    boolean hasEnded() {
        return state == State.ENDED;
    }

    /** True if commands are sent at once. */
    boolean isReady() {
        return state == State.READY && cutReason == null;
    }

    /** True if a command has yet to be put into the output. */
    boolean hasWaiting() {
        return outgoing.hasWaiting();
    }

    /** Why it is over; empty if it was closed. */
    String endReason() {
        return endReason;
    }

    /** Ends it for good. */
    void end(String reason) {
        if (state != State.ENDED) {
            state = State.ENDED;
            endReason = reason;
            outgoing.end(reason);
            listener.onEnd(reason);
        }
    }

    private boolean onFrame(DirectBuffer buffer, int frame, int length) {
        Verdict verdict = verifier.verify(buffer, frame, length);
        if (verdict == Verdict.UNSUPPORTED_VERSION) {
            end(sentences.otherVersion(FrameDescriptor.schemaVersion(buffer, frame)));
        } else if (verdict != Verdict.OK) {
            broken("sent a message that is not sound: " + verdict.text());
        } else {
            onMessage(buffer, frame);
        }
        return !wantsCut();
    }

    private void onMessage(DirectBuffer buffer, int frame) {
        int body = verifier.fieldOffset(OrderEntrySchema.BODY);
        byte type = FrameDescriptor.type(buffer, frame);
        switch (type) {
            case MessageType.GREETING -> onGreeting(new GreetingDecoder().wrap(buffer, body));
            case MessageType.LOGIN_ACCEPTED ->
                    onLoginAccepted(new LoginAcceptedDecoder().wrap(buffer, body));
            case MessageType.LOGIN_REJECTED ->
                    onLoginRejected(new LoginRejectedDecoder().wrap(buffer, body, text()));
            case MessageType.LOGOUT -> onLogout(new LogoutDecoder().wrap(buffer, body, text()));
            case MessageType.INSTRUMENT_DEFINITION ->
                    listener.onInstrument(
                            Definitions.instrument(buffer, body, text(), secondText()));
            case MessageType.ACCOUNT_DEFINITION ->
                    listener.onAccount(Definitions.account(buffer, body, text(), secondText()));
            case MessageType.REPLAY_COMPLETE ->
                    onReplayComplete(new SequenceMarkDecoder().wrap(buffer, body).mark());
            case MessageType.END_OF_SESSION -> onDayOver();
            case MessageType.ORDER_STATUS -> outgoing.onOrder(orderStatus.wrap(buffer, body));
            case MessageType.OPEN_ORDERS_END ->
                    outgoing.onOrdersEnd(new OpenOrdersEndDecoder().wrap(buffer, body).requestId());
            case MessageType.ORDER_ACCEPTED,
                    MessageType.ORDER_REJECTED,
                    MessageType.ORDER_EXECUTED,
                    MessageType.ORDER_REPLACED,
                    MessageType.ORDER_REDUCED,
                    MessageType.ORDER_CANCELED,
                    MessageType.ORDER_EXPIRED,
                    MessageType.ORDER_RESTATED,
                    MessageType.CANCEL_REJECTED,
                    MessageType.REPLACE_REJECTED,
                    MessageType.MASS_CANCEL_REPORT ->
                    onReport(type, buffer, frame, body);
            default -> {}
        }
    }

    private int text() {
        return verifier.fieldOffset(OrderEntrySchema.FIRST_TEXT);
    }

    private int secondText() {
        return verifier.fieldOffset(OrderEntrySchema.SECOND_TEXT);
    }

    private void onGreeting(GreetingDecoder greeting) {
        if (state != State.GREETING_AWAITED) {
            broken("greeted twice");
            return;
        }
        if ((greeting.schemaVersion() & 0xFFFF) < FrameDescriptor.SCHEMA_VERSION) {
            end(sentences.otherVersion(greeting.schemaVersion() & 0xFFFF));
            return;
        }
        greeting.getNonce(nonce, 0);
        LoginFrame.append(output, terms, stream, nonce);
        lastSentNs = nowNs;
        state = State.LOGIN_SENT;
    }

    private void onLoginAccepted(LoginAcceptedDecoder accepted) {
        if (state != State.LOGIN_SENT) {
            broken("accepted a login that was not sent");
            return;
        }
        if (!stream.onAccepted(accepted.tradingDay(), accepted.incarnation())) {
            missedEndOfDay();
            return;
        }
        if (accepted.heartbeatIntervalNs() > 0) {
            heartbeatNs = accepted.heartbeatIntervalNs();
        }
        outgoing.onLogin(accepted.lastClientSequence());
        listener.onAccepted(accepted.lastClientSequence());
        wasAccepted = true;
        state = State.REPLAYING;
    }

    private void onLoginRejected(LoginRejectedDecoder rejected) {
        LoginRejectReason reason = LoginRejectReason.of(rejected.reason());
        String sentence = sentences.refused(reason, rejected, stream);
        if (stream.skips(reason, rejected) || stream.follows(reason, rejected)) {
            again = true;
            cut(sentence);
        } else if (wasAccepted && stream.isDayOver(reason, rejected)) {
            missedEndOfDay();
        } else if (isPassing(reason)) {
            cut(sentence);
        } else {
            end(sentence);
        }
    }

    /** True if the same login may be granted later, to one who was there before. */
    private boolean isPassing(LoginRejectReason reason) {
        return wasAccepted
                && (reason == LoginRejectReason.TOO_MANY
                        || reason == LoginRejectReason.SERVER_STOPPING
                        || reason == LoginRejectReason.JOURNAL_UNAVAILABLE);
    }

    private void onLogout(LogoutDecoder logout) {
        StringBuilder text = new StringBuilder();
        logout.appendTextTo(text);
        LogoutReason reason = LogoutReason.of(logout.reason());
        if (state == State.LOGOUT_SENT) {
            end("");
        } else if (reason == LogoutReason.REPLACED
                || reason == LogoutReason.MALFORMED
                || reason == LogoutReason.FLOODING) {
            end(sentences.ended(text.toString()));
        } else {
            cut(sentences.ended(text.toString()));
        }
    }

    private void onReplayComplete(long nextSequence) {
        if (state != State.REPLAYING) {
            broken("completed a replay that it did not begin");
        } else if (nextSequence != stream.expected()) {
            broken("completed a replay before " + nextSequence + ", expected " + stream.expected());
        } else if (!outgoing.onReplayComplete()) {
            broken("completed a replay without the answer to each command that it had taken");
        } else {
            state = State.READY;
            comeback.ready(nowNs);
            listener.onReady();
        }
    }

    private void onDayOver() {
        // Whatever is unanswered arrived after the end of the day, if at all, and was not taken.
        stream.onNewDay();
        outgoing.onNewDay();
        listener.onDayOver();
        cut("the trading day is over");
    }

    /** A day ended during a cut: what it answered then can no longer be learned. */
    private void missedEndOfDay() {
        stream.onNewDay();
        outgoing.onNewDay();
        outgoing.loseSent();
        listener.onDayOver();
        cut("the trading day ended during a cut");
    }

    private void onReport(byte type, DirectBuffer buffer, int frame, int body) {
        if (state != State.REPLAYING && state != State.READY && state != State.LOGOUT_SENT) {
            broken("sent a report before the login");
            return;
        }
        long sequence = FrameDescriptor.sequence(buffer, frame);
        if (sequence == 0) {
            outgoing.onRefused(nowNs);
        } else if (sequence > stream.expected()) {
            broken("went on with sequence " + sequence + ", expected " + stream.expected());
        } else if (sequence == stream.expected()) {
            stream.onMessage();
            comeback.succeeded();
            listener.onReport(type, buffer, frame, body, text());
            if ((flags(type, buffer, body) & OrderReportDecoder.ANSWER_FLAG) != 0) {
                outgoing.onAnswer(nowNs);
            }
        }
    }

    private byte flags(byte type, DirectBuffer buffer, int body) {
        return type == MessageType.MASS_CANCEL_REPORT
                ? buffer.getByte(body + MassCancelReportDecoder.FLAGS_OFFSET)
                : report.wrap(buffer, body).flags();
    }

    private void sendHeartbeat() {
        if (output.hasRoom(SequenceMarkEncoder.FRAME_LENGTH)) {
            new SequenceMarkEncoder()
                    .wrap(output.view(), output.end(), MessageType.HEARTBEAT, (byte) 0, 0)
                    .mark(stream.expected() - 1);
            output.append(SequenceMarkEncoder.FRAME_LENGTH);
            lastSentNs = nowNs;
        }
    }

    /** The server does not keep to the protocol: at first sight it is another server. */
    private void broken(String what) {
        String sentence = sentences.broken(what);
        if (wasAccepted) {
            cut(sentence);
        } else {
            end(sentence + "; is it a Ringbook order entry port?");
        }
    }

    private void cut(String reason) {
        if (cutReason == null) {
            cutReason = reason;
        }
    }
}
