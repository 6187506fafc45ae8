// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever else than an exchange answers is told from it by a sentence. */
@Timeout(30)
final class StatsClientTest {
    private static final int SHORT_MS = 200;
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
    private static final String TIMES =
            "{\"begin\":\"2026-11-23T00:00:00Z\",\"duration_ms\":%d,\"times\":[{\"time\":\"journal\","
                    + "\"count\":5,\"mean_ns\":1500,\"p50_ns\":1400,\"p90_ns\":2000,\"p99_ns\":12345678,"
                    + "\"p99_9_ns\":123456789,\"p99_99_ns\":1234567890,\"max_ns\":60129542143,"
                    + "\"count_at_top\":1,\"one_in\":64,\"busy_ppm\":123456,\"new_field\":7},"
                    + "{\"time\":\"whole\",\"count\":20000,\"mean_ns\":950,\"p50_ns\":900,\"p90_ns\":1000,"
                    + "\"p99_ns\":99999,\"p99_9_ns\":100000,\"p99_99_ns\":9999999,\"max_ns\":10000000,"
                    + "\"count_at_top\":0,\"one_in\":1}]}";
    private static final String STATS =
            "{\"version\":1,\"started\":\"2026-11-23T00:00:00.5Z\",\"now\":\"2026-11-23T01:00:00Z\","
                    + "\"threads\":\"fused\",\"shards\":1,\"durability\":\"commit\",\"sequence\":12345,"
                    + "\"under_way\":3,\"ring_size\":1024,\"timed_one_in\":64,\"last\":"
                    + TIMES.formatted(10_000)
                    + ",\"since_start\":"
                    + TIMES.formatted(36_000_000)
                    + "}";

    @Test
    void whatIsNotAnExchangeIsASentence() throws IOException {
        assertFault("HTTP/1.1 404 Not Found\r\n\r\n", "gives no statistics of an exchange");
        assertFault("HTTP/1.1 200 OK\r\n", "gives no statistics of an exchange");
        assertFault("SSH-2.0-OpenSSH_9.2\r\n", "the port is not that of the orders");
        assertFault("", "gives no statistics of an exchange");
        assertFault(HEAD + "x".repeat(2 << 20), "gives no statistics of an exchange");
        assertFault(HEAD + "<html>", "is no statistics of an exchange");
        assertFault(HEAD + "{}", "is no statistics of an exchange");
        assertFault(HEAD + "[1]", "is no statistics of an exchange");
        assertFault(HEAD + STATS.replace("12345,", "\"many\","), "is no statistics of an exchange");
        assertFault(
                HEAD + STATS.replace("\"one_in\":64,", "\"one_in\":64,\"histogram\":\"HIST\","),
                "holds no histogram");
        assertFault(
                HEAD + "{\"version\":2}",
                "the exchange gives statistics of version 2; this ringbook reads version 1");
    }

