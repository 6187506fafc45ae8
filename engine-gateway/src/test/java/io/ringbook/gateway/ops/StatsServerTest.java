// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.ringbook.core.metrics.StageTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the port of the statistics answers, to those who ask and to those who do not. */
@Timeout(60)
final class StatsServerTest {
    private static final int MANY = 300;
    private static final long SEED = 20_261_123;

    private final Recorded recorded = new Recorded();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private StatsPort port;
    private StatsServer server;
    private Thread thread;

    @BeforeEach
    void start() throws IOException {
        port = StatsPort.bind(new StatsSettings(InetAddress.getLoopbackAddress(), 0));
        server =
                new StatsServer(port, new StatsText(recorded.facts, recorded.history), faults::add);
        thread = new Thread(server, "stats");
        thread.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.stop();
        thread.join();
        assertThat(faults).isEmpty();
    }

    @Test
    void statisticsAreOneLineOfJson() throws IOException {
        // given an interval that is complete, and something since
        recorded.all(10, 2_000);
        recorded.nowMs.addAndGet(10_000);
        recorded.history.endInterval(interval -> {});
        recorded.all(1, 40_000);
        recorded.underWay.set(3);

        // when
        String answer = ask("GET /stats HTTP/1.0\r\n\r\n");

        // then
        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
                .contains("\r\nConnection: close\r\n");
        String json = content(answer);
        assertThat(json.lines()).hasSize(1);
        Config stats = ConfigFactory.parseString(json);
        assertThat(stats.getInt("version")).isOne();
        assertThat(stats.getString("started")).isEqualTo("2026-11-23T04:20:51.642Z");
        assertThat(stats.getString("threads")).isEqualTo("staged");
        assertThat(stats.getInt("shards")).isEqualTo(2);
        assertThat(stats.getString("durability")).isEqualTo("sync");
        assertThat(stats.getLong("sequence")).isEqualTo(77);
        assertThat(stats.getLong("under_way")).isEqualTo(3);
        assertThat(stats.getLong("ring_size")).isEqualTo(1_024);
        assertThat(stats.getLong("timed_one_in")).isEqualTo(16);
        assertThat(stats.getLong("last.duration_ms")).isEqualTo(10_000);
        Config match = time(stats, "last", StageTime.MATCH);
        assertThat(match.getString("time")).isEqualTo("match");
        assertThat(match.getLong("count")).isEqualTo(10);
        assertThat(match.getLong("mean_ns")).isBetween(1_990L, 2_010L);
        assertThat(match.getLong("max_ns")).isBetween(2_000L, 2_020L);
        assertThat(match.getLong("count_at_top")).isZero();
        // 10 times 2 us, each for 16, in 10 s
        assertThat(match.getLong("one_in")).isEqualTo(16);
        assertThat(match.getLong("busy_ppm")).isEqualTo(32);
        assertThat(time(stats, "last", StageTime.FORCE).getLong("busy_ppm")).isEqualTo(2);
        assertThat(time(stats, "last", StageTime.WHOLE).hasPath("busy_ppm")).isFalse();
        Config whole = time(stats, "since_start", StageTime.WHOLE);
        assertThat(whole.getLong("count")).isEqualTo(11);
        assertThat(whole.getLong("p50_ns")).isBetween(2_000L, 2_020L);
        assertThat(whole.getLong("max_ns")).isBetween(40_000L, 40_400L);
    }

    @Test
    void beforeAnIntervalIsCompleteThereIsNoLast() throws IOException {
        recorded.all(1, 5);

        Config stats = ConfigFactory.parseString(content(ask("GET /stats HTTP/1.1\n\n")));

        assertThat(stats.hasPath("last")).isFalse();
        assertThat(time(stats, "since_start", StageTime.INGEST).getLong("count")).isOne();
    }

    @Test
    void histogramsComeWhenTheyAreAskedFor() throws Exception {
        recorded.all(10, 2_000);

        Config stats =
                ConfigFactory.parseString(content(ask("GET /stats?histograms HTTP/1.1\r\n\r\n")));

        String text = time(stats, "since_start", StageTime.JOURNAL).getString("histogram");
        Histogram histogram =
                Histogram.decodeFromCompressedByteBuffer(
                        ByteBuffer.wrap(Base64.getDecoder().decode(text)), 1);
        assertThat(histogram.getTotalCount()).isEqualTo(10);
        assertThat(histogram.getMaxValue()).isBetween(2_000L, 2_020L);
    }

