// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Side;
import io.ringbook.gateway.session.ClientMessages.Wishes;
import io.ringbook.gateway.session.SimulatedServer.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes come in: a connection answers or ends, and never breaks. */
@Timeout(60)
final class ClientConnectionFuzzTest {
    private static final long SEED = 7_301_122;
    private static final int ROUNDS = 1_000;

    @TempDir private Path directory;

    @Test
    void mutatedLoginsAreRefusedOrGranted() {
        Random random = new Random(SEED);
        try (SimulatedServer server = new SimulatedServer(directory, SessionSettings.defaults())) {
            int granted = 0;
            for (int i = 0; i < ROUNDS / 10; i++) {
                Client client = server.connect();
                byte[] nonce = client.frames().get(0).nonce();
                byte[] login =
                        ClientMessages.login("DESK1A", server.desks.key(), nonce, Wishes.from(1));
                mutate(login, random);
                client.send(login);
                while (server.desk.pollVerified(server.nowNs) != null) {
                    client.connection.fill(server.nowNs);
                }
                List<String> answers = client.read();
                boolean waits = answers.isEmpty();
                boolean ends =
                        answers.stream()
                                .anyMatch(text -> text.matches("(LOGIN_REJECTED|LOGOUT) .*"));
                boolean enters = answers.contains("LOGIN_ACCEPTED");
                assertThat(waits || ends || enters)
                        .describedAs("seed %d, round %d: %s", SEED, i, answers)
                        .isTrue();
                granted += enters ? 1 : 0;
                client.connection.onPeerGone(server.nowNs);
            }
            // Every byte is signed, so that only bits outside of the message can change unseen.
            assertThat(granted).isZero();
            assertThat(server.sequenced).isEmpty();
        }
    }

    @Test
    void mutatedOrdersAreAnsweredOrEndTheSession() {
        Random random = new Random(SEED);
        try (SimulatedServer server = new SimulatedServer(directory, SessionSettings.defaults())) {
            Client client = server.login("DESK1A");
            long next = 1;
            long seen = 0;
            for (int i = 0; i < ROUNDS; i++) {
                byte[] order = ClientMessages.order(next, 1, "O" + i, Side.SELL, 10, 100 + i % 50);
                mutate(order, random);
                int before = server.sequenced.size();
                client.send(order);
                next += server.sequenced.size() > before && client.connection.isOpen() ? 1 : 0;
                List<ServerFrame> answers = client.frames();
                for (ServerFrame answer : answers) {
                    seen = Math.max(seen, answer.sequence());
                }
                if (!client.connection.isOpen()) {
                    assertThat(answers.get(answers.size() - 1).toString())
                            .describedAs("seed %d, round %d", SEED, i)
                            .startsWith("LOGOUT");
                    client.connection.onPeerGone(server.nowNs);
                    client = server.login("DESK1A", Wishes.from(seen + 1));
                    assertThat(client.connection.isOpen()).isTrue();
                } else if (answers.isEmpty()) {
                    // A length that grew: the rest of the frame is still to come.
                    client.connection.onPeerGone(server.nowNs);
                    client = server.login("DESK1A", Wishes.from(seen + 1));
                }
            }
            assertThat(server.sequenced).contains(CommandKind.NEW_ORDER);
            assertThat(next).isGreaterThan(ROUNDS / 10);
        }
    }

    @Test
    void randomBytesEndTheConnectionOrWaitForMore() {
        Random random = new Random(SEED);
        try (SimulatedServer server = new SimulatedServer(directory, SessionSettings.defaults())) {
            for (int i = 0; i < ROUNDS; i++) {
                Client client = server.connect();
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                if (bytes.length > 4 && random.nextBoolean()) {
                    bytes[0] = (byte) (bytes[0] & 0xf8);
                    bytes[1] = 0;
                    bytes[2] = 0;
                    bytes[3] = 0;
                }
                client.send(bytes);
                assertThat(client.read().get(0)).isEqualTo("GREETING");
                client.connection.onPeerGone(server.nowNs);
            }
            assertThat(server.sequenced).isEmpty();
        }
    }

    /** Changes one to three bits. */
    private static void mutate(byte[] bytes, Random random) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }
}
