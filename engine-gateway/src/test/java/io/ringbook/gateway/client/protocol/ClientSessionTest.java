// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.ClientOrderId;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.gateway.client.ServerFrames;
import io.ringbook.gateway.client.outbound.CommandFrames;
import io.ringbook.gateway.client.outbound.PendingCommand;
import io.ringbook.gateway.client.outbound.SendBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class ClientSessionTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Places in frames whose struct begins at 32, behind texts elsewhere. */
    private static final int REPORT_REASON_OFFSET = 32 + 41;

    private static final int LOGOUT_REASON_OFFSET = 32;
    private static final int LOGIN_REASON_OFFSET = 32;

    private final List<String> told = new ArrayList<>();
    private final SessionTerms terms =
            new SessionTerms(
                    "127.0.0.1:9000",
                    () -> null,
                    "FIRM",
                    "DESK",
                    (nonce, frame, length) -> new byte[64],
                    SECOND,
                    false,
                    0,
                    10 * SECOND);
    private final ClientSession session = new ClientSession(terms, new Recorder(), 0);
    private final CommandFrames commandFrames = new CommandFrames();
    private long lastTicket;
    private long nowNs;

    @Test
    void commandGivenBeforeTheLoginIsSentBehindTheReplay() {
        // given
        submitNew("a");
        session.onConnected(nowNs);
        receive(greeting());
        assertThat(sent()).containsExactly("LOGIN 0");

        // when
        receive(ServerFrames.loginAccepted(2, 4, ServerFrames.TRADING_DAY, SECOND));
        receive(ServerFrames.replayed(ServerFrames.accepted(1, "old")));
        assertThat(sent()).isEmpty();
        receive(ServerFrames.mark(MessageType.REPLAY_COMPLETE, 2));

        // then
        assertThat(sent()).containsExactly("NEW_ORDER 5");
        assertThat(told).containsExactly("ACCEPTED old replay", "ready");
    }

    @Test
    void commandNotProcessedAtACutIsSentAgainAsPossibleResend() {
        // given
        login(1, 0);
        submitNew("a");
        submitNew("b");
        submitNew("c");
        assertThat(sent()).containsExactly("NEW_ORDER 1", "NEW_ORDER 2", "NEW_ORDER 3");
        receive(ServerFrames.accepted(1, "a"));

        // when
        session.onCut("broke", nowNs);
        session.onConnected(nowNs);
        receive(greeting());
        receive(ServerFrames.loginAccepted(3, 2, ServerFrames.TRADING_DAY, SECOND));
        receive(ServerFrames.replayed(ServerFrames.accepted(2, "b")));
        receive(ServerFrames.mark(MessageType.REPLAY_COMPLETE, 3));

        // then
        assertThat(sent()).containsExactly("LOGIN 0", "NEW_ORDER 3 resend");
        assertThat(told)
                .containsExactly(
                        "ready",
                        "ACCEPTED a",
                        "answer 1",
                        "cut: broke",
                        "ACCEPTED b replay",
                        "answer 2",
                        "ready");
    }

    @Test
    void messageToldBeforeIsNotToldAgain() {
        login(1, 0);
        receive(ServerFrames.accepted(1, "a"));

        receive(ServerFrames.accepted(1, "a"));

        assertThat(told).containsExactly("ready", "ACCEPTED a");
    }

    @Test
    void gapInTheServersSequenceCutsTheConnection() {
        login(1, 0);

        receive(ServerFrames.accepted(2, "a"));

        assertThat(session.wantsCut()).isTrue();
        session.onCut("", nowNs);
        assertThat(told)
                .containsExactly(
                        "ready",
                        "cut: what answers at 127.0.0.1:9000 went on with sequence 2, expected 1");
    }

    @Test
    void cancelIsAnsweredByTheCancelThatItAskedForOnly() {
        // Somebody else of the firm cancels a and b without an id of his own, just before.
        // given
        login(1, 0);
        submitCancel(9, "a");

        // when
        receive(ServerFrames.canceled(1, "a", CancelReason.SELF_TRADE, false));
        receive(ServerFrames.canceled(2, "a", CancelReason.USER, false));
        receive(ServerFrames.canceled(3, "a", CancelReason.USER, true));

        // then
        assertThat(told)
                .containsExactly("ready", "CANCELED a", "CANCELED a", "CANCELED a", "answer 9");
    }

    @Test
    void answersOfAnEarlierClientAnswerNothing() {
        // given
        submitNew("a");
        session.onConnected(nowNs);
        receive(greeting());
        receive(ServerFrames.loginAccepted(2, 1, ServerFrames.TRADING_DAY, SECOND));
        receive(ServerFrames.replayed(ServerFrames.accepted(1, "a")));
        receive(ServerFrames.mark(MessageType.REPLAY_COMPLETE, 2));

        // when
        receive(ServerFrames.accepted(2, "a"));

        // then
        assertThat(told).containsExactly("ACCEPTED a replay", "ready", "ACCEPTED a", "answer 1");
    }

    @Test
    void replayThatLacksAnAnswerCutsTheConnection() {
        login(1, 0);
        submitNew("a");
        session.onCut("broke", nowNs);
        session.onConnected(nowNs);
        receive(greeting());
        receive(ServerFrames.loginAccepted(1, 1, ServerFrames.TRADING_DAY, SECOND));

        receive(ServerFrames.mark(MessageType.REPLAY_COMPLETE, 1));

        assertThat(session.wantsCut()).isTrue();
    }

    @Test
    void refusedCommandsAreSentAgainInTheirOrderOneFirst() {
        // given
        login(1, 0);
        submitNew("a");
        submitNew("b");
        submitNew("c");
        sent();

        // when
        receive(ServerFrames.noRoom("b"));
        submitNew("d");
        assertThat(sent()).as("an answer and a refusal are yet to come").isEmpty();
        receive(ServerFrames.noRoom("c"));
        assertThat(sent()).isEmpty();
        receive(ServerFrames.accepted(1, "a"));

        // then
        assertThat(sent()).containsExactly("NEW_ORDER 2");
        receive(ServerFrames.noRoom("b"));
        assertThat(sent()).as("it waits").isEmpty();
        at(nowNs + SECOND / 2);
        session.pump();
        assertThat(sent()).containsExactly("NEW_ORDER 2");
        receive(ServerFrames.accepted(2, "b"));
        assertThat(sent()).containsExactly("NEW_ORDER 3", "NEW_ORDER 4");
        assertThat(told)
                .containsExactly(
                        "ready",
                        "ACCEPTED a",
                        "answer 1",
                        "held",
                        "ACCEPTED b",
                        "answer 2",
                        "released");
    }

    @Test
    void serverWithoutRoomIsGivenUpInTheEnd() {
        // given
        login(1, 0);
        submitNew("a");
        int tries = 0;

        // when
        while (!session.hasEnded() && tries < 1000) {
            if (!sent().isEmpty()) {
                tries++;
                receive(ServerFrames.noRoom("a"));
            }
            receive(ServerFrames.mark(MessageType.HEARTBEAT, 0));
            at(nowNs + SECOND / 100);
            session.pump();
        }

        // then
        assertThat(tries).isBetween(5, 30);
        assertThat(told)
                .last()
                .asString()
                .isEqualTo(
                        "end: the server at 127.0.0.1:9000 takes no commands: there is no"
                                + " room on its disk; tried again for 10 s");
    }

    @Test
    void commandsRefusedBeforeACutAreSentAgainBehindTheLogin() {
        login(1, 0);
        submitNew("a");
        submitNew("b");
        receive(ServerFrames.noRoom("a"));
        session.onCut("broke", nowNs);
        sent();

        session.onConnected(nowNs);
        receive(greeting());
        receive(ServerFrames.loginAccepted(1, 0, ServerFrames.TRADING_DAY, SECOND));
        receive(ServerFrames.mark(MessageType.REPLAY_COMPLETE, 1));

        assertThat(sent()).containsExactly("LOGIN 0", "NEW_ORDER 1 resend", "NEW_ORDER 2 resend");
    }

    @Test
    void closingWhileCutComesBackForWhatWasNotAnswered() {
        // given
        login(1, 0);
        submitNew("a");
        session.onCut("broke", nowNs);

        // when
        session.close();
        assertThat(session.hasEnded()).isFalse();
        login(1, 0);
        submitNew("b");
        session.close();

        // then
        assertThat(sent()).containsExactly("NEW_ORDER 2", "LOGOUT");
        receive(ServerFrames.logout(LogoutReason.REQUESTED, ""));
        assertThat(told).last().isEqualTo("end: ");
    }

    @Test
    void closingTakesNoLongerThanItsTime() {
        login(1, 0);
        submitNew("a");
        session.onCut("broke", nowNs);
        session.close();

        at(ClientSession.CLOSE_TIMEOUT_NS);
        assertThat(session.hasEnded()).isFalse();
        at(ClientSession.CLOSE_TIMEOUT_NS + 1);

        assertThat(session.hasEnded()).isTrue();
    }

    @Test
    void silenceOfThreeIntervalsCutsTheConnection() {
        login(1, 0);

        at(3 * SECOND);
        assertThat(session.wantsCut()).isFalse();
        at(3 * SECOND + 1);

        assertThat(session.wantsCut()).isTrue();
    }

    @Test
    void quietClientSendsAHeartbeatWithTheLastSequenceSeen() {
        login(1, 0);
        receive(ServerFrames.accepted(1, "a"));
        sent();

        at(SECOND - 1);
        assertThat(sent()).isEmpty();
        at(SECOND);

        assertThat(sent()).containsExactly("HEARTBEAT 1");
    }

    @Test
    void dayThatEndsBeginsANewOneAtSequenceOne() {
        // given
        login(1, 0);
        receive(ServerFrames.accepted(1, "a"));

        // when
        receive(ServerFrames.mark(MessageType.END_OF_SESSION, 2));
        submitNew("b");
        session.onCut("", nowNs);
        sent();
        session.onConnected(nowNs);
        receive(greeting());
        receive(ServerFrames.loginAccepted(1, 0, ServerFrames.TRADING_DAY + 1, SECOND));
        receive(ServerFrames.mark(MessageType.REPLAY_COMPLETE, 1));

        // then
        assertThat(sent()).contains("NEW_ORDER 1");
        receive(ServerFrames.accepted(1, "b"));
        assertThat(told)
                .containsExactly(
                        "ready",
                        "ACCEPTED a",
                        "day over",
                        "cut: the trading day is over",
                        "ready",
                        "ACCEPTED b",
                        "answer 1");
    }

    @Test
    void commandSentBeforeADayThatEndedUnseenIsLostAndNotSentTwice() {
        // given
        login(1, 0);
        receive(ServerFrames.accepted(1, "a"));
        submitNew("b");
        sent();
        session.onCut("broke", nowNs);

        // when
        session.onConnected(nowNs);
        receive(greeting());
        receive(ServerFrames.loginAccepted(5, 0, ServerFrames.TRADING_DAY + 1, SECOND));
        session.onCut("", nowNs);
        sent();
        session.onConnected(nowNs);
        receive(greeting());
        receive(ServerFrames.loginAccepted(1, 0, ServerFrames.TRADING_DAY + 1, SECOND));
        receive(ServerFrames.mark(MessageType.REPLAY_COMPLETE, 1));

        // then
        assertThat(sent()).containsExactly("LOGIN 0");
        assertThat(told).contains("lost 1", "day over");
    }

    @Test
    void wrongKeyEndsTheSessionWithTheServersWords() {
        session.onConnected(nowNs);
        receive(greeting());

        receive(ServerFrames.loginRejected(LoginRejectReason.UNKNOWN_OR_WRONG_KEY, "no such", 0));

        assertThat(told)
                .containsExactly(
                        "end: the server at 127.0.0.1:9000 refused the login of session DESK of"
                                + " firm FIRM: no such; the exchange's configuration must have this"
                                + " session, its firm, and the public half of this key");
    }

    @Test
    void sequenceAheadOfTheServerSaysWhoExpectsWhat() {
        session.onConnected(nowNs);
        receive(greeting());

        receive(ServerFrames.loginRejected(LoginRejectReason.SEQUENCE_AHEAD, "ahead", 40));

        assertThat(told).hasSize(1);
        assertThat(told.get(0))
                .endsWith(
                        "ahead; this client expects sequence 1, the server goes on with 40 in"
                                + " incarnation 7 (seen was 0): look what its journal holds, then start"
                                + " again");
    }

    @Test
    void incarnationIsTakenOverWhileNothingWasSeen() {
        session.onConnected(nowNs);
        receive(greeting());
        receive(ServerFrames.loginRejected(LoginRejectReason.WRONG_INCARNATION, "other", 1));
        session.onCut("", nowNs);

        login(1, 0);

        assertThat(told).containsExactly("ready");
    }

    @Test
    void incarnationThatTookSomethingBackEndsTheSession() {
        login(1, 0);
        receive(ServerFrames.accepted(1, "a"));
        session.onCut("broke", nowNs);
        session.onConnected(nowNs);
        receive(greeting());

        receive(ServerFrames.loginRejected(LoginRejectReason.WRONG_INCARNATION, "other", 1));

        assertThat(session.hasEnded()).isTrue();
        assertThat(told).last().asString().contains("expects sequence 2");
    }

    @Test
    void clientThatSkipsTheEarlierIsToldWhereItEndsAndBeginsThere() {
        // given
        ClientSession skipping = new ClientSession(terms.skippingEarlier(), new Recorder(), 0);
        skipping.onConnected(nowNs);
        receive(skipping, greeting());
        skipping.output().clear();

        // when
        receive(
                skipping,
                ServerFrames.loginRejected(LoginRejectReason.SEQUENCE_AHEAD, "ahead", 40));
        boolean cut = skipping.wantsCut();
        skipping.onCut("", nowNs);
        skipping.onConnected(nowNs);
        receive(skipping, greeting());
        long asked = nextSequenceOfLogin(skipping.output());
        receive(skipping, ServerFrames.loginAccepted(40, 9, ServerFrames.TRADING_DAY, SECOND));
        receive(skipping, ServerFrames.mark(MessageType.REPLAY_COMPLETE, 40));
        receive(skipping, ServerFrames.accepted(40, "a"));

        // then
        assertThat(cut).isTrue();
        assertThat(asked).isEqualTo(40);
        assertThat(told).containsExactly("ready", "ACCEPTED a");
    }

    @Test
    void answeredCommandIsGivenBackToBeUsedAgain() {
        // given
        List<PendingCommand> back = new ArrayList<>();
        ClientSession reusing = new ClientSession(terms, new Recorder(), back::add, 0);
        reusing.onConnected(nowNs);
        receive(reusing, greeting());
        receive(reusing, ServerFrames.loginAccepted(1, 0, ServerFrames.TRADING_DAY, SECOND));
        receive(reusing, ServerFrames.mark(MessageType.REPLAY_COMPLETE, 1));
        Command command = new Command();
        command.kind = CommandKind.REPLACE_ORDER;
        command.possResend = true;
        PendingCommand first = commandFrames.encode(1, command);
        reusing.submit(first);
        reusing.pump();
        receive(reusing, ServerFrames.accepted(1, "a"));
        reusing.output().clear();

        // when
        command.reset();
        command.kind = CommandKind.NEW_ORDER;
        reusing.submit(commandFrames.encode(back.getFirst(), 2, command));
        reusing.pump();
        int sent = reusing.output().length();
        byte flags = FrameDescriptor.flags(reusing.output().view(), 0);
        receive(reusing, ServerFrames.accepted(2, "b"));

        // then
        assertThat(back).containsExactly(first, first);
        assertThat(sent).isEqualTo(NewOrderEncoder.FRAME_LENGTH);
        assertThat(flags).isZero();
        assertThat(told).contains("answer 1", "answer 2");
    }

    @Test
    void olderServerIsRefusedByItsVersion() {
        session.onConnected(nowNs);

        receive(ServerFrames.greeting(new byte[32], 0));

        assertThat(told)
                .containsExactly(
                        "end: the server at 127.0.0.1:9000 speaks version 0 of the protocol, this"
                                + " client version 1; take a client of the server's release");
    }

    @Test
    void codesThatNobodyKnowsAreTakenForNumbers() {
        // given
        login(1, 0);
        byte[] canceled = ServerFrames.canceled(1, "a", CancelReason.USER, false);
        canceled[REPORT_REASON_OFFSET] = (byte) 200;
        byte[] logout = ServerFrames.logout(LogoutReason.SLOW_CONSUMER, "for a new reason");
        logout[LOGOUT_REASON_OFFSET] = (byte) 201;

        // when
        receive(canceled);
        receive(logout);
        session.onCut("", nowNs);
        session.onConnected(nowNs);
        receive(greeting());
        byte[] rejected = ServerFrames.loginRejected(LoginRejectReason.TOO_MANY, "not now", 1);
        rejected[LOGIN_REASON_OFFSET] = (byte) 202;
        receive(rejected);

        // then
        assertThat(told)
                .containsExactly(
                        "ready",
                        "CANCELED a",
                        "cut: the server ended the session DESK of firm FIRM: for a new reason",
                        "end: the server at 127.0.0.1:9000 refused the login of session DESK of"
                                + " firm FIRM: not now");
    }

    @Test
    void serverOfAnotherKindIsNamedAsSuch() {
        session.onConnected(nowNs);

        receive(
                "HTTP/1.1 400 Bad Request\r\n\r\n"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).endsWith("is it a Ringbook order entry port?");
    }

    @Test
    void replacedSessionDoesNotComeBack() {
        login(1, 0);

        receive(ServerFrames.logout(LogoutReason.REPLACED, "replaced by another login"));

        assertThat(session.hasEnded()).isTrue();
    }

    @Test
    void slowSessionComesBack() {
        login(1, 0);

        receive(ServerFrames.logout(LogoutReason.SLOW_CONSUMER, "slow"));
        session.onCut("", nowNs);

        assertThat(session.hasEnded()).isFalse();
        assertThat(session.wantsCut()).as("a connection under way is left alone").isFalse();
        assertThat(session.connectsAt()).isEqualTo(nowNs);
    }

    @Test
    void triesAreSpacedAndGivenUpInTheEnd() {
        // given
        login(1, 0);
        session.onCut("broke", nowNs);

        // when
        int tries = 0;
        while (!session.hasEnded() && tries < 1000) {
            nowNs = Math.max(nowNs, session.connectsAt());
            session.onCut("refused", nowNs);
            tries++;
        }

        // then
        assertThat(tries).isBetween(5, 20);
        assertThat(nowNs).isBetween(10 * SECOND, 13 * SECOND);
        assertThat(told).last().isEqualTo("end: refused; tried to come back for 10 s");
    }

    @Test
    void serverThatTakesTheLoginAndCutsAtOnceIsGivenUp() {
        login(1, 0);
        int tries = 0;
        while (!session.hasEnded() && tries < 1000) {
            session.onCut("broke", nowNs);
            nowNs = Math.max(nowNs, session.connectsAt());
            if (!session.hasEnded()) {
                login(1, 0);
            }
            tries++;
        }

        assertThat(tries).isBetween(5, 20);
    }

    @Test
    void framesTornAnywhereAreTheSame() {
        session.onConnected(nowNs);
        for (byte b : greeting()) {
            receive(new byte[] {b});
        }

        assertThat(sent()).containsExactly("LOGIN 0");
    }

    private void login(long nextSequence, long lastClientSequence) {
        session.onConnected(nowNs);
        receive(greeting());
        receive(
                ServerFrames.loginAccepted(
                        nextSequence, lastClientSequence, ServerFrames.TRADING_DAY, SECOND));
        receive(ServerFrames.mark(MessageType.REPLAY_COMPLETE, nextSequence));
        sent();
    }

    private static byte[] greeting() {
        return ServerFrames.greeting(new byte[32], FrameDescriptor.SCHEMA_VERSION);
    }

    private void submitNew(String id) {
        Command command = new Command();
        command.kind = CommandKind.NEW_ORDER;
        command.clientOrderId0 = ClientOrderId.word(id, 0);
        session.submit(commandFrames.encode(++lastTicket, command));
        session.pump();
    }

    private void submitCancel(long ticket, String target) {
        Command command = new Command();
        command.kind = CommandKind.CANCEL_ORDER;
        command.origClientOrderId0 = ClientOrderId.word(target, 0);
        session.submit(commandFrames.encode(ticket, command));
        session.pump();
    }

    private static long nextSequenceOfLogin(SendBuffer output) {
        FrameVerifier verifier = OrderEntrySchema.clientFrameVerifier();
        assertThat(verifier.verify(output.view(), 0, output.length())).isEqualTo(Verdict.OK);
        int body = verifier.fieldOffset(OrderEntrySchema.BODY);
        return new LoginDecoder().wrap(output.view(), body, 0, 0).nextSequence();
    }

    private void receive(byte[] bytes) {
        receive(session, bytes);
    }

    private void receive(ClientSession receiver, byte[] bytes) {
        receiver.onBytes(new UnsafeBuffer(bytes), 0, bytes.length, nowNs);
        receiver.pump();
    }

    private void at(long nowNs) {
        this.nowNs = nowNs;
        session.onTime(nowNs);
    }

    /** What stands in the output, which is emptied. */
    private List<String> sent() {
        List<String> frames = new ArrayList<>();
        try {
            while (session.output().length() > 0) {
                session.output().writeTo(new FrameNames(frames));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return frames;
    }

    private final class Recorder implements SessionListener {
        @Override
        public void onInstrument(Instrument instrument) {
            told.add(instrument.symbol());
        }

        @Override
        public void onAccount(Account account) {
            told.add(account.name());
        }

        @Override
        public void onAccepted(long lastClientSequence) {
            assertThat(lastClientSequence).isNotNegative();
        }

        @Override
        public void onReady() {
            told.add("ready");
        }

        @Override
        public void onReport(byte type, DirectBuffer buffer, int frame, int body, int text) {
            OrderReportDecoder report = new OrderReportDecoder().wrap(buffer, body);
            boolean replay =
                    (FrameDescriptor.flags(buffer, frame) & FrameDescriptor.REPLAY_FLAG) != 0;
            told.add(
                    (type == MessageType.ORDER_ACCEPTED ? "ACCEPTED " : "CANCELED ")
                            + ClientOrderId.text(
                                    report.clientOrderIdWord0(),
                                    report.clientOrderIdWord1(),
                                    report.clientOrderIdWord2())
                            + (replay ? " replay" : ""));
        }

        @Override
        public void onAnswer(long ticket) {
            told.add("answer " + ticket);
        }

        @Override
        public void onLost(long ticket) {
            told.add("lost " + ticket);
        }

        @Override
        public void onHeld(String reason) {
            told.add("held");
        }

        @Override
        public void onReleased() {
            told.add("released");
        }

        @Override
        public void onDayOver() {
            told.add("day over");
        }

        @Override
        public void onCut(String reason) {
            told.add("cut: " + reason);
        }

        @Override
        public void onEnd(String reason) {
            told.add("end: " + reason);
        }
    }

    /** Cuts what is written into frames and names them. */
    private static final class FrameNames implements WritableByteChannel {
        private final List<String> frames;
        private final FrameDecoder decoder = new FrameDecoder();

        FrameNames(List<String> frames) {
            this.frames = frames;
        }

        @Override
        public int write(ByteBuffer source) {
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            decoder.decode(
                    new UnsafeBuffer(bytes),
                    0,
                    bytes.length,
                    (buffer, offset, length) -> {
                        String name =
                                switch (FrameDescriptor.type(buffer, offset)) {
                                    case MessageType.LOGIN -> "LOGIN 0";
                                    case MessageType.HEARTBEAT ->
                                            "HEARTBEAT " + buffer.getLong(offset + length - 8);
                                    case MessageType.LOGOUT -> "LOGOUT";
                                    default ->
                                            "NEW_ORDER " + FrameDescriptor.sequence(buffer, offset);
                                };
                        boolean resend =
                                (FrameDescriptor.flags(buffer, offset)
                                                & FrameDescriptor.POSS_RESEND_FLAG)
                                        != 0;
                        return frames.add(resend ? name + " resend" : name);
                    });
            return bytes.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