    @Test
    void whatIsNoRequestForThemIsAnsweredByASentence() throws IOException {
        assertThat(ask("GET / HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("\r\n\r\nThere is /stats and /stats?histograms.\n");
        assertThat(ask("POST /stats HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 405 ")
                .contains("there is GET only");
        assertThat(ask("stats\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("This port speaks HTTP: GET /stats gives its statistics.");
        assertThat(ask("GET /stats\n")).startsWith("HTTP/1.1 400 ");
        assertThat(ask("\n")).startsWith("HTTP/1.1 400 ");
        assertThat(ask("x".repeat(10_000))).startsWith("HTTP/1.1 431 ");
        assertThat(ask("GET /stats HTTP/1.1\r\nX: " + "x".repeat(10_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertServes();
    }

    @Test
    void requestMayComeByteByByte() throws IOException {
        try (Socket client = connect()) {
            client.setTcpNoDelay(true);
            for (byte one :
                    "GET /stats HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(StandardCharsets.UTF_8)) {
                client.getOutputStream().write(one);
            }
            assertThat(rest(client)).startsWith("HTTP/1.1 200 OK");
        }
    }

    @Test
    void anyBytesAreAnsweredOrEnded() throws IOException {
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = new byte[random.nextInt(6_000)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = '\n';
            }
            try (Socket client = connect()) {
                client.getOutputStream().write(bytes);
                client.shutdownOutput();
                assertThat(rest(client)).as("seed %d, round %d", SEED, i).doesNotContain(" 200 ");
            }
        }
        assertServes();
    }

    @Test
    void whoIsSilentIsEnded() throws IOException {
        long beginNs = System.nanoTime();
        try (Socket silent = connect();
                Socket half = connect()) {
            half.getOutputStream().write("GET /stats HT".getBytes(StandardCharsets.UTF_8));
            assertServes();

            assertThat(rest(silent)).isEmpty();
            assertThat(rest(half)).isEmpty();
            assertThat(System.nanoTime() - beginNs).isGreaterThan(HttpConnection.REQUEST_NS / 2);
        }
    }

    @Test
    void oneTooManyPutsOutTheOldest() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < StatsServer.MAX_CONNECTIONS; i++) {
                silent.add(connect());
            }
            assertServes();
            assertThat(rest(silent.get(0))).isEmpty();
        } finally {
            for (Socket client : silent) {
                client.close();
            }
        }
    }

    @Test
    void manyWhoSayNothingKeepNobodyFromBeingAnswered() throws IOException {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                silent.add(connect());
                if (i % 50 == 0) {
                    assertServes();
                }
            }
            assertServes();
        } finally {
            for (Socket client : silent) {
                client.close();
            }
        }
    }

    @Test
    void whoDoesNotTakeItsAnswerHoldsNobodyUpAndGetsItWholeWhenItDoes() throws IOException {
        // given an answer that is larger than what the two systems hold of it
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            recorded.all(1, (long) Math.exp(random.nextDouble(0, 24)));
        }
        try (Socket slow = new Socket()) {
            slow.setReceiveBufferSize(1_024);
            slow.connect(port.address());
            slow.getOutputStream()
                    .write(
                            "GET /stats?histograms HTTP/1.1\r\n\r\n"
                                    .getBytes(StandardCharsets.UTF_8));

            // when
            for (int i = 0; i < 20; i++) {
                assertServes();
            }

            // then
            String answer = rest(slow);
            assertThat(answer.length()).isGreaterThan(24 << 10);
            Config stats = ConfigFactory.parseString(content(answer));
            assertThat(time(stats, "since_start", StageTime.WHOLE).getLong("count"))
                    .isEqualTo(5_000);
        }
    }

    @Test
    void portThatWasAskedForAndIsTakenIsAFaultAndTheAutomaticOneIsNot() throws IOException {
        StatsSettings taken =
                new StatsSettings(InetAddress.getLoopbackAddress(), port.address().getPort());
        StatsSettings none = new StatsSettings(taken.address(), StatsSettings.NONE);

        assertThat(StatsPort.bind(none)).isNull();
        assertThatThrownBy(() -> StatsPort.bind(taken)).isInstanceOf(BindException.class);
        try (StatsPort first = StatsPort.bind(StatsSettings.defaults())) {
            // The first had it, or another exchange on this machine has.
            assertThat(StatsPort.bind(StatsSettings.defaults())).isNull();
            assertThat(first == null ? 7401 : first.address().getPort()).isEqualTo(7401);
        }
    }

    private void assertServes() throws IOException {
        assertThat(ask("GET /stats HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 200 OK");
    }

    private static Config time(Config stats, String section, StageTime time) {
        return stats.getConfigList(section + ".times").stream()
                .filter(row -> row.getString("time").equals(time.text()))
                .findFirst()
                .orElseThrow();
    }

    private String ask(String request) throws IOException {
        try (Socket client = connect()) {
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return rest(client);
        }
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(port.address().getAddress(), port.address().getPort());
        client.setSoTimeout(20_000);
        return client;
    }

    private static String content(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    /** All up to its end; an end by a reset is one, too. */
    private static String rest(Socket client) throws IOException {
        StringBuilder text = new StringBuilder();
        InputStream in = client.getInputStream();
        byte[] bytes = new byte[8_192];
        try {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                text.append(new String(bytes, 0, n, StandardCharsets.UTF_8));
            }
        } catch (SocketException e) {
            return text.toString();
        }
        return text.toString();
    }
}
