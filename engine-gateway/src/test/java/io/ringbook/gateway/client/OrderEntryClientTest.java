// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Side;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OrderEntryClientTest {
    private static final long HEARTBEAT_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long TOO_LONG_NS = TimeUnit.SECONDS.toNanos(10);

    private final KeyPair pair = SessionKey.generate();
    private final SessionKey key = new SessionKey("FIRM", "DESK", pair.getPrivate());
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<String> replayed = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> answered = Collections.synchronizedList(new ArrayList<>());

    @Test
    void orderIsAcceptedUnderItsId() throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0);
                OrderEntryClient client = connect(exchange)) {
            client.desk("DESK").limit("a", "ABC", Side.BUY, "100", "12.50");
            client.awaitAnswers();

            assertThat(told).containsExactly("ACCEPTED a ABC DESK");
            assertThat(exchange.fault()).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyCommandIsTakenAndAnsweredOnceWhateverIsCut(long seed) throws Exception {
        int count = 3000;
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), seed, 8000);
                OrderEntryClient client = connect(exchange)) {
            // when
            Desk desk = client.desk("DESK");
            Random random = new Random(seed);
            for (int i = 1; i <= count; i++) {
                desk.limit("order-" + i, "ABC", Side.BUY, "1", "1.00");
                if (random.nextInt(300) == 0) {
                    client.cut();
                }
            }
            client.awaitAnswers();

            // then
            List<String> ids = IntStream.rangeClosed(1, count).mapToObj(i -> "order-" + i).toList();
            assertThat(exchange.fault()).as("seed %d", seed).isNull();
            assertThat(exchange.connectionCount()).as("seed %d", seed).isGreaterThan(20);
            assertThat(exchange.processed()).as("seed %d", seed).isEqualTo(ids);
            assertThat(told)
                    .as("seed %d", seed)
                    .isEqualTo(ids.stream().map(id -> "ACCEPTED " + id + " ABC DESK").toList());
            assertThat(answered)
                    .as("seed %d", seed)
                    .isEqualTo(IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList());
        }
    }

    @Test
    void commandsRefusedForWantOfRoomAreTakenInTheirOrderWhenThereIsRoom() throws Exception {
        // given
        int count = 600;
        List<String> holds = Collections.synchronizedList(new ArrayList<>());
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            exchange.roomFor(100);
            AtomicInteger room = new AtomicInteger(100);
            Recorder recorder =
                    new Recorder() {
                        @Override
                        public void onHeld(String reason) {
                            holds.add("held");
                            exchange.roomFor(room.addAndGet(150));
                        }

                        @Override
                        public void onReleased() {
                            holds.add("released");
                        }
                    };
            ClientSettings settings = ClientSettings.of(exchange.address(), key);
            try (OrderEntryClient client = OrderEntryClient.connect(settings, recorder)) {
                // when
                for (int i = 1; i <= count; i++) {
                    client.desk("DESK").limit("order-" + i, "ABC", Side.BUY, "1", "1.00");
                }
                client.awaitAnswers();
            }

            // then
            List<String> ids = IntStream.rangeClosed(1, count).mapToObj(i -> "order-" + i).toList();
            assertThat(exchange.fault()).isNull();
            assertThat(exchange.connectionCount()).isEqualTo(1);
            assertThat(exchange.processed()).isEqualTo(ids);
            assertThat(told)
                    .isEqualTo(ids.stream().map(id -> "ACCEPTED " + id + " ABC DESK").toList());
            assertThat(answered)
                    .isEqualTo(IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList());
            assertThat(holds).containsExactly("held", "released", "held", "released");
        }
    }

    @Test
    void laterLoginIsToldTheWholeDay() throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            try (OrderEntryClient first = connect(exchange)) {
                first.desk("DESK").limit("a", "ABC", Side.BUY, "100", "12.50");
                first.awaitAnswers();
            }
            told.clear();

            connect(exchange).close();

            assertThat(told).containsExactly("ACCEPTED a ABC DESK");
            assertThat(replayed).containsExactly("a");
        }
    }

    @Test
    void wrongKeyIsRefusedInWords() throws Exception {
        KeyPair other = SessionKey.generate();
        try (SimulatedExchange exchange = new SimulatedExchange(other.getPublic(), 1, 0)) {
            assertThatThrownBy(() -> connect(exchange))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("refused the login of session DESK of firm FIRM")
                    .hasMessageContaining("signed with another key");
        }
    }

    @Test
    void absentServerIsRefusedAtOnce() throws Exception {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        ClientSettings settings = ClientSettings.of(new ServerAddress("127.0.0.1", port), key);

        assertThatThrownBy(() -> OrderEntryClient.connect(settings, new OrderEntryListener() {}))
                .isInstanceOf(Fault.class)
                .hasMessage(
                        "connection refused at 127.0.0.1:"
                                + port
                                + ": no server listens there (start one with serve)");
    }

    @Test
    void senderLearnsThatTheSessionIsOver() throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0);
                OrderEntryClient client = connect(exchange)) {
            Desk desk = client.desk("DESK");
            exchange.refuseAll();
            client.cut();

            assertThatThrownBy(
                            () -> {
                                for (int i = 0; i < 100_000; i++) {
                                    desk.limit("order-" + i, "ABC", Side.BUY, "1", "1.00");
                                }
                                client.awaitAnswers();
                            })
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("refused the login");
        }
    }

    @Test
    void failingListenerEndsTheClientWithItsReason() throws Exception {
        OrderEntryListener failing =
                new OrderEntryListener() {
                    @Override
                    public void onReport(Report report) {
                        throw new IllegalArgumentException("of the test");
                    }
                };
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0);
                OrderEntryClient client =
                        OrderEntryClient.connect(
                                ClientSettings.of(exchange.address(), key), failing)) {
            client.desk("DESK").limit("a", "ABC", Side.BUY, "100", "12.50");

            assertThatThrownBy(client::awaitAnswers)
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("of the test");
        }
    }

    @Test
    void closingSendsWhatWasGiven() throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            OrderEntryClient client = connect(exchange);
            Desk desk = client.desk("DESK");
            for (int i = 1; i <= 200; i++) {
                desk.limit("order-" + i, "ABC", Side.BUY, "1", "1.00");
            }

            client.close();

            assertThat(exchange.processed()).hasSize(200);
            assertThatThrownBy(() -> desk.cancel("ABC", "order-1"))
                    .isInstanceOf(Fault.class)
                    .hasMessage("the client was closed");
        }
    }

    @Test
    void closingInACallbackSendsWhatTheCallbackGave() throws Exception {
        // given
        AtomicReference<OrderEntryClient> client = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        OrderEntryListener closing =
                new OrderEntryListener() {
                    @Override
                    public void onReport(Report report) {
                        if (report.clientOrderId().equals("first")) {
                            Desk desk = client.get().desk("DESK");
                            desk.limit("second", "ABC", Side.BUY, "1", "1.00");
                            desk.limit("third", "ABC", Side.BUY, "1", "1.00");
                            client.get().close();
                        }
                    }

                    @Override
                    public void onEnd(String reason) {
                        ended.countDown();
                    }
                };
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            client.set(
                    OrderEntryClient.connect(ClientSettings.of(exchange.address(), key), closing));

            // when
            client.get().desk("DESK").limit("first", "ABC", Side.BUY, "1", "1.00");
            assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();

            // then
            assertThat(exchange.processed()).containsExactly("first", "second", "third");
        }
    }

    @Test
    void callbackIsRefusedWhatItWouldHaveToWaitFor() throws Exception {
        AtomicReference<OrderEntryClient> client = new AtomicReference<>();
        AtomicReference<String> refusal = new AtomicReference<>();
        OrderEntryListener greedy =
                new OrderEntryListener() {
                    @Override
                    public void onReport(Report report) {
                        if (refusal.get() != null) {
                            return;
                        }
                        try {
                            for (int i = 0; i < 1000; i++) {
                                client.get()
                                        .desk("DESK")
                                        .limit("again-" + i, "ABC", Side.BUY, "1", "1.00");
                            }
                        } catch (IllegalStateException e) {
                            refusal.set(e.getMessage());
                        }
                    }
                };
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0)) {
            client.set(
                    OrderEntryClient.connect(ClientSettings.of(exchange.address(), key), greedy));
            client.get().desk("DESK").limit("a", "ABC", Side.BUY, "1", "1.00");
            client.get().awaitAnswers();

            assertThat(refusal.get())
                    .isEqualTo(
                            "a callback cannot wait for room: 256 commands are unanswered"
                                    + " already");
            assertThat(exchange.processed()).hasSize(256);
            client.get().close();
        }
    }

    @Test
    void deskRefusesWhatCannotBeExpressed() throws Exception {
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0);
                OrderEntryClient client = connect(exchange)) {
            Desk desk = client.desk("DESK");

            assertThatThrownBy(() -> desk.limit("a", "XYZ", Side.BUY, "1", "1"))
                    .hasMessage("the exchange does not trade XYZ");
            assertThatThrownBy(() -> desk.limit("a", "ABC", Side.BUY, "1", "1.001"))
                    .hasMessageContaining("expected a decimal number with at most 2 decimals");
            assertThatThrownBy(() -> client.desk("OTHER"))
                    .hasMessageContaining("may not trade for account OTHER; it may for [DESK]");
            assertThat(client.unansweredCount()).isZero();
        }
    }

    @Test
    void commandThatNoSessionSendsIsRefusedAndLeavesNoTrace() throws Exception {
        Command endOfDay = new Command();
        endOfDay.kind = CommandKind.END_OF_DAY;
        try (SimulatedExchange exchange = new SimulatedExchange(pair.getPublic(), 1, 0);
                OrderEntryClient client = connect(exchange)) {
            assertThatThrownBy(() -> client.send(endOfDay))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a session does not send END_OF_DAY");

            client.awaitAnswers();
            assertThat(client.desk("DESK").limit("a", "ABC", Side.BUY, "1", "1")).isEqualTo(1);
        }
    }

    @Test
    void clientGivesSignsOfLifeWhileItIsToldWithoutPause() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FutureTask<Boolean> heard = new FutureTask<>(() -> tellUntilHeard(listening));
            Thread.ofVirtual().start(heard);
            ServerAddress address = new ServerAddress("127.0.0.1", listening.getLocalPort());

            try (OrderEntryClient client =
                    OrderEntryClient.connect(ClientSettings.of(address, key), new Recorder())) {
                assertThat(heard.get()).isTrue();
                assertThat(client.unansweredCount()).isZero();
            }
        }
    }

    /** Grants a login, then talks faster than anybody can listen, until the client says a word. */
    private static boolean tellUntilHeard(ServerSocket listening) throws IOException {
        ByteBuffer marks = ByteBuffer.allocate(1 << 20);
        byte[] mark = ServerFrames.mark(MessageType.HEARTBEAT, 0);
        while (marks.remaining() >= mark.length) {
            marks.put(mark);
        }
        try (Socket client = listening.accept()) {
            OutputStream out = client.getOutputStream();
            out.write(ServerFrames.greeting(new byte[32], FrameDescriptor.SCHEMA_VERSION));
            // The login comes in one piece.
            assertThat(client.getInputStream().read(new byte[4096])).isPositive();
            out.write(ServerFrames.loginAccepted(1, 0, ServerFrames.TRADING_DAY, HEARTBEAT_NS));
            out.write(ServerFrames.mark(MessageType.REPLAY_COMPLETE, 1));
            long endNs = System.nanoTime() + TOO_LONG_NS;
            while (client.getInputStream().available() == 0 && System.nanoTime() < endNs) {
                out.write(marks.array(), 0, marks.position());
            }
            return client.getInputStream().available() > 0;
        }
    }

    private OrderEntryClient connect(SimulatedExchange exchange) {
        return OrderEntryClient.connect(ClientSettings.of(exchange.address(), key), new Recorder());
    }

    private class Recorder implements OrderEntryListener {
        @Override
        public void onReport(Report report) {
            told.add(
                    report.kind()
                            + " "
                            + report.clientOrderId()
                            + " "
                            + report.symbol()
                            + " "
                            + report.account());
            if (report.replay()) {
                replayed.add(report.clientOrderId());
            }
        }

        @Override
        public void onAnswer(long ticket, Report report) {
            answered.add(ticket);
        }
    }
}
