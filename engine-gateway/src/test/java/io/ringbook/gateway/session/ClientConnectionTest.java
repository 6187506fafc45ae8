// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import static io.ringbook.gateway.session.ClientMessages.heartbeat;
import static io.ringbook.gateway.session.ClientMessages.logout;
import static io.ringbook.gateway.session.ClientMessages.openOrders;
import static io.ringbook.gateway.session.ClientMessages.order;
import static io.ringbook.gateway.session.ClientMessages.ping;
import static io.ringbook.gateway.session.ClientMessages.resent;
import static io.ringbook.gateway.session.ClientMessages.staying;
import static io.ringbook.gateway.session.SimulatedServer.SECOND_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Side;
import io.ringbook.gateway.session.ClientMessages.Wishes;
import io.ringbook.gateway.session.SimulatedServer.Client;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions without sockets: every byte and every nanosecond is the test's. */
final class ClientConnectionTest {
    private static final int SMALL_BUFFER = 8 * 1024;

    @TempDir private Path directory;
    private SimulatedServer server;

    @BeforeEach
    void start() {
        server = new SimulatedServer(directory, settings());
    }

    private static SessionSettings settings() {
        return new SessionSettings(
                5 * SECOND_NS,
                SECOND_NS,
                SECOND_NS / 10,
                60 * SECOND_NS,
                2 * SECOND_NS,
                SMALL_BUFFER,
                SMALL_BUFFER,
                100);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void connectionWithoutALoginIsEndedAfterItsTime() {
        Client client = server.connect();
        client.onTime(5 * SECOND_NS);
        assertThat(client.read()).containsExactly("GREETING");

        client.onTime(1);

        assertThat(client.read()).containsExactly("LOGOUT LOGIN_TIMEOUT");
        assertThat(server.sequenced).isEmpty();
    }

    @Test
    void silentServerGivesASignOfLifeWithTheLastSequenceItTook() {
        Client client = server.login("DESK1A");
        client.send(order(1, 1, "A", Side.SELL, 1, 100));
        client.read();

        client.onTime(SECOND_NS - 1);
        assertThat(client.read()).isEmpty();
        client.onTime(1);

        assertThat(client.read()).containsExactly("HEARTBEAT 1");
    }

    @Test
    void threeSilentIntervalsOfTheClientEndItsSession() {
        Client client = server.login("DESK1A");
        client.onTime(2 * SECOND_NS);
        client.send(heartbeat(0));
        client.onTime(3 * SECOND_NS);
        assertThat(client.connection.isOpen()).isTrue();

        client.onTime(1);

        assertThat(client.read()).contains("LOGOUT HEARTBEAT_LOST");
        assertThat(server.sequenced).containsExactly(CommandKind.LOGIN, CommandKind.LOGOFF);
    }

    @Test
    void timeInWhichNothingWasReadIsNotSilence() {
        Client client = server.login("DESK1A");
        server.nowNs += 10 * SECOND_NS;

        client.connection.onTime(server.nowNs, 8 * SECOND_NS);

        assertThat(client.connection.isOpen()).isTrue();
    }

    @Test
    void intervalAskedForIsGrantedWithinItsBounds() {
        Client client = server.connect();
        client.login("DESK1A", new Wishes(1, 1, SECOND_NS / 100, true, 90 * SECOND_NS));

        ServerFrame accepted = client.frames().get(0);

        assertThat(accepted.loginAccepted().heartbeatIntervalNs()).isEqualTo(SECOND_NS / 10);
        assertThat(accepted.loginAccepted().disconnectGraceNs()).isEqualTo(Desks.MAX_GRACE_NS);
        assertThat(accepted.loginAccepted().cancelOnDisconnect()).isEqualTo((byte) 1);
    }

    @Test
    void orderWithoutALoginEndsTheConnectionAndJournalsNothing() {
        Client client = server.connect();
        client.send(order(1, 1, "A", Side.SELL, 1, 100));

        assertThat(client.read()).containsExactly("GREETING", "LOGOUT MALFORMED");
        assertThat(server.sequenced).isEmpty();
    }

    @Test
    void badFrameEndsTheSessionAndJournalsNothingOfIt() {
        Client client = server.login("DESK1A");
        byte[] bad = order(1, 1, "A", Side.SELL, 1, 100);
        bad[FrameDescriptor.HEADER_LENGTH] = 99;

        client.send(bad);

        assertThat(client.read()).containsExactly("LOGOUT MALFORMED");
        assertThat(server.sequenced).containsExactly(CommandKind.LOGIN, CommandKind.LOGOFF);
    }

    @Test
    void loginOfANewerProtocolIsRefusedAsSuch() {
        Client client = server.connect();
        byte[] nonce = client.frames().get(0).nonce();
        byte[] login = ClientMessages.login("DESK1A", server.desks.key(), nonce, Wishes.from(1));
        login[FrameDescriptor.SCHEMA_VERSION_OFFSET] = 9;

        client.send(login);

        assertThat(client.read()).containsExactly("LOGIN_REJECTED UNSUPPORTED_VERSION");
    }

    @Test
    void whatFollowsALoginAtOnceWaitsForIt() {
        Client client = server.connect();
        byte[] nonce = client.frames().get(0).nonce();
        byte[] login = ClientMessages.login("DESK1A", server.desks.key(), nonce, Wishes.from(1));
        byte[] order = order(1, 1, "A", Side.SELL, 1, 100);
        byte[] both = new byte[login.length + order.length];
        System.arraycopy(login, 0, both, 0, login.length);
        System.arraycopy(order, 0, both, login.length, order.length);

        assertThat(client.send(both)).isEqualTo(login.length);
        assertThat(client.connection.takesInput()).isFalse();
        server.desk.pollVerified(server.nowNs);
        client.send(order);

        assertThat(client.read()).contains("REPLAY_COMPLETE 1", "ORDER_ACCEPTED 1 A");
    }

    @Test
    void signatureOfAnotherConnectionIsWorthNothing() {
        Client first = server.connect();
        byte[] nonce = first.frames().get(0).nonce();
        Client second = server.connect();
        second.read();

        second.send(ClientMessages.login("DESK1A", server.desks.key(), nonce, Wishes.from(1)));
        server.desk.pollVerified(server.nowNs);

        assertThat(second.read()).containsExactly("LOGIN_REJECTED UNKNOWN_OR_WRONG_KEY");
    }

    @Test
    void anyBitOfALoginIsSigned() {
        Client client = server.connect();
        byte[] nonce = client.frames().get(0).nonce();
        byte[] login = ClientMessages.login("DESK1A", server.desks.key(), nonce, Wishes.from(1));
        login[FrameDescriptor.SEQUENCE_OFFSET] ^= 1;

        client.send(login);
        server.desk.pollVerified(server.nowNs);

        assertThat(client.read()).containsExactly("LOGIN_REJECTED UNKNOWN_OR_WRONG_KEY");
    }

    @Test
    void fullJournalRefusesAllUntilTheRefusedCommandComesAgain() {
        Client client = server.login("DESK1A");
        server.hasRoom = false;
        client.send(order(1, 1, "A", Side.SELL, 1, 100));
        server.hasRoom = true;
        client.send(order(2, 1, "B", Side.SELL, 1, 100));

        List<ServerFrame> refused = client.frames();
        assertThat(refused)
                .extracting(ServerFrame::toString)
                .containsExactly("ORDER_REJECTED A", "ORDER_REJECTED B");
        assertThat(refused).extracting(ServerFrame::sequence).containsOnly(0L);
        client.send(order(1, 1, "A", Side.SELL, 1, 100));
        client.send(order(2, 1, "B", Side.SELL, 1, 100));
        assertThat(client.read()).containsExactly("ORDER_ACCEPTED 1 A", "ORDER_ACCEPTED 2 B");
    }

    @Test
    void logoffThatTheJournalHadNoRoomForIsSequencedLater() {
        Client client = server.login("DESK1A");
        server.hasRoom = false;
        client.connection.onPeerGone(server.nowNs);
        server.desk.retryLogoffs();
        assertThat(server.sequenced).containsExactly(CommandKind.LOGIN);

        server.hasRoom = true;
        server.desk.retryLogoffs();
        server.desk.retryLogoffs();

        assertThat(server.sequenced).containsExactly(CommandKind.LOGIN, CommandKind.LOGOFF);
    }

    @Test
    void clientThatLeavesItsMessagesUnreadIsEndedWithTheReason() {
        Client client = server.login("DESK1A");
        for (int i = 1; client.connection.isOpen(); i++) {
            client.send(order(i, 1, "O" + i, Side.SELL, 1, 100));
            assertThat(i).isLessThan(1_000);
        }

        List<String> read = client.read();

        assertThat(read.get(read.size() - 1)).isEqualTo("LOGOUT SLOW_CONSUMER");
        assertThat(read.get(0)).isEqualTo("ORDER_ACCEPTED 1 O1");
    }

    @Test
    void longReplayIsNotASlowConsumer() {
        Client client = server.login("DESK1A");
        for (int i = 1; i <= 1_000; i++) {
            client.send(order(i, 1, "O" + i, Side.SELL, 1, 100));
            client.read();
        }
        client.connection.onPeerGone(server.nowNs);

        Client again = server.connect();
        again.login("DESK1A", Wishes.from(1));

        assertThat(again.connection.isOpen()).isTrue();
        List<String> read = again.read();
        assertThat(read).contains("REPLAY ORDER_ACCEPTED 1000 O1000", "REPLAY_COMPLETE 1001");
    }

    @Test
    void clientThatAsksWithoutEndIsEndedAndOneThatAsksALotIsNot() {
        Client client = server.login("DESK1A");
        for (int i = 0; i < 100; i++) {
            client.send(ping(i));
            client.read();
        }
        client.onTime(SECOND_NS);
        client.send(ping(1));
        assertThat(client.read()).contains("PONG");

        for (int i = 0; i < 100; i++) {
            client.send(ping(i));
        }

        List<String> read = client.read();
        assertThat(read.get(read.size() - 1)).isEqualTo("LOGOUT FLOODING");
    }

    @Test
    void clientThatSendsTheSameAgainWithoutEndIsEnded() {
        Client client = server.login("DESK1A");
        byte[] first = order(1, 1, "A", Side.SELL, 1, 100);
        client.send(first);
        client.read();
        for (int i = 0; i < 100; i++) {
            client.send(resent(first));
        }
        assertThat(client.read()).isEmpty();

        client.send(resent(first));

        assertThat(client.read()).containsExactly("LOGOUT FLOODING");
        assertThat(server.sequenced)
                .containsExactly(CommandKind.LOGIN, CommandKind.NEW_ORDER, CommandKind.LOGOFF);
    }

    @Test
    void pongWithoutRoomStopsTheReadingOfItsAsker() {
        Client client = server.login("DESK1A");
        for (int i = 0; client.connection.takesInput(); i++) {
            client.send(order(i + 1, 1, "O" + i, Side.SELL, 1, 100));
            client.send(ping(i));
            assertThat(i).isLessThan(100);
        }
        assertThat(client.connection.isOpen()).isTrue();
        assertThat(client.send(ping(99))).isZero();

        client.read();

        assertThat(client.connection.takesInput()).isTrue();
    }

    @Test
    void questionWithoutRoomStopsTheReadingOfItsAsker() {
        Client client = server.login("DESK1A");
        for (int i = 1; i <= 100; i++) {
            client.send(order(i, 1, "O" + i, Side.SELL, 1, 100));
            client.read();
        }

        client.send(openOrders(7));

        assertThat(client.connection.takesInput()).isFalse();
        assertThat(client.send(order(101, 1, "BEHIND", Side.SELL, 1, 100))).isZero();
        assertThat(client.read()).hasSize(101).last().isEqualTo("OPEN_ORDERS_END");
        client.send(order(101, 1, "BEHIND", Side.SELL, 1, 100));
        assertThat(client.read()).containsExactly("ORDER_ACCEPTED 101 BEHIND");
    }

    @Test
    void otherIncarnationIsRefusedWithThePresentOneAndGoneOnWithByNamingIt() {
        try (SimulatedServer third = new SimulatedServer(directory, settings(), 3)) {
            third.login("DESK1A").send(order(1, 1, "A", Side.SELL, 1, 100));
            Client behind = third.connect();
            behind.login("DESK1A", new Wishes(1, 2, 0, false, 0));

            ServerFrame rejected = behind.frames().get(0);
            assertThat(rejected).hasToString("LOGIN_REJECTED WRONG_INCARNATION");
            assertThat(rejected.loginRejected().incarnation()).isEqualTo(3);
            assertThat(rejected.loginRejected().nextSequence()).isEqualTo(2);
            for (int incarnation : new int[] {3, 0}) {
                Client again = third.connect();
                again.login("DESK1A", new Wishes(2, incarnation, 0, false, 0));
                ServerFrame accepted = again.frames().get(0);
                assertThat(accepted).hasToString("LOGIN_ACCEPTED");
                assertThat(accepted.loginAccepted().incarnation()).isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GONE", "MALFORMED", "REQUESTED", "HEARTBEAT_LOST"})
    void ordersGoAfterTheGraceWhateverEndedTheirSession(String end) {
        // given
        Client client = server.login("DESK1A", new Wishes(1, 0, 0, true, 5 * SECOND_NS));
        client.send(order(1, 1, "GOES", Side.SELL, 1, 100));
        client.send(staying(order(2, 1, "STAYS", Side.SELL, 1, 100)));
        client.read();

        // when
        switch (end) {
            case "GONE" -> client.connection.onPeerGone(server.nowNs);
            case "MALFORMED" -> client.send(new byte[] {1, 1, 1, 1});
            case "REQUESTED" -> client.send(logout());
            default -> client.onTime(3 * SECOND_NS + 1);
        }
        assertThat(client.connection.isOpen()).isFalse();
        List<CommandKind> before = List.copyOf(server.sequenced);
        server.onTime(5 * SECOND_NS - 1);
        assertThat(openOrderCount()).isEqualTo(2);
        server.onTime(1);

        // then
        assertThat(openOrderCount()).isEqualTo(1);
        assertThat(before).last().isEqualTo(CommandKind.LOGOFF);
        assertThat(replayed("DESK1A"))
                .containsExactly(
                        "REPLAY ORDER_ACCEPTED 1 GOES",
                        "REPLAY ORDER_ACCEPTED 2 STAYS",
                        "REPLAY ORDER_CANCELED 3 GOES");
    }

    @Test
    void sessionThatIsBackWithinItsGraceKeepsItsOrders() {
        Client client = server.login("DESK1A", new Wishes(1, 0, 0, true, 5 * SECOND_NS));
        client.send(order(1, 1, "A", Side.SELL, 1, 100));
        client.connection.onPeerGone(server.nowNs);
        server.onTime(5 * SECOND_NS - 1);

        Client again = server.login("DESK1A", new Wishes(2, 0, 0, true, 5 * SECOND_NS));
        server.onTime(60 * SECOND_NS);

        assertThat(again.read()).isEmpty();
        assertThat(replayed("DESK1A")).containsExactly("REPLAY ORDER_ACCEPTED 1 A");
    }

    @Test
    void ordersOfOneWhoDidNotAskStay() {
        Client client = server.login("DESK1A", new Wishes(1, 0, 0, false, 0));
        client.send(order(1, 1, "A", Side.SELL, 1, 100));
        client.connection.onPeerGone(server.nowNs);

        server.onTime(60 * SECOND_NS);

        assertThat(replayed("DESK1A")).containsExactly("REPLAY ORDER_ACCEPTED 1 A");
    }

    /** Open orders of the firm, as its other session is told. */
    private long openOrderCount() {
        Client other = server.login("DESK1B");
        other.send(openOrders(1));
        return other.frames().getLast().openOrdersEnd().orderCount();
    }

    /** What a session has been told by now. */
    private List<String> replayed(String session) {
        Client client = server.connect();
        client.login(session, Wishes.from(1));
        return client.frames().stream()
                .filter(ServerFrame::isReplay)
                .map(ServerFrame::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 23, 24, 64, 80, 87, 100, 127, -1})
    void typeThatNoClientSendsEndsTheSession(byte type) {
        Client client = server.login("DESK1A");
        byte[] frame = order(1, 1, "A", Side.SELL, 1, 100);
        frame[FrameDescriptor.TYPE_OFFSET] = type;

        client.send(frame);

        assertThat(client.read()).containsExactly("LOGOUT MALFORMED");
        assertThat(server.sequenced).containsExactly(CommandKind.LOGIN, CommandKind.LOGOFF);
    }

    @Test
    void everyConnectionIsGreetedFirstWithANonceOfItsOwn() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            Client client = server.connect();
            List<ServerFrame> frames = client.frames();
            assertThat(frames).singleElement().hasToString("GREETING");
            nonces.add(Arrays.toString(frames.get(0).nonce()));
            client.connection.onPeerGone(server.nowNs);
        }

        assertThat(nonces).hasSize(1_000);
    }

    @Test
    void connectionThatDoesNotTakeItsLastWordIsClosedAfterATime() {
        Client client = server.login("DESK1A");
        client.send(logout());
        assertThat(client.connection.isEnding()).isTrue();

        client.onTime(2 * SECOND_NS + 1);

        assertThat(client.connection.isClosed()).isTrue();
    }

    @Test
    void loginThatExpectsWhatIsBeforeTheFirstMessageIsRefused() {
        Client client = server.connect();

        client.login("DESK1A", Wishes.from(0));

        assertThat(client.read()).containsExactly("LOGIN_REJECTED INVALID_REQUEST");
        assertThat(server.sequenced).isEmpty();
    }

    @Test
    void logoutIsAnsweredBehindAllThatWasPublished() {
        Client seller = server.login("DESK1A");
        seller.send(order(1, 1, "A", Side.SELL, 1, 100));
        seller.read();
        server.login("DESK2A").send(order(1, 2, "B", Side.BUY, 1, 100));

        seller.send(logout());

        assertThat(seller.read()).containsExactly("ORDER_EXECUTED 2 A", "LOGOUT REQUESTED");
    }

    @Test
    void replacedConnectionIsToldAndDoesNotLogItsSessionOff() {
        Client first = server.login("DESK1A");
        Client second = server.login("DESK1A");

        assertThat(first.read()).containsExactly("LOGOUT REPLACED");
        first.connection.onPeerGone(server.nowNs);
        assertThat(second.connection.isOpen()).isTrue();
        assertThat(server.sequenced).containsExactly(CommandKind.LOGIN, CommandKind.LOGIN);
    }

    @Test
    void bytesInAnyPiecesGiveTheSameAnswers() {
        Client client = server.login("DESK1A");
        byte[] order = order(1, 1, "A", Side.SELL, 1, 100);

        for (byte piece : order) {
            client.connection.receive(new UnsafeBuffer(new byte[] {piece}), 0, 1, server.nowNs);
        }

        List<ServerFrame> frames = client.frames();
        assertThat(frames)
                .extracting(ServerFrame::type)
                .containsExactly(MessageType.ORDER_ACCEPTED);
    }
}
