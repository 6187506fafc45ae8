// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameFault;
import io.ringbook.codec.orderentry.AccountDefinitionDecoder;
import io.ringbook.codec.orderentry.GreetingDecoder;
import io.ringbook.codec.orderentry.InstrumentDefinitionDecoder;
import io.ringbook.codec.orderentry.LoginAcceptedDecoder;
import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LoginEncoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LoginRejectedDecoder;
import io.ringbook.codec.orderentry.LogoutDecoder;
import io.ringbook.codec.orderentry.LogoutEncoder;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.orderentry.SequenceMarkDecoder;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Phase;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The session protocol from a desk's side, without sockets and without a clock: what arrived and
 * the time are arguments; what is to be sent stands in {@link #output}. Over any number of
 * connections each report is told once and each command is answered once.
 *
 * <p>Life of a connection: {@link #onConnected}, any number of {@link #onBytes}, {@link #onTime}
 * and {@link #submit}, then {@link #onCut}, whether the server closed it or {@link #wantsCut} asked
 * for it. After that {@link #connectsAt} says when to try again, until {@link #hasEnded}.
 *
 * <p>One thread, the client's. Times are {@link System#nanoTime} nanoseconds.
 */
final class ClientSession {
    /** How long a server may take for each step of a login. */
    static final long LOGIN_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(15);

    /** How long it may take to answer a logout, after which nobody waits for it. */
    static final long LOGOUT_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);

    private static final int SILENT_INTERVALS = 3;

    private enum State {
        CUT,
        GREETING_AWAITED,
        LOGIN_SENT,
        REPLAYING,
        READY,
        CLOSING,
        ENDED
    }

    private final ClientSettings settings;
    private final ClientDirectory directory;
    private final OrderEntryListener listener;
    private final Unanswered unanswered;
    private final Comeback comeback;
    private final FrameDecoder frames = new FrameDecoder();
    private final FrameVerifier verifier = OrderEntrySchema.serverFrameVerifier();
    private final SendBuffer output = new SendBuffer();
    private final Report report;
    private final byte[] nonce = new byte[GreetingDecoder.NONCE_LENGTH];

    private State state = State.CUT;
    private boolean wasAccepted;
    private boolean again;
    private long expectedSequence = 1;
    private long incarnation;
    private int tradingDay;
    private long heartbeatNs;
    private long nowNs;
    private long lastReceivedNs;
    private long lastSentNs;
    private long logoutSentNs;
    private String cutReason;
    private String endReason = "";

    ClientSession(
            ClientSettings settings,
            ClientDirectory directory,
            OrderEntryListener listener,
            long nowNs) {
        this.settings = settings;
        this.directory = directory;
        this.listener = listener;
        this.unanswered = new Unanswered(listener);
        this.comeback = new Comeback(settings.giveUpAfter().toNanos(), nowNs);
        this.report = new Report(directory);
        this.heartbeatNs = settings.heartbeatInterval().toNanos();
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
        frames.decode(buffer, offset, length, this::onFrame);
        if (frames.fault() != FrameFault.NONE) {
            broken("sent what is no frame: " + frames.fault().text());
        }
    }

    /** Takes a command, to be sent as soon as the session stands. */
    void submit(PendingCommand command) {
        unanswered.add(command);
    }

    /** Puts what may be sent now into the output. */
    void pump() {
        if (state == State.READY && cutReason == null && unanswered.send(output)) {
            lastSentNs = nowNs;
        }
    }

    /** Notices silence, and breaks its own. */
    void onTime(long nowNs) {
        this.nowNs = nowNs;
        switch (state) {
            case GREETING_AWAITED, LOGIN_SENT -> {
                if (nowNs - lastReceivedNs > LOGIN_TIMEOUT_NS) {
                    cut("the server at " + settings.address() + " does not answer a login");
                }
            }
            case CLOSING -> {
                if (nowNs - logoutSentNs > LOGOUT_TIMEOUT_NS) {
                    end("");
                }
            }
            case REPLAYING, READY -> {
                if (nowNs - lastReceivedNs > SILENT_INTERVALS * heartbeatNs) {
                    cut("the server fell silent");
                } else if (nowNs - lastSentNs >= heartbeatNs) {
                    sendHeartbeat();
                }
                if (state == State.READY && nowNs - comeback.readySinceNs() > heartbeatNs) {
                    comeback.succeeded();
                }
            }
            case CUT, ENDED -> {}
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
        if (state == State.CLOSING) {
            end("");
        } else if (!wasAccepted && !again) {
            end(why);
        } else if (comeback.isGivenUp(nowNs)) {
            end(why + "; tried to come back for " + settings.giveUpAfter().toSeconds() + " s");
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
     * Sends what still waits and says goodbye; the server's answer ends the session. To be called
     * until {@link #hasEnded}.
     */
    void close() {
        if (state == State.READY) {
            pump();
            if (!unanswered.hasWaiting() && output.hasRoom(LogoutEncoder.MAX_FRAME_LENGTH)) {
                LogoutEncoder logout = new LogoutEncoder();
                output.append(logout.wrap(output.view(), output.end(), (byte) 0, 0).encode(""));
                state = State.CLOSING;
                logoutSentNs = nowNs;
            }
        } else if (state != State.CLOSING) {
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

    boolean isReady() {
        return state == State.READY;
    }

    /** True if it is over for good. */
    boolean hasEnded() {
        return state == State.ENDED;
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
            listener.onEnd(reason);
        }
    }

    private boolean onFrame(DirectBuffer buffer, int frame, int length) {
        Verdict verdict = verifier.verify(buffer, frame, length);
        if (verdict == Verdict.UNSUPPORTED_VERSION) {
            endOfVersion(FrameDescriptor.schemaVersion(buffer, frame));
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
        boolean loggedIn =
                state == State.REPLAYING || state == State.READY || state == State.CLOSING;
        switch (type) {
            case MessageType.GREETING -> onGreeting(new GreetingDecoder().wrap(buffer, body));
            case MessageType.LOGIN_ACCEPTED ->
                    onLoginAccepted(new LoginAcceptedDecoder().wrap(buffer, body));
            case MessageType.LOGIN_REJECTED ->
                    onLoginRejected(new LoginRejectedDecoder().wrap(buffer, body, text()));
            case MessageType.LOGOUT -> onLogout(new LogoutDecoder().wrap(buffer, body, text()));
            case MessageType.INSTRUMENT_DEFINITION -> onInstrument(buffer, body);
            case MessageType.ACCOUNT_DEFINITION -> onAccount(buffer, body);
            case MessageType.REPLAY_COMPLETE ->
                    onReplayComplete(new SequenceMarkDecoder().wrap(buffer, body).mark());
            case MessageType.END_OF_SESSION -> onDayOver();
            default -> {
                ReportKind kind = ReportKind.of(type);
                if (kind != null && loggedIn) {
                    onReport(kind, buffer, frame, body);
                } else if (kind != null) {
                    broken("sent a report before the login");
                }
            }
        }
    }

    private int text() {
        return verifier.fieldOffset(OrderEntrySchema.FIRST_TEXT);
    }

    private void onGreeting(GreetingDecoder greeting) {
        if (state != State.GREETING_AWAITED) {
            broken("greeted twice");
            return;
        }
        if ((greeting.schemaVersion() & 0xFFFF) < FrameDescriptor.SCHEMA_VERSION) {
            endOfVersion(greeting.schemaVersion() & 0xFFFF);
            return;
        }
        greeting.getNonce(nonce, 0);
        sendLogin();
        state = State.LOGIN_SENT;
    }

    private void sendLogin() {
        byte[] frame = new byte[LoginEncoder.MAX_FRAME_LENGTH];
        LoginEncoder login = new LoginEncoder();
        SessionKey key = settings.key();
        int length =
                login.wrap(new UnsafeBuffer(frame), 0, (byte) 0, 0)
                        .nextSequence(expectedSequence)
                        .incarnation(incarnation)
                        .heartbeatIntervalNs(settings.heartbeatInterval().toNanos())
                        .disconnectGraceNs(settings.disconnectGrace().toNanos())
                        .cancelOnDisconnect((byte) (settings.cancelOnDisconnect() ? 1 : 0))
                        .encode(key.firm(), key.session());
        // Signed is the frame with zeros where the signature goes.
        byte[] signature = key.sign(nonce, frame, length);
        assert signature.length == LoginDecoder.SIGNATURE_LENGTH;
        login.signature(signature, 0);
        output.view().putBytes(output.end(), frame, 0, length);
        output.append(length);
        lastSentNs = nowNs;
    }

    private void onLoginAccepted(LoginAcceptedDecoder accepted) {
        if (state != State.LOGIN_SENT) {
            broken("accepted a login that was not sent");
            return;
        }
        boolean otherDay = tradingDay != 0 && accepted.tradingDay() != tradingDay;
        tradingDay = accepted.tradingDay();
        incarnation = accepted.incarnation();
        if (otherDay && expectedSequence != 1) {
            missedEndOfDay();
            return;
        }
        if (accepted.heartbeatIntervalNs() > 0) {
            heartbeatNs = accepted.heartbeatIntervalNs();
        }
        unanswered.onLogin(accepted.lastClientSequence());
        wasAccepted = true;
        state = State.REPLAYING;
    }

    private void onLoginRejected(LoginRejectedDecoder rejected) {
        StringBuilder text = new StringBuilder();
        rejected.appendTextTo(text);
        LoginRejectReason reason = LoginRejectReason.of(rejected.reason());
        String sentence =
                "the server at "
                        + settings.address()
                        + " refused the login of "
                        + settings.key()
                        + ": "
                        + text;
        if (reason == LoginRejectReason.WRONG_INCARNATION
                && expectedSequence == 1
                && rejected.incarnation() != incarnation) {
            // Nothing was seen yet that another incarnation could have taken back.
            incarnation = rejected.incarnation();
            again = true;
            cut(sentence);
        } else if (reason == LoginRejectReason.SEQUENCE_AHEAD
                && wasAccepted
                && rejected.incarnation() == incarnation
                && expectedSequence != 1) {
            // Under one incarnation a sequence goes back at the end of a day only.
            missedEndOfDay();
        } else if (reason == LoginRejectReason.SEQUENCE_AHEAD
                || reason == LoginRejectReason.WRONG_INCARNATION) {
            end(
                    sentence
                            + "; this client expects sequence "
                            + expectedSequence
                            + ", the server goes on with "
                            + rejected.nextSequence()
                            + " in incarnation "
                            + rejected.incarnation()
                            + " (seen was "
                            + incarnation
                            + ")");
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
        if (state == State.CLOSING) {
            end("");
        } else if (reason == LogoutReason.REPLACED || reason == LogoutReason.MALFORMED) {
            end("the server ended the " + settings.key() + ": " + text);
        } else {
            cut("the server ended the " + settings.key() + ": " + text);
        }
    }

    private void onInstrument(DirectBuffer buffer, int body) {
        InstrumentDefinitionDecoder from =
                new InstrumentDefinitionDecoder()
                        .wrap(
                                buffer,
                                body,
                                text(),
                                verifier.fieldOffset(OrderEntrySchema.SECOND_TEXT));
        StringBuilder symbol = new StringBuilder();
        from.appendSymbolTo(symbol);
        StringBuilder currency = new StringBuilder();
        from.appendCurrencyTo(currency);
        Phase phase = Phase.of(from.phase());
        directory.put(
                new Instrument(
                        from.instrumentId(),
                        symbol.toString(),
                        currency.toString(),
                        from.priceDecimals(),
                        from.quantityDecimals(),
                        from.tickSize(),
                        from.lotSize(),
                        from.minQuantity(),
                        from.maxQuantity(),
                        from.maxNotionalHigh(),
                        from.maxNotionalLow(),
                        from.bandPpm(),
                        0,
                        phase == null ? Phase.CONTINUOUS : phase));
    }

    private void onAccount(DirectBuffer buffer, int body) {
        AccountDefinitionDecoder from =
                new AccountDefinitionDecoder()
                        .wrap(
                                buffer,
                                body,
                                text(),
                                verifier.fieldOffset(OrderEntrySchema.SECOND_TEXT));
        StringBuilder name = new StringBuilder();
        from.appendNameTo(name);
        StringBuilder firm = new StringBuilder();
        from.appendFirmTo(firm);
        directory.put(
                new Account(from.accountId(), from.firmId(), name.toString(), firm.toString()));
    }

    private void onReplayComplete(long nextSequence) {
        if (state != State.REPLAYING) {
            broken("completed a replay that it did not begin");
        } else if (nextSequence != expectedSequence) {
            broken("completed a replay before " + nextSequence + ", expected " + expectedSequence);
        } else {
            state = State.READY;
            comeback.ready(nowNs);
            listener.onReady();
        }
    }

    private void onDayOver() {
        // Whatever is unanswered arrived after the end of the day, if at all, and was not taken.
        expectedSequence = 1;
        listener.onDayOver();
        cut("the trading day is over");
    }

    /** A day ended during a cut: what it answered then can no longer be learned. */
    private void missedEndOfDay() {
        expectedSequence = 1;
        unanswered.loseSent();
        listener.onDayOver();
        cut("the trading day ended during a cut");
    }

    private void onReport(ReportKind kind, DirectBuffer buffer, int frame, int body) {
        long sequence = FrameDescriptor.sequence(buffer, frame);
        if (sequence != 0 && sequence < expectedSequence) {
            return;
        }
        if (sequence > expectedSequence) {
            broken("went on with sequence " + sequence + ", expected " + expectedSequence);
            return;
        }
        if (sequence != 0) {
            expectedSequence++;
            comeback.succeeded();
        }
        report.wrap(kind, buffer, frame, body, text());
        listener.onReport(report);
        unanswered.onReport(report);
    }

    private void sendHeartbeat() {
        if (output.hasRoom(SequenceMarkEncoder.FRAME_LENGTH)) {
            new SequenceMarkEncoder()
                    .wrap(output.view(), output.end(), MessageType.HEARTBEAT, (byte) 0, 0)
                    .mark(expectedSequence - 1);
            output.append(SequenceMarkEncoder.FRAME_LENGTH);
            lastSentNs = nowNs;
        }
    }

    private void endOfVersion(int version) {
        end(
                "the server at "
                        + settings.address()
                        + " speaks version "
                        + version
                        + " of the protocol, this client version "
                        + FrameDescriptor.SCHEMA_VERSION);
    }

    /** The server does not keep to the protocol: at first sight it is another server. */
    private void broken(String what) {
        String sentence = "what answers at " + settings.address() + " " + what;
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
