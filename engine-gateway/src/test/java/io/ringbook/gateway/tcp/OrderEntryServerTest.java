// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static io.ringbook.gateway.session.ClientMessages.cancel;
import static io.ringbook.gateway.session.ClientMessages.logout;
import static io.ringbook.gateway.session.ClientMessages.openOrders;
import static io.ringbook.gateway.session.ClientMessages.order;
import static io.ringbook.gateway.session.ClientMessages.orderStatus;
import static io.ringbook.gateway.session.ClientMessages.ping;
import static io.ringbook.gateway.session.ClientMessages.resent;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Side;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.gateway.session.ClientMessages.Wishes;
import io.ringbook.gateway.session.Desks;
import io.ringbook.gateway.session.ServerFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server on real sockets of this machine. */
@Timeout(30)
final class OrderEntryServerTest {
    /** In a frame whose struct begins with the report. */
    private static final int ORDER_ID_OFFSET = 32;

    @TempDir private Path directory;
    private final Desks desks = new Desks(2);

    @ParameterizedTest
    @EnumSource(names = {"SINGLE", "FUSED", "STAGED"})
    void orderIsAnsweredAndFilledInEveryThreadLayout(ThreadLayout layout) throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks, ServerRig.settings(), layout);
                TestClient maker = rig.connect();
                TestClient taker = rig.connect()) {
            maker.login("DESK1A");
            taker.login("DESK2A");

            maker.send(order(1, 1, "SELL", Side.SELL, 10, 100));
            assertThat(maker.texts(1)).containsExactly("ORDER_ACCEPTED 1 SELL");
            taker.send(order(1, 2, "BUY", Side.BUY, 4, 100));

            assertThat(taker.texts(2))
                    .containsExactly("ORDER_ACCEPTED 1 BUY", "ORDER_EXECUTED 2 BUY");
            ServerFrame fill = maker.next();
            assertThat(fill).hasToString("ORDER_EXECUTED 2 SELL");
            assertThat(fill.report().quantity()).isEqualTo(4);
            assertThat(fill.report().leavesQuantity()).isEqualTo(6);
        }
    }

    @Test
    void loginIsFollowedByDefinitionsAndTheMarkOfAnEmptyReplay() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            List<ServerFrame> frames = client.login("DESK1A");

            assertThat(frames)
                    .extracting(ServerFrame::toString)
                    .containsExactly(
                            "LOGIN_ACCEPTED",
                            "INSTRUMENT_DEFINITION",
                            "ACCOUNT_DEFINITION",
                            "REPLAY_COMPLETE 1");
        }
    }

    @Test
    void clientThatComesBackGetsWhatItMissedMarkedAsReplay() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks)) {
            try (TestClient client = rig.connect()) {
                client.login("DESK1A");
                client.send(
                        order(1, 1, "A", Side.SELL, 10, 100), order(2, 1, "B", Side.SELL, 10, 101));
                client.texts(2);
            }
            try (TestClient taker = rig.connect()) {
                taker.login("DESK2A");
                taker.send(order(1, 2, "T", Side.BUY, 10, 100));
                taker.texts(2);
            }
            try (TestClient client = rig.connect()) {
                List<ServerFrame> frames = client.login("DESK1A", Wishes.from(2));

                assertThat(frames.get(0).loginAccepted().lastClientSequence()).isEqualTo(2);
                assertThat(frames.get(0).loginAccepted().nextSequence()).isEqualTo(4);
                assertThat(frames.subList(3, frames.size()))
                        .extracting(ServerFrame::toString)
                        .containsExactly(
                                "REPLAY ORDER_ACCEPTED 2 B",
                                "REPLAY ORDER_EXECUTED 3 A",
                                "REPLAY_COMPLETE 4");
                client.send(order(3, 1, "C", Side.SELL, 10, 102));
                assertThat(client.texts(1)).containsExactly("ORDER_ACCEPTED 4 C");
            }
        }
    }

    @Test
    void replayAfterARestartIsByteForByteWhatWasSent() throws IOException {
        List<byte[]> sent = new ArrayList<>();
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient taker = rig.connect();
                TestClient client = rig.connect()) {
            taker.login("DESK2A");
            client.login("DESK1A");
            client.send(order(1, 1, "A", Side.SELL, 10, 100));
            sent.add(client.next().bytes());
            taker.send(order(1, 2, "T", Side.BUY, 4, 100));
            taker.texts(2);
            client.send(
                    order(2, 1, "A", Side.SELL, 10, 100),
                    cancel(3, 1, "C", "A"),
                    cancel(4, 1, "D", "NONE"));
            for (int i = 0; i < 4; i++) {
                sent.add(client.next().bytes());
            }
        }
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            List<ServerFrame> frames = client.login("DESK1A");

            assertThat(frames.get(0).loginAccepted().lastClientSequence()).isEqualTo(4);
            List<ServerFrame> replay = frames.subList(3, frames.size() - 1);
            assertThat(replay)
                    .extracting(ServerFrame::toString)
                    .containsExactly(
                            "REPLAY ORDER_ACCEPTED 1 A",
                            "REPLAY ORDER_EXECUTED 2 A",
                            "REPLAY ORDER_REJECTED 3 A",
                            "REPLAY ORDER_CANCELED 4 C",
                            "REPLAY CANCEL_REJECTED 5 D");
            for (int i = 0; i < sent.size(); i++) {
                byte[] again = replay.get(i).bytes();
                again[FrameDescriptor.FLAGS_OFFSET] = 0;
                assertThat(again).isEqualTo(sent.get(i));
            }
        }
    }

    @Test
    void commandsThatWereTakenAreNotTakenAgain() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks)) {
            byte[] first = order(1, 1, "A", Side.SELL, 10, 100);
            try (TestClient client = rig.connect()) {
                client.login("DESK1A");
                client.send(first);
                client.texts(1);
            }
            try (TestClient client = rig.connect()) {
                client.login("DESK1A", Wishes.from(2));
                client.send(resent(first), ping(5), resent(order(2, 1, "B", Side.SELL, 1, 100)));
                assertThat(client.texts(2)).containsExactly("PONG", "ORDER_ACCEPTED 2 B");
            }
        }
    }

    @Test
    void gapInClientSequencesIsAnsweredWithWhatIsExpected() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            client.login("DESK1A");
            client.send(order(1, 1, "A", Side.SELL, 10, 100), order(3, 1, "C", Side.SELL, 10, 100));

            ServerFrame accepted = client.next();
            ServerFrame logout = client.next();
            if (accepted.type() == MessageType.LOGOUT) {
                logout = accepted;
            }
            assertThat(logout).hasToString("LOGOUT SEQUENCE_GAP");
            assertThat(logout.logout().expectedClientSequence()).isEqualTo(2);
        }
    }

    @Test
    void lowClientSequenceWithoutResendMarkEndsTheSession() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            client.login("DESK1A");
            client.send(order(1, 1, "A", Side.SELL, 10, 100));
            client.texts(1);

            client.send(order(1, 1, "B", Side.SELL, 10, 100));

            assertThat(client.rest()).containsExactly("LOGOUT SEQUENCE_LOW");
        }
    }

    @Test
    void secondLoginReplacesTheFirst() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient first = rig.connect();
                TestClient second = rig.connect()) {
            first.login("DESK1A", new Wishes(1, 0, 0, true, 0));
            first.send(order(1, 1, "A", Side.SELL, 10, 100));
            first.texts(1);

            second.login("DESK1A", new Wishes(2, 0, 0, true, 0));

            assertThat(first.rest()).containsExactly("LOGOUT REPLACED");
            second.send(cancel(2, 1, "C", "A"));
            assertThat(second.texts(1)).containsExactly("ORDER_CANCELED 2 C");
        }
    }

    @Test
    void sessionThatAnswersAnothersCancelIsToldOnBothSides() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient owner = rig.connect();
                TestClient asker = rig.connect()) {
            owner.login("DESK1A");
            asker.login("DESK1B");
            owner.send(order(1, 1, "A", Side.SELL, 10, 100));
            long orderId = owner.next().report().orderId();

            asker.send(cancel(1, 1, "X", orderId));

            assertThat(asker.texts(1)).containsExactly("ORDER_CANCELED 1 X");
            assertThat(owner.texts(1)).containsExactly("ORDER_CANCELED 2 X");
        }
    }

    @Test
    void ordersGoWhenTheirSessionIsCutOffAndAskedForIt() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks)) {
            try (TestClient client = rig.connect()) {
                client.login("DESK1A", new Wishes(1, 0, 0, true, 0));
                client.send(order(1, 1, "A", Side.SELL, 10, 100));
                client.texts(1);
            }
            rig.awaitEndings("The client has closed", 1);
            try (TestClient client = rig.connect()) {
                List<ServerFrame> frames = client.login("DESK1A", Wishes.from(2));
                assertThat(frames)
                        .extracting(ServerFrame::toString)
                        .contains("REPLAY ORDER_CANCELED 2 A");
            }
        }
    }

    @Test
    void wrongKeyAndUnknownNameAreAnsweredAlike() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks)) {
            int port = rig.server.port();
            try (TestClient wrong = new TestClient(port, Desks.newKeys().getPrivate());
                    TestClient unknown = new TestClient(port, desks.key())) {
                wrong.sendLogin("DESK1A", Wishes.from(1));
                unknown.sendLogin("DESK9A", Wishes.from(1));
                ServerFrame toWrong = wrong.next();
                ServerFrame toUnknown = unknown.next();

                assertThat(toWrong).hasToString("LOGIN_REJECTED UNKNOWN_OR_WRONG_KEY");
                assertThat(toUnknown.bytes()).isEqualTo(toWrong.bytes());
            }
        }
    }

    @Test
    void sequenceAheadOfTheServerIsRefusedWithWhatItHas() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient ahead = rig.connect();
                TestClient other = rig.connect()) {
            ahead.sendLogin("DESK1A", Wishes.from(5));
            ServerFrame toAhead = ahead.next();
            other.sendLogin("DESK1A", new Wishes(1, 9, 0, false, 0));
            ServerFrame toOther = other.next();

            assertThat(toAhead).hasToString("LOGIN_REJECTED SEQUENCE_AHEAD");
            assertThat(toAhead.loginRejected().nextSequence()).isEqualTo(1);
            assertThat(toAhead.loginRejected().incarnation()).isEqualTo(1);
            assertThat(toOther).hasToString("LOGIN_REJECTED WRONG_INCARNATION");
        }
    }

    @Test
    void logoutIsAnsweredAndEndsTheSession() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            client.login("DESK1A");
            client.send(logout());

            assertThat(client.rest()).containsExactly("LOGOUT REQUESTED");
        }
    }

    @Test
    void stoppingServerSendsEveryAnswerAndSaysGoodbye() throws IOException {
        long answered;
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            client.login("DESK1A");
            for (int i = 1; i <= 1_000; i++) {
                client.send(order(i, 1, "A" + i, Side.SELL, 10, 100));
            }
            client.texts(1);

            rig.server.close();

            List<String> rest = client.rest();
            assertThat(rest).last().isEqualTo("LOGOUT SERVER_STOPPING");
            answered = rest.size();
        }
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            assertThat(client.login("DESK1A").get(0).loginAccepted().lastClientSequence())
                    .isEqualTo(answered);
        }
    }

    @Test
    void graceOfThoseThatACleanStopCutOffBeginsAtTheNextStart() throws IOException {
        Wishes grace = new Wishes(1, 0, 0, true, Desks.MAX_GRACE_NS);
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient patient = rig.connect();
                TestClient hasty = rig.connect()) {
            patient.login("DESK1A", grace);
            patient.send(order(1, 1, "A", Side.SELL, 10, 100));
            patient.texts(1);
            hasty.login("DESK2A", new Wishes(1, 0, 0, true, 0));
            hasty.send(order(1, 2, "B", Side.SELL, 10, 101));
            hasty.texts(1);
        }
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient patient = rig.connect();
                TestClient hasty = rig.connect()) {
            patient.login("DESK1A", new Wishes(2, 0, 0, true, Desks.MAX_GRACE_NS));
            patient.send(cancel(2, 1, "C", "A"));
            assertThat(patient.texts(1)).containsExactly("ORDER_CANCELED 2 C");
            assertThat(hasty.login("DESK2A", Wishes.from(2)))
                    .extracting(ServerFrame::toString)
                    .contains("REPLAY ORDER_CANCELED 2 B");
        }
    }

    @Test
    void sequencesBeginAnewBehindTheEndOfTheDay() throws Exception {
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            client.login("DESK1A");
            client.send(order(1, 1, "A", Side.SELL, 10, 100));
            client.texts(1);
            Command endOfDay = new Command();
            endOfDay.kind = CommandKind.END_OF_DAY;

            assertThat(rig.server.submit(endOfDay).get(5, TimeUnit.SECONDS)).isPositive();

            assertThat(client.rest()).containsExactly("ORDER_EXPIRED 2 A", "END_OF_SESSION 3");
            try (TestClient tomorrow = rig.connect()) {
                List<ServerFrame> frames = tomorrow.login("DESK1A");
                assertThat(frames.get(0).loginAccepted().lastClientSequence()).isZero();
                tomorrow.send(order(1, 1, "A", Side.SELL, 10, 100));
                assertThat(tomorrow.texts(1)).containsExactly("ORDER_ACCEPTED 1 A");
            }
        }
    }

    @Test
    void openOrdersOfTheFirmAreTold() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect();
                TestClient other = rig.connect()) {
            client.login("DESK1A");
            other.login("DESK2A");
            client.send(order(1, 1, "A", Side.SELL, 10, 100), order(2, 1, "B", Side.SELL, 10, 101));
            client.texts(2);
            other.send(order(1, 2, "T", Side.BUY, 14, 101), order(2, 2, "U", Side.BUY, 5, 90));
            other.texts(4);
            client.texts(2);

            client.send(openOrders(77), order(3, 1, "C", Side.SELL, 1, 102));

            ServerFrame left = client.next();
            ServerFrame end = client.next();
            assertThat(left).hasToString("ORDER_STATUS");
            assertThat(left.orderStatus().requestId()).isEqualTo(77);
            assertThat(left.orderStatus().state()).isEqualTo((byte) 1);
            assertThat(left.orderStatus().sessionId()).isEqualTo(1);
            assertThat(left.report().clientOrderIdWord0()).isEqualTo('B');
            assertThat(left.report().price()).isEqualTo(101);
            assertThat(left.report().quantity()).isEqualTo(10);
            assertThat(left.report().leavesQuantity()).isEqualTo(6);
            assertThat(end.openOrdersEnd().orderCount()).isEqualTo(1);
            assertThat(client.texts(1)).containsExactly("ORDER_ACCEPTED 5 C");
        }
    }

    @Test
    void orderOfAnotherFirmIsAsUnknownAsNone() throws IOException {
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect();
                TestClient other = rig.connect()) {
            client.login("DESK1A");
            other.login("DESK2A");
            client.send(order(1, 1, "A", Side.SELL, 10, 100));
            long orderId = client.next().report().orderId();
            other.send(order(1, 2, "B", Side.BUY, 1, 10), cancel(2, 2, "C", "B"));
            long finishedId = other.next().report().orderId();
            other.texts(1);

            client.send(orderStatus(1, orderId));
            other.send(
                    orderStatus(1, orderId),
                    orderStatus(1, finishedId),
                    orderStatus(1, orderId + 1_000));

            assertThat(client.next().orderStatus().state()).isEqualTo((byte) 1);
            byte[] toOther = withoutOrderId(other.next());
            assertThat(withoutOrderId(other.next())).isEqualTo(toOther);
            assertThat(withoutOrderId(other.next())).isEqualTo(toOther);
        }
    }

    /** An answer but for what the question named. */
    private static byte[] withoutOrderId(ServerFrame answer) {
        assertThat(answer.orderStatus().state()).isZero();
        byte[] bytes = answer.bytes();
        Arrays.fill(bytes, ORDER_ID_OFFSET, ORDER_ID_OFFSET + Long.BYTES, (byte) 0);
        return bytes;
    }
}
