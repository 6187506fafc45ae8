// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.order.Side;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.Desk;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderEntryListener;
import io.ringbook.gateway.client.Report;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.send.FileSend;
import io.ringbook.gateway.send.SendOptions;
import io.ringbook.gateway.send.SendResult;
import io.ringbook.gateway.session.Desks;
import io.ringbook.gateway.tcp.CuttingProxy.Strike;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client of the documents against the server, over real sockets. */
@Timeout(90)
class ClientRecoveryTest {
    @TempDir private Path folder;
    private final Desks desks = new Desks(2);
    private ServerRig rig;

    @Test
    void eachKindOfCommandIsAnsweredByItsReport() throws Exception {
        Recorder recorder = new Recorder();
        try (ServerRig exchange = ServerRig.start(folder, desks);
                OrderEntryClient client = connect(exchange.server.port(), recorder)) {
            Desk desk = client.desk("ACC1");

            desk.limit("a", "SYM", Side.BUY, "10", "100.00");
            desk.replace("b", "SYM", "a", "20", "100.01");
            desk.reduce("SYM", "b", "5");
            desk.cancel("SYM", "b");
            desk.cancel("SYM", "b");
            desk.limit("c", "SYM", Side.BUY, "10", "99.00");
            desk.limit("c", "SYM", Side.BUY, "10", "99.00");
            desk.cancelAll("all", "SYM");
            desk.market("d", "SYM", Side.SELL, "1");
            client.awaitAnswers();

            assertThat(recorder.answers)
                    .containsExactly(
                            "1 ACCEPTED a",
                            "2 REPLACED b",
                            "3 REDUCED b",
                            "4 CANCELED b",
                            "5 CANCEL_REJECTED ",
                            "6 ACCEPTED c",
                            "7 REJECTED c",
                            "8 MASS_CANCELED all",
                            "9 ACCEPTED d");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void everyOrderIsAnsweredOnceWhateverIsCut(long seed) throws Exception {
        // given
        int count = 2000;
        Recorder recorder = new Recorder();
        Random random = new Random(seed);
        try (ServerRig exchange = ServerRig.start(folder, desks);
                OrderEntryClient client = connect(exchange.server.port(), recorder)) {
            Desk desk = client.desk("ACC1");

            // when
            for (int i = 1; i <= count; i++) {
                desk.limit("o" + i, "SYM", Side.BUY, "1", "100.00");
                if (random.nextInt(100) == 0) {
                    client.cut();
                }
            }
            client.awaitAnswers();
        }

        // then
        assertThat(recorder.answers)
                .as("seed %d", seed)
                .isEqualTo(
                        IntStream.rangeClosed(1, count)
                                .mapToObj(i -> i + " ACCEPTED o" + i)
                                .toList());
        assertThat(recorder.sequences)
                .as("seed %d", seed)
                .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
        assertThat(recorder.cuts).as("seed %d", seed).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void everyOrderIsAnsweredOnceThroughANetworkThatFails(long seed) throws Exception {
        // given
        int count = 2000;
        Recorder recorder = new Recorder();
        List<Strike> cuts =
                Collections.nCopies(3, CuttingProxy.CUTS).stream().flatMap(List::stream).toList();
        try (ServerRig exchange = ServerRig.start(folder, desks);
                CuttingProxy network =
                        new CuttingProxy(exchange.server.port(), new Random(seed), 40_000, cuts);
                OrderEntryClient client = connect(network.port(), recorder)) {
            Desk desk = client.desk("ACC1");

            // when
            for (int i = 1; i <= count; i++) {
                desk.limit("o" + i, "SYM", Side.BUY, "1", "100.00");
            }
            client.awaitAnswers();
            assertThat(network.struck()).as("seed %d", seed).hasSameSizeAs(cuts);
        }

        // then
        assertThat(recorder.answers)
                .as("seed %d", seed)
                .isEqualTo(
                        IntStream.rangeClosed(1, count)
                                .mapToObj(i -> i + " ACCEPTED o" + i)
                                .toList());
        assertThat(recorder.sequences)
                .as("seed %d", seed)
                .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
    }

    @Test
    void exchangeThatStopsAndStartsAgainLosesAndRepeatsNothing() throws Exception {
        // given
        int count = 300;
        Recorder recorder = new Recorder();
        rig = ServerRig.start(folder, desks);
        int port = rig.server.port();
        try (OrderEntryClient client = connect(port, recorder)) {
            Desk desk = client.desk("ACC1");

            // when
            for (int i = 1; i <= count; i++) {
                desk.limit("o" + i, "SYM", Side.BUY, "1", "100.00");
                if (i % 100 == 50) {
                    rig.close();
                    // The memory of one exchange is large: the old one goes before the new one
                    // comes.
                    rig = null;
                    rig =
                            ServerRig.start(
                                    folder,
                                    desks,
                                    ServerSettings.defaults(
                                            new InetSocketAddress(
                                                    InetAddress.getLoopbackAddress(), port)));
                }
            }
            client.awaitAnswers();
        } finally {
            if (rig != null) {
                rig.close();
            }
        }

        // then
        assertThat(recorder.answers)
                .isEqualTo(
                        IntStream.rangeClosed(1, count)
                                .mapToObj(i -> i + " ACCEPTED o" + i)
                                .toList());
        assertThat(recorder.cuts).isNotEmpty();
    }

    @Test
    void fileOfTwoAccountsIsCarriedOutInItsOrder() throws Exception {
        // given
        writeKey("ACC1", new SessionKey("FIRM1", "DESK1A", desks.key()));
        writeKey("ACC2", new SessionKey("FIRM2", "DESK2A", desks.key()));
        StringBuilder lines =
                new StringBuilder("time_ns,action,symbol,account,order_id,side,quantity,price\n");
        int count = 200;
        for (int i = 1; i <= count; i++) {
            // Each trade needs the order before it to rest already.
            lines.append(i).append(",NEW,SYM,ACC1,b").append(i).append(",BUY,1,100\n");
            lines.append(i).append(",NEW,SYM,ACC2,s").append(i).append(",SELL,1,100\n");
        }
        Path file = folder.resolve("commands.csv");
        Files.writeString(file, lines);

        // when
        Recorder buyer = new Recorder();
        SendResult result;
        try (ServerRig exchange = ServerRig.start(folder.resolve("data"), desks)) {
            SendOptions options =
                    new SendOptions(
                            file,
                            address(exchange.server.port()),
                            folder,
                            Duration.ofSeconds(20),
                            false,
                            false);
            try (FileSend send = new FileSend(options, sent -> {}, notice -> {})) {
                result = send.run();
            }
            connect(exchange.server.port(), buyer).close();
        }

        // then
        assertThat(result.sentCount()).isEqualTo(2L * count);
        assertThat(result.refusedCount()).isZero();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            expected.add("ACCEPTED b" + i);
            expected.add("EXECUTED b" + i);
        }
        assertThat(buyer.reports).isEqualTo(expected);
    }

    private void writeKey(String account, SessionKey key) {
        SessionKeyFile.write(SessionKeyFile.in(folder, account), key);
    }

    private OrderEntryClient connect(int port, Recorder recorder) {
        ClientSettings settings =
                ClientSettings.of(address(port), new SessionKey("FIRM1", "DESK1A", desks.key()));
        return OrderEntryClient.connect(settings, recorder);
    }

    private static ServerAddress address(int port) {
        return new ServerAddress("127.0.0.1", port);
    }

    /** Writes down what a client tells. */
    private static final class Recorder implements OrderEntryListener {
        final List<String> reports = Collections.synchronizedList(new ArrayList<>());
        final List<Long> sequences = Collections.synchronizedList(new ArrayList<>());
        final List<String> answers = Collections.synchronizedList(new ArrayList<>());
        final List<String> cuts = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void onReport(Report report) {
            reports.add(report.kind() + " " + report.clientOrderId());
            sequences.add(report.sequence());
        }

        @Override
        public void onAnswer(long ticket, Report report) {
            answers.add(ticket + " " + report.kind() + " " + report.clientOrderId());
        }

        @Override
        public void onCut(String reason) {
            cuts.add(reason);
        }
    }
}
