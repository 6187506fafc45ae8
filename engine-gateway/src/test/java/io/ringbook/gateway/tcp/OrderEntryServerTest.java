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
        byte[] sent;
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            client.login("DESK1A");
            client.send(order(1, 1, "A", Side.SELL, 10, 100));
            sent = client.next().bytes();
        }
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            List<ServerFrame> frames = client.login("DESK1A");

            assertThat(frames.get(0).loginAccepted().lastClientSequence()).isEqualTo(1);
            byte[] again = frames.get(3).bytes();
            assertThat(frames.get(3).isReplay()).isTrue();
            again[5] = 0;
            assertThat(again).isEqualTo(sent);
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
            try (TestClient client = rig.connect()) {
                // The cut may be seen after this login: then the orders stay, and it replaced.
                for (int i = 0; i < 100 && rig.endings.isEmpty(); i++) {
                    TimeUnit.MILLISECONDS.sleep(10);
                }
                List<ServerFrame> frames = client.login("DESK1A", Wishes.from(2));
                assertThat(frames)
                        .extracting(ServerFrame::toString)
                        .contains("REPLAY ORDER_CANCELED 2 A");
            } catch (InterruptedException e) {
                throw new AssertionError(e);
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
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient client = rig.connect()) {
            client.login("DESK1A");
            client.send(order(1, 1, "A", Side.SELL, 10, 100));
            client.texts(1);

            rig.server.close();

            assertThat(client.rest()).containsExactly("LOGOUT SERVER_STOPPING");
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

            client.send(orderStatus(1, orderId));
            other.send(orderStatus(1, orderId), orderStatus(1, orderId + 1_000));

            assertThat(client.next().orderStatus().state()).isEqualTo((byte) 1);
            ServerFrame toOther = other.next();
            ServerFrame toNobody = other.next();
            assertThat(toOther.orderStatus().state()).isZero();
            assertThat(toOther.orderStatus().sessionId()).isZero();
            assertThat(toOther.report().leavesQuantity()).isZero();
            assertThat(toNobody.bytes().length).isEqualTo(toOther.bytes().length);
        }
    }
}
