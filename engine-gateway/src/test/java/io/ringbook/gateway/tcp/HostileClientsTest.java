// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static io.ringbook.gateway.session.ClientMessages.cancel;
import static io.ringbook.gateway.session.ClientMessages.order;
import static io.ringbook.gateway.session.ClientMessages.ping;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Side;
import io.ringbook.gateway.session.ClientMessages.Wishes;
import io.ringbook.gateway.session.Desks;
import io.ringbook.gateway.session.SessionSettings;
import io.ringbook.gateway.session.outbound.SendBufferPool;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send rubbish, too much, too little or nothing, beside clients that trade. */
@Timeout(120)
final class HostileClientsTest {
    private static final int CONNECTIONS = 1_000;
    private static final int HOSTILE = 200;
    private static final int STORM = 1_000;
    private static final long SEED = 20_251_122;
    private static final long SECOND_NS = 1_000_000_000L;

    /** Messages that a client may leave unread. */
    private static final long BACKLOG = 64 * 1024;

    /** What a kernel holds of them at the most: enough orders to run over. */
    private static final int FLOOD = 12_000;

    @TempDir private Path directory;

    @Test
    void thousandConnectionsOfWhichTwoHundredAreHostileHarmNobody() throws Exception {
        // given
        Random random = new Random(SEED);
        List<TestClient> traders = new ArrayList<>();
        Map<TestClient, Offender> offenders = new LinkedHashMap<>();
        List<Offender> kinds = List.of(Offender.values());
        ServerSettings settings = strict();
        try (ServerRig rig = ServerRig.start(directory, new Desks(CONNECTIONS / 2), settings)) {
            for (int i = 0; i < CONNECTIONS - HOSTILE; i++) {
                TestClient trader = rig.connect();
                trader.login(session(i), new Wishes(1, 0, 60 * SECOND_NS, false, 0));
                traders.add(trader);
            }

            // when
            for (int i = CONNECTIONS - HOSTILE; i < CONNECTIONS; i++) {
                Offender kind = kinds.get(i % kinds.size());
                offenders.put(kind.start(rig, session(i), i / 2 + 1, random), kind);
            }
            long startNs = System.nanoTime();
            long mostBytes = 0;
            int rounds = 0;
            do {
                trade(traders);
                offenders.forEach(HostileClientsTest::drip);
                mostBytes = Math.max(mostBytes, rig.server.bufferBytes().get());
                rounds++;
            } while (rig.endTexts.size() < HOSTILE && System.nanoTime() - startNs < 60 * SECOND_NS);
            System.out.printf(
                    "%d rounds of %d orders among %d hostile clients in %.1f s; buffers took"
                            + " %,d bytes of %,d at the most%n",
                    rounds,
                    traders.size(),
                    HOSTILE,
                    (System.nanoTime() - startNs) / 1e9,
                    mostBytes,
                    settings.maxBufferBytes());

            // then
            for (Map.Entry<TestClient, Offender> offender : offenders.entrySet()) {
                assertThat(rig.endTexts.get(offender.getKey().socket.getLocalPort()))
                        .as("%s of %s", offender.getValue(), rig.endings)
                        .startsWith(offender.getValue().reason + ": ");
            }
            assertThat(rig.endTexts).hasSize(HOSTILE);
            assertThat(mostBytes).isBetween(1L, settings.maxBufferBytes());
            for (Offender kind : List.of(Offender.GARBAGE, Offender.SILENT, Offender.QUIET)) {
                for (TestClient client : offenders.keySet()) {
                    if (offenders.get(client) == kind) {
                        assertThat(client.rest()).last().isEqualTo("LOGOUT " + kind.reason);
                    }
                }
            }
        } finally {
            closeAll(traders);
            closeAll(offenders.keySet());
        }
    }

    /** Sends one more byte, if it is of that kind. */
    private static void drip(TestClient client, Offender kind) {
        try {
            if (kind == Offender.DRIPPING) {
                client.send(new byte[1]);
            }
        } catch (IOException e) {
            // It has been ended.
            assert client.socket.isConnected() : e;
        }
    }

