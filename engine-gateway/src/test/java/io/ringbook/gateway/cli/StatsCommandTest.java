// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.ringbook.core.metrics.StageTime;
import io.ringbook.gateway.session.ProtocolDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Statistics of an exchange that is a process, as commands and files show them. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class StatsCommandTest {
    private static final String CONFIGURATION =
            """
            listen.port = 0
            stats.port = 0
            metrics { timed-one-in = 1, interval = 1 s }
            engine.threads = fused
            journal { allocation-step = 1 MiB, room-ahead = 1 MiB }
            instruments = [{ symbol = ABC, tick-size = 0.01 }]
            """;
    private static final int ORDERS = 50;

    /** Of the client that become commands: the orders and the logout. */
    private static final int MESSAGES = ORDERS + 1;

    @TempDir private Path directory;
    private Path config;

    @BeforeEach
    void makeConfiguration() throws IOException {
        CommandLineRun keygen = CommandLineRun.of("keygen", "S1", "-o", directory.resolve("keys"));
        config = directory.resolve("ringbook.conf");
        Files.writeString(config, CONFIGURATION + keygen.out());
        StringBuilder commands =
                new StringBuilder("time_ns,action,symbol,account,order_id,side,quantity,price\n");
        for (int i = 1; i <= ORDERS; i++) {
            commands.append(i + ",NEW,ABC,S1,o" + i + ",SELL,1,1.00\n");
        }
        Files.writeString(directory.resolve("commands.csv"), commands);
    }

    @Test
    void tableJsonAndLogsTellOfEveryCommand() throws Exception {
        long sequence;
        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString())) {
            // given an exchange that has had some orders
            int port = serve.port();
            String to = statistics(serve);
            assertThat(serve.lines())
                    .contains(
                            "stage times: all commands as a whole, one in 1 stage by stage; written"
                                    + " to "
                                    + directory.resolve("data/metrics"));
            send(port);

            // when
            CommandLineRun table = CommandLineRun.of("stats", "--to", to);
            CommandLineRun json = CommandLineRun.of("stats", "--to", to, "--json");
            CommandLineRun watched;
            try (MainProcess watch =
                    new MainProcess(directory, "stats", "--to", to, "--watch", 1)) {
                watch.awaitLines(30);
                watch.terminate();
                watched = watch.await();
            }

            // then
            assertThat(table.err()).isEmpty();
            assertThat(table.exitCode()).isZero();
            assertThat(table.out())
                    .startsWith("threads fused, durability commit, started 20")
                    .contains(
                            "0 of 1,024 under way",
                            "\nwhole ",
                            "\ndecode   ",
                            "\nsince the start, ");
            Config stats = ConfigFactory.parseString(json.out());
            sequence = stats.getLong("sequence");
            assertThat(count(stats, StageTime.WHOLE)).isEqualTo(sequence);
            assertThat(count(stats, StageTime.PUBLISH)).isEqualTo(sequence);
            assertThat(count(stats, StageTime.DECODE)).isEqualTo(MESSAGES);
            assertThat(watched.exitCode()).isZero();
            assertThat(watched.out()).contains("\nlast 1.");
            assertWrongPort(port);
            assertTakenPort(to);
            assertThat(serve.terminate()).isZero();
            assertThat(serve.errors()).isEmpty();
        }
        Map<String, Long> logged = logged();
        assertThat(logged.get("whole")).isEqualTo(sequence);
        assertThat(logged.get("journal")).isEqualTo(sequence);
        assertThat(logged.get("decode")).isEqualTo(MESSAGES);
        assertThat(logged).doesNotContainKeys("match-wait", "force");
    }

    /** The port of the orders is not that of the statistics. */
    private static void assertWrongPort(int port) {
        CommandLineRun run = CommandLineRun.of("stats", "--to", "127.0.0.1:" + port);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .startsWith("ringbook: what answers on 127.0.0.1:" + port)
                .contains("the port is not that of the orders");
    }

    /** Another exchange cannot have the port, and touches nothing. */
    private void assertTakenPort(String taken) throws IOException {
        Path other = directory.resolve("other.conf");
        String port = taken.substring(taken.lastIndexOf(':') + 1);
        Files.writeString(
                other, Files.readString(config) + "data = other\nstats.port = " + port + "\n");

        CommandLineRun run = CommandLineRun.of("serve", "--config", other);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("cannot give statistics on " + taken + ": ")
                .contains("take another with stats.port, or none");
        assertThat(directory.resolve("other")).doesNotExist();
    }

    @Test
    void logOfAKilledExchangeCanBeRead() throws Exception {
        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString())) {
            // given an interval that is written
            send(serve.port());
            long endNs = System.nanoTime() + 30_000_000_000L;
            while (logged().getOrDefault("decode", 0L) < MESSAGES && System.nanoTime() < endNs) {
                LockSupport.parkNanos(10_000_000);
            }

            // when
            serve.kill();
        }

        // then
        assertThat(logged().get("decode")).isEqualTo(MESSAGES);
        assertThat(logged().get("whole")).isGreaterThan(ORDERS);
    }

    @Test
    void nobodyThereAndWrongUsageAreSentences() throws Exception {
        assertThat(CommandLineRun.of("stats", "--to", "127.0.0.1:1"))
                .satisfies(
                        run -> {
                            assertThat(run.exitCode()).isEqualTo(1);
                            assertThat(run.err())
                                    .startsWith("ringbook: nothing listens on 127.0.0.1:1; serve");
                        });
        assertMisuse("--to: \"here\" is not HOST:PORT", "stats", "--to", "here");
        assertMisuse(
                "--watch is 1 to 86400 seconds, not 0",
                "stats",
                "--to",
                "127.0.0.1:1",
                "--watch",
                "0");
        assertMisuse("Missing required option: '--to=HOST:PORT'", "stats");
    }

    private static void assertMisuse(String sentence, Object... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).hasLineCount(1).contains(sentence);
    }

    @Test
    void helpAndDocumentSayWhatEachTimeIs() throws IOException {
        String help = CommandLineRun.of("stats", "--help").out();
        String document = Files.readString(ProtocolDocument.root().resolve("docs/OPERATIONS.md"));

        for (StageTime time : StageTime.values()) {
            assertThat(help)
                    .contains(String.format("  %-13s  %s", time.text(), time.description()));
            assertThat(document).contains("| `" + time.text() + "` | " + time.description() + " |");
        }
    }

    private static String statistics(ServeProcess serve) {
        return serve.lines().stream()
                .filter(line -> line.startsWith("statistics on "))
                .map(line -> line.substring("statistics on ".length()))
                .findFirst()
                .orElseThrow();
    }

    private void send(int port) {
        CommandLineRun send =
                CommandLineRun.of(
                        "send",
                        directory.resolve("commands.csv"),
                        "--to",
                        "127.0.0.1:" + port,
                        "--keys",
                        directory.resolve("keys"));
        assertThat(send.err()).isEmpty();
        assertThat(send.exitCode()).isZero();
    }

    private static long count(Config stats, StageTime time) {
        return stats.getConfigList("since_start.times").stream()
                .filter(row -> row.getString("time").equals(time.text()))
                .mapToLong(row -> row.getLong("count"))
                .sum();
    }

    /** Counts by tag over all logs there are. */
    private Map<String, Long> logged() throws IOException {
        Path folder = directory.resolve("data/metrics");
        Map<String, Long> counts = new TreeMap<>();
        if (!Files.exists(folder)) {
            return counts;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
                for (EncodableHistogram next = reader.nextIntervalHistogram();
                        next != null;
                        next = reader.nextIntervalHistogram()) {
                    counts.merge(next.getTag(), ((Histogram) next).getTotalCount(), Long::sum);
                }
            }
        }
        return counts;
    }
}