    private static void assertFault(String answer, String sentence) throws IOException {
        assertThatThrownBy(() -> StatsReply.parse(fetch(answer)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void silenceIsASentence() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StatsClient client =
                    new StatsClient(
                            new ServerAddress("127.0.0.1", silent.getLocalPort()), SHORT_MS);

            assertThatThrownBy(() -> client.fetch(false))
                    .isInstanceOf(Fault.class)
                    .hasMessage("127.0.0.1:%d has not answered in time", silent.getLocalPort());
        }
    }

    @Test
    void tableShowsMicrosecondsAndNoPercentileOfTooFew() throws IOException {
        StatsReply reply = StatsReply.parse(fetch(HEAD + STATS));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatsTable.print(new PrintStream(out, true, StandardCharsets.UTF_8), reply, reply.last());

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        threads fused, durability commit, started 2026-11-23T00:00:00Z
                        sequence 12,345; 3 of 1,024 under way

                        last 10.0 s: 20,000 commands, 2,000 a second
                                              count    busy      mean       P50       P90       P99     P99.9    P99.99         max
                        journal                   5  12.3 %      1.50      1.40         -         -         -         - >60,129,542
                        whole                20,000              0.95      0.90      1.00    100.00     100.0  10,000.0      10,000

                        since the start, 10.0 h: 20,000 commands, 1 a second
                                              count    busy      mean       P50       P90       P99     P99.9    P99.99         max
                        journal                   5  12.3 %      1.50      1.40         -         -         -         - >60,129,542
                        whole                20,000              0.95      0.90      1.00    100.00     100.0  10,000.0      10,000

                        us; one command in 64 is timed stage by stage, all as a whole
                        """);
    }

    @Test
    void exchangeThatTimesNothingSaysSo() {
        StatsReply reply =
                StatsReply.parse(STATS.replace("\"timed_one_in\":64", "\"timed_one_in\":0"));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StatsTable.print(new PrintStream(out, true, StandardCharsets.UTF_8), reply, reply.last());

        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("its commands are not timed: metrics.stages is false\n")
                .hasLineCount(3);
    }

    @Test
    void whatCameBetweenTwoAnswersIsTheirDifference() {
        // given
        Histogram first = new Histogram(60_000_000_000L, 2);
        first.recordValueWithCount(1_000_000, 50);
        Histogram second = first.copy();
        second.recordValueWithCount(2_000, 10);
        StatsReply earlier = StatsReply.parse(answer("2026-11-23T00:00:10Z", first));
        StatsReply later = StatsReply.parse(answer("2026-11-23T00:00:12Z", second));

        // when
        StatsSection between = later.since(earlier);

        // then
        assertThat(between.durationMs()).isEqualTo(2_000);
        assertThat(between.commands()).isEqualTo(10);
        StatsRow match = between.rows().get(0);
        assertThat(match.count()).isEqualTo(10);
        assertThat(match.valuesNs().getLast()).isBetween(2_000L, 2_020L);
        // 10 times 2 us, each for 64, in 2 s
        assertThat(match.busyPpm()).isBetween(639L, 645L);
    }

    @Test
    void betweenAnswersOfTwoProcessesThereIsNothing() {
        Histogram none = new Histogram(60_000_000_000L, 2);
        StatsReply earlier = StatsReply.parse(answer("2026-11-23T00:00:10Z", none));
        StatsReply later =
                StatsReply.parse(
                        answer("2026-11-23T00:00:12Z", none)
                                .replace("2026-11-23T00:00:00Z", "2026-11-23T00:00:11Z"));

        assertThat(later.since(earlier)).isNull();
    }

    private static String answer(String now, Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        String text = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
        String row =
                "{\"time\":\"%s\",\"count\":%d,\"mean_ns\":0,\"p50_ns\":0,\"p90_ns\":0,\"p99_ns\":0,"
                        + "\"p99_9_ns\":0,\"p99_99_ns\":0,\"max_ns\":0,\"count_at_top\":0,\"one_in\":64,"
                        + "%s\"histogram\":\"%s\"}";
        long count = histogram.getTotalCount();
        return "{\"version\":1,\"started\":\"2026-11-23T00:00:00Z\",\"now\":\""
                + now
                + "\",\"threads\":\"fused\",\"shards\":1,\"durability\":\"commit\",\"sequence\":1,"
                + "\"under_way\":0,\"ring_size\":8,\"timed_one_in\":64,\"since_start\":"
                + "{\"begin\":\"2026-11-23T00:00:00Z\",\"duration_ms\":1,\"times\":["
                + row.formatted("match", count, "\"busy_ppm\":1,", text)
                + ","
                + row.formatted("whole", count, "", text)
                + "]}}";
    }

    /** What a server that says this, whatever it is asked, gives to the client. */
    private static String fetch(String answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answerOne(server, answer));
            thread.start();
            return new StatsClient(new ServerAddress("127.0.0.1", server.getLocalPort()))
                    .fetch(false);
        }
    }

    private static void answerOne(ServerSocket server, String answer) {
        try (Socket client = server.accept()) {
            client.getInputStream().read(new byte[1_024]);
            client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            // The client has had enough of it.
            return;
        }
    }
}