    @Test
    void whatWaitsBehindLoginsIsBounded() throws Exception {
        // given
        Desks desks = new Desks(1);
        PrivateKey wrong = Desks.newKeys().getPrivate();
        ServerSettings settings = ServerRig.settings().withConnections(20, 20);
        List<TestClient> clients = new ArrayList<>();
        try (ServerRig rig = ServerRig.start(directory, desks, settings)) {
            for (int i = 0; i < 20; i++) {
                TestClient client = new TestClient(rig.server.port(), wrong);
                client.prepareLogin("DESK1A", Wishes.from(1));
                clients.add(client);
            }

            // when
            long mostBytes = 0;
            for (TestClient client : clients) {
                client.sendPrepared(new byte[settings.readBufferLength() / 2]);
                mostBytes = Math.max(mostBytes, rig.server.bufferBytes().get());
            }

            // then
            rig.awaitEndings("UNKNOWN_OR_WRONG_KEY", 20);
            assertThat(mostBytes).isLessThanOrEqualTo(settings.maxBufferBytes());
            assertThat(rig.server.bufferBytes().get())
                    .isEqualTo(settings.readBufferLength() + 20L * SendBufferPool.SMALL_LENGTH);
        } finally {
            closeAll(clients);
        }
    }

    @Test
    void clientThatDoesNotReadIsCutOffAndGetsTheRestAtItsNextLogin() throws IOException {
        Desks desks = new Desks(1);
        try (ServerRig rig = ServerRig.start(directory, desks, strict());
                TestClient slow = new TestClient(rig.server.port(), desks.key(), 8 * 1024)) {
            slow.login("DESK1A");
            for (int i = 1; i <= FLOOD; i += 2) {
                try {
                    slow.send(
                            order(i, 1, "A" + i, Side.SELL, 1, 100),
                            cancel(i + 1, 1, "C" + i, "A" + i));
                } catch (IOException e) {
                    // The server has closed: it has had enough.
                    break;
                }
            }
            rig.awaitEndings("SLOW_CONSUMER", 1);
            long lastClientSequence;
            try (TestClient again = rig.connect()) {
                lastClientSequence =
                        again.login("DESK1A").get(0).loginAccepted().lastClientSequence();
                again.send(order(lastClientSequence + 1, 1, "Z", Side.SELL, 1, 100));
                assertThat(again.texts(1).get(0)).startsWith("ORDER_ACCEPTED").endsWith(" Z");
            }
            assertThat(lastClientSequence).isPositive();
        }
    }

    @Test
    void loginStormDoesNotStallOrders() throws Exception {
        // given
        Desks desks = new Desks(51);
        PrivateKey wrong = Desks.newKeys().getPrivate();
        List<TestClient> clients = new ArrayList<>();
        try (ServerRig rig = ServerRig.start(directory, desks, patient());
                TestClient trader = rig.connect()) {
            trader.login("DESK51A", new Wishes(1, 0, 60 * SECOND_NS, false, 0));
            for (int i = 0; i < STORM; i++) {
                TestClient client =
                        new TestClient(rig.server.port(), i % 10 == 0 ? desks.key() : wrong);
                clients.add(client);
                client.prepareLogin(session(i / 10), Wishes.from(1));
            }

            // when
            FutureTask<Map<String, Integer>> storm = new FutureTask<>(() -> logInAtOnce(clients));
            Thread.ofVirtual().start(storm);
            List<Long> latencies = new ArrayList<>();
            while (!storm.isDone() || latencies.isEmpty()) {
                long before = System.nanoTime();
                int sequence = latencies.size() + 1;
                trader.send(order(sequence, 51, "O" + sequence, Side.SELL, 1, 100));
                assertThat(trader.next()).hasToString("ORDER_ACCEPTED %d O%1$d", sequence);
                latencies.add(System.nanoTime() - before);
            }
            Collections.sort(latencies);
            System.out.printf(
                    "%,d orders answered during %,d logins: median %,d us, 99%% %,d us, slowest"
                            + " %,d us%n",
                    latencies.size(),
                    STORM,
                    latencies.get(latencies.size() / 2) / 1_000,
                    latencies.get(latencies.size() * 99 / 100) / 1_000,
                    latencies.getLast() / 1_000);

            // then
            assertThat(storm.get())
                    .isEqualTo(
                            Map.of(
                                    "LOGIN_ACCEPTED",
                                    STORM / 10,
                                    "LOGIN_REJECTED UNKNOWN_OR_WRONG_KEY",
                                    STORM * 9 / 10));
        } finally {
            closeAll(clients);
        }
    }

