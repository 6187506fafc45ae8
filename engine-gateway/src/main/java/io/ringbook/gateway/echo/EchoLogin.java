// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.AccountDefinitionEncoder;
import io.ringbook.codec.orderentry.GreetingEncoder;
import io.ringbook.codec.orderentry.InstrumentDefinitionEncoder;
import io.ringbook.codec.orderentry.LoginAcceptedEncoder;
import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LoginRejectedEncoder;
import io.ringbook.codec.orderentry.LogoutEncoder;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import io.ringbook.core.order.Phase;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What an echo says beside answers. It lets everybody in, whatever the signature, with an account
 * named like the session and one instrument, {@value #SYMBOL}: two decimals, a tick of 0.01, no
 * limits. It has no yesterday: its stream begins at 1 on each connection. One thread.
 */
final class EchoLogin {
    static final String SYMBOL = "ECHO";

    /** Length of all that is said in answer to a login. */
    static final int MAX_LENGTH =
            LoginAcceptedEncoder.FRAME_LENGTH
                    + InstrumentDefinitionEncoder.MAX_FRAME_LENGTH
                    + AccountDefinitionEncoder.MAX_FRAME_LENGTH
                    + SequenceMarkEncoder.FRAME_LENGTH;

    private static final byte NO_FLAGS = 0;
    private static final int ID = 1;
    private static final int DECIMALS = 2;
    private static final int TRADING_DAY = 20_000_101;
    private static final long HEARTBEAT_NS = 1_000_000_000L;

    private final FrameVerifier verifier = OrderEntrySchema.clientFrameVerifier();
    private boolean accepted;

    /** Begins the connection; returns the length. */
    static int greet(MutableDirectBuffer to, int at) {
        new GreetingEncoder()
                .wrap(to, at, NO_FLAGS, 0)
                .nonce(new byte[32], 0)
                .schemaVersion(FrameDescriptor.SCHEMA_VERSION);
        return GreetingEncoder.FRAME_LENGTH;
    }

    /**
     * Answers a login; {@link #isAccepted} says how.
     *
     * @param to has room for {@link #MAX_LENGTH} from {@code at} on
     * @return length of the answer; 0 if the frame is no sound login
     */
    int answer(DirectBuffer buffer, int frame, int length, MutableDirectBuffer to, int at) {
        if (FrameDescriptor.type(buffer, frame) != MessageType.LOGIN
                || verifier.verify(buffer, frame, length) != Verdict.OK) {
            return 0;
        }
        LoginDecoder login =
                new LoginDecoder()
                        .wrap(
                                buffer,
                                verifier.fieldOffset(OrderEntrySchema.BODY),
                                verifier.fieldOffset(OrderEntrySchema.FIRST_TEXT),
                                verifier.fieldOffset(OrderEntrySchema.SECOND_TEXT));
        accepted = login.nextSequence() == 1;
        return accepted ? accept(login, to, at) : reject(to, at);
    }

    private static int reject(MutableDirectBuffer to, int at) {
        return new LoginRejectedEncoder()
                .wrap(to, at, NO_FLAGS, 0)
                .reason(LoginRejectReason.SEQUENCE_AHEAD.code())
                .nextSequence(1)
                .encode(LoginRejectReason.SEQUENCE_AHEAD.text());
    }

    private static int accept(LoginDecoder login, MutableDirectBuffer to, int at) {
        StringBuilder session = new StringBuilder();
        login.appendSessionTo(session);
        StringBuilder firm = new StringBuilder();
        login.appendFirmTo(firm);
        new LoginAcceptedEncoder()
                .wrap(to, at, NO_FLAGS, 0)
                .tradingDay(TRADING_DAY)
                .nextSequence(1)
                .heartbeatIntervalNs(HEARTBEAT_NS);
        int end = at + LoginAcceptedEncoder.FRAME_LENGTH;
        end +=
                new InstrumentDefinitionEncoder()
                        .wrap(to, end, NO_FLAGS, 0)
                        .instrumentId(ID)
                        .priceDecimals((byte) DECIMALS)
                        .phase(Phase.CONTINUOUS.code())
                        .tickSize(1)
                        .lotSize(1)
                        .encode(SYMBOL, "");
        end +=
                new AccountDefinitionEncoder()
                        .wrap(to, end, NO_FLAGS, 0)
                        .accountId(ID)
                        .firmId(ID)
                        .encode(session.toString(), firm.toString());
        mark(MessageType.REPLAY_COMPLETE, to, end);
        return end + SequenceMarkEncoder.FRAME_LENGTH - at;
    }

    /** True if the login was let in. */
    boolean isAccepted() {
        return accepted;
    }

    /** A sign of life; returns the length. */
    static int heartbeat(MutableDirectBuffer to, int at) {
        mark(MessageType.HEARTBEAT, to, at);
        return SequenceMarkEncoder.FRAME_LENGTH;
    }

    /** Ends the connection; returns the length. */
    static int logout(LogoutReason reason, MutableDirectBuffer to, int at) {
        return new LogoutEncoder()
                .wrap(to, at, NO_FLAGS, 0)
                .reason(reason.code())
                .encode(reason.text());
    }

    private static void mark(byte type, MutableDirectBuffer to, int at) {
        new SequenceMarkEncoder().wrap(to, at, type, NO_FLAGS, 0).mark(1);
    }
}
