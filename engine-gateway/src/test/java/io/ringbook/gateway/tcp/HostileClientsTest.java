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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send rubbish, too much, too little or nothing, beside clients that trade. */
@Timeout(60)
final class HostileClientsTest {
    private static final int DESKS = 800;
    private static final int OF_EACH_KIND = 50;
    private static final long SEED = 20_251_122;
    private static final long SECOND_NS = 1_000_000_000L;

    /** Messages that a client may leave unread. */
    private static final long BACKLOG = 64 * 1024;

    /** What a kernel holds of them at the most: enough orders to run over. */
    private static final int FLOOD = 12_000;

    @TempDir private Path directory;

    @Test
    void thousandConnectionsOfWhichTwoHundredAreHostileHarmNobody() throws IOException {
        Desks desks = new Desks(DESKS / 2);
        List<TestClient> traders = new ArrayList<>();
        List<TestClient> offenders = new ArrayList<>();
        try (ServerRig rig = ServerRig.start(directory, desks, strict())) {
            for (int i = 0; i < DESKS - OF_EACH_KIND; i++) {
                TestClient trader = rig.connect();
                trader.login(session(i), new Wishes(1, 0, 60 * SECOND_NS, false, 0));
                traders.add(trader);
            }
            Random random = new Random(SEED);
            for (int i = 0; i < OF_EACH_KIND; i++) {
                offenders.add(garbage(rig, random));
                offenders.add(halfOpen(rig));
                offenders.add(silent(rig));
                offenders.add(flooding(rig, session(DESKS - 1 - i)));
            }
            long before = System.nanoTime();
            trade(traders);
            long tradedNs = System.nanoTime() - before;

            for (TestClient offender : offenders) {
                offender.rest();
            }
            trade(traders);
            rig.awaitEndings("MALFORMED", OF_EACH_KIND);
            rig.awaitEndings("LOGIN_TIMEOUT", 2 * OF_EACH_KIND);
            rig.awaitEndings("FLOODING", OF_EACH_KIND);
            assertThat(tradedNs).isLessThan(10 * SECOND_NS);
        } finally {
            closeAll(traders);
            closeAll(offenders);
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
    void loginStormDoesNotStallOrders() throws IOException {
        int storm = 1_000;
        Desks desks = new Desks(51);
        PrivateKey wrong = Desks.newKeys().getPrivate();
        List<TestClient> clients = new ArrayList<>();
        try (ServerRig rig = ServerRig.start(directory, desks);
                TestClient trader = rig.connect()) {
            trader.login("DESK51A");
            for (int i = 0; i < storm; i++) {
                boolean right = i % 10 == 0;
                TestClient client = new TestClient(rig.server.port(), right ? desks.key() : wrong);
                clients.add(client);
                client.prepareLogin(session(i / 10), Wishes.from(1));
            }
            for (TestClient client : clients) {
                client.sendPrepared();
            }
            long slowestNs = 0;
            for (int i = 0; i < 200; i++) {
                long before = System.nanoTime();
                trader.send(order(i + 1, 51, "O" + i, Side.SELL, 1, 100));
                assertThat(trader.next().sequence()).isEqualTo(i + 1);
                slowestNs = Math.max(slowestNs, System.nanoTime() - before);
            }
            int accepted = 0;
            for (TestClient client : clients) {
                accepted += client.next().toString().equals("LOGIN_ACCEPTED") ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(storm / 10);
            assertThat(slowestNs).isLessThan(SECOND_NS);
        } finally {
            closeAll(clients);
        }
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

    private static TestClient garbage(ServerRig rig, Random random) throws IOException {
        TestClient client = rig.connect();
        byte[] bytes = new byte[100 + random.nextInt(4_000)];
        random.nextBytes(bytes);
        bytes[3] = (byte) 0xff;
        return client.send(bytes);
    }

    private static TestClient halfOpen(ServerRig rig) throws IOException {
        TestClient client = rig.connect();
        return client.send(new byte[] {16});
    }

    private static TestClient silent(ServerRig rig) throws IOException {
        return rig.connect();
    }

    private static TestClient flooding(ServerRig rig, String session) throws IOException {
        TestClient client = rig.connect();
        client.login(session);
        ByteBuffer flood = ByteBuffer.allocate(1_200 * ping(1).length);
        while (flood.hasRemaining()) {
            flood.put(ping(1));
        }
        Thread reader = Thread.ofVirtual().start(() -> drain(client));
        client.send(flood.array());
        try {
            reader.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return client;
    }

    private static void drain(TestClient client) {
        try {
            client.rest();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void closeAll(List<TestClient> clients) throws IOException {
        for (TestClient client : clients) {
            client.close();
        }
    }
}