    /** How many logins were answered by what. */
    private static Map<String, Integer> logInAtOnce(List<TestClient> clients) throws IOException {
        for (TestClient client : clients) {
            client.sendPrepared();
        }
        Map<String, Integer> answers = new TreeMap<>();
        for (TestClient client : clients) {
            answers.merge(client.next().toString(), 1, Integer::sum);
        }
        return answers;
    }

    @Test
    void oneConnectionTooManyIsToldSo() throws IOException {
        Desks desks = new Desks(1);
        try (ServerRig rig =
                        ServerRig.start(
                                directory, desks, ServerRig.settings().withConnections(2, 2));
                TestClient first = rig.connect();
                TestClient second = rig.connect()) {
            first.login("DESK1A");
            second.login("DESK1B");
            try (TestClient third = rig.connect()) {
                assertThat(third.texts(2)).containsExactly("GREETING", "LOGIN_REJECTED TOO_MANY");
            }
            first.send(ping(1));
            assertThat(first.texts(1)).containsExactly("PONG");
        }
    }

    @Test
    void eachOfAnyNumberTooManyIsToldSo() throws IOException {
        int tooMany = 200;
        Desks desks = new Desks(1);
        List<TestClient> clients = new ArrayList<>();
        try (ServerRig rig =
                        ServerRig.start(
                                directory, desks, ServerRig.settings().withConnections(1, 1));
                TestClient first = rig.connect()) {
            first.login("DESK1A");
            for (int i = 0; i < tooMany; i++) {
                clients.add(rig.connect());
            }
            for (TestClient client : clients) {
                assertThat(client.rest()).containsExactly("GREETING", "LOGIN_REJECTED TOO_MANY");
            }
            rig.awaitEndings("TOO_MANY", tooMany);
            first.send(ping(1));
            assertThat(first.texts(1)).containsExactly("PONG");
        } finally {
            closeAll(clients);
        }
    }

    @Test
    void oldestThatHasNotLoggedInMakesRoom() throws IOException {
        Desks desks = new Desks(1);
        try (ServerRig rig =
                        ServerRig.start(
                                directory, desks, ServerRig.settings().withConnections(10, 2));
                TestClient oldest = rig.connect();
                TestClient other = rig.connect()) {
            oldest.read();
            other.read();
            try (TestClient third = rig.connect()) {
                assertThat(third.login("DESK1A")).isNotEmpty();
            }
            assertThat(oldest.rest()).containsExactly("LOGIN_REJECTED TOO_MANY");
        }
    }

    /** Time enough to sign all logins of a storm beforehand, on however busy a machine. */
    private static ServerSettings patient() {
        SessionSettings usual = SessionSettings.defaults();
        return ServerRig.settings()
                .withSessions(
                        new SessionSettings(
                                60 * SECOND_NS,
                                usual.heartbeatNs(),
                                usual.minHeartbeatNs(),
                                usual.maxHeartbeatNs(),
                                usual.logoutTimeoutNs(),
                                usual.maxBacklogBytes(),
                                usual.sendBufferLength(),
                                usual.maxQuestionsPerSecond()));
    }

    private static ServerSettings strict() {
        SessionSettings sessions =
                new SessionSettings(
                        2 * SECOND_NS,
                        SECOND_NS,
                        SECOND_NS / 10,
                        60 * SECOND_NS,
                        SECOND_NS,
                        BACKLOG,
                        16 * 1024,
                        1_000);
        return ServerRig.settings().withSessions(sessions).withSocketBufferLength(16 * 1024);
    }

    private static String session(int index) {
        return "DESK" + (index / 2 + 1) + (index % 2 == 0 ? "A" : "B");
    }

    /** Every trader has an order answered. */
    private static void trade(List<TestClient> traders) throws IOException {
        for (int i = 0; i < traders.size(); i++) {
            TestClient trader = traders.get(i);
            long sequence = trader.nextClientSequence++;
            trader.send(order(sequence, i / 2 + 1, "O" + sequence, Side.SELL, 1, 100));
        }
        for (TestClient trader : traders) {
            assertThat(trader.next().toString()).startsWith("ORDER_ACCEPTED");
        }
    }

    private static void closeAll(Collection<TestClient> clients) throws IOException {
        for (TestClient client : clients) {
            client.close();
        }
    }
}
