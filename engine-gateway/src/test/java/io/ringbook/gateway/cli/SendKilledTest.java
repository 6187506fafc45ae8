// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code send} as a process, killed in the middle and started again on the same file. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class SendKilledTest {
    private static final long SEED = 20_261_123;
    private static final int KILLS = Integer.getInteger("ringbook.kills", 2);
    private static final int ROWS = 2_500 * (KILLS + 1);

    /** A killed run gets so far at the most, of more than 80 bytes for each row. */
    private static final int MOST_BYTES = 150_000;

    private static final int SIGKILL = 9;
    private static final List<String> ACCOUNTS = List.of("S1", "S2", "S3");

    /** What is the exchange's own: its sequences, its clock, its ids. */
    private static final Set<String> OWN =
            Set.of("sequence", "time_ns", "engine_order_id", "contra_engine_order_id");

    @TempDir private Path directory;
    private final Random random = new Random(SEED);

    @Test
    void fileIsCarriedOutOnceInItsOrderHoweverOftenTheSenderIsKilled() throws Exception {
        // given
        Files.write(path("orders.csv"), day());
        Files.writeString(
                path("instruments.csv"),
                "symbol,tick_size,lot_size,price_decimals\nABC,0.01,1,2\n");
        CommandLineRun keygen =
                CommandLineRun.of("keygen", "--from", path("orders.csv"), "-o", path("keys"));
        assertThat(keygen.exitCode()).isZero();
        Files.writeString(
                path("ringbook.conf"),
                "listen.port = 0\n"
                        + "journal { allocation-step = 1 MiB, room-ahead = 1 MiB }\n"
                        + "instruments-file = instruments.csv\n"
                        + "data = served\n"
                        + keygen.out());

        // when
        List<String> outputs = new ArrayList<>();
        try (ServeProcess serve =
                        new ServeProcess(directory, "--config", path("ringbook.conf").toString());
                Relay relay = new Relay(serve.port())) {
            for (int i = 0; i < KILLS; i++) {
                outputs.add(sendAndKill(relay, 1 + random.nextInt(MOST_BYTES)));
            }
            outputs.add(send(relay.port()));
            assertThat(serve.terminate()).describedAs(serve.errors()).isZero();
        }

        // then
        CommandLineRun match =
                CommandLineRun.of(
                        "match",
                        path("orders.csv"),
                        "--instruments",
                        path("instruments.csv"),
                        "--events",
                        path("expected.csv"));
        assertThat(match.exitCode()).describedAs(match.err()).isZero();
        CommandLineRun export =
                CommandLineRun.of("journal", "export", path("served"), "-o", path("served.csv"));
        assertThat(export.exitCode()).describedAs(export.err()).isZero();
        assertThat(comparable("served.csv"))
                .describedAs("seed %d, outputs %s", SEED, outputs)
                .isEqualTo(comparable("expected.csv"));
        assertThat(outputs.get(KILLS))
                .describedAs("killed in the middle")
                .contains("goes on at line ");
    }

    /** Orders that trade, cancels without an id of their own, replaces and reduces. */
    private List<String> day() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "time_ns,action,symbol,account,order_id,orig_order_id,side,type,tif,quantity,price");
        List<List<String>> live = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 1; i <= ROWS; i++) {
            int desk = random.nextInt(ACCOUNTS.size());
            List<String> mine = live.get(desk);
            String head = i + ",%s,ABC," + ACCOUNTS.get(desk) + ",%s,%s,%s";
            int what = mine.isEmpty() ? 0 : random.nextInt(10);
            String target = what < 6 ? "" : mine.remove(random.nextInt(mine.size()));
            String line =
                    switch (what) {
                        case 6, 7 -> String.format(head, "CANCEL", "", target, ",,,,");
                        case 8 -> {
                            mine.add("r" + i);
                            yield String.format(head, "REPLACE", "r" + i, target, ",,," + terms());
                        }
                        case 9 -> {
                            mine.add(target);
                            yield String.format(head, "REDUCE", "", target, ",,,1,");
                        }
                        default -> {
                            mine.add("o" + i);
                            String side = random.nextBoolean() ? "BUY" : "SELL";
                            yield String.format(
                                    head, "NEW", "o" + i, "", side + ",LIMIT,DAY," + terms());
                        }
                    };
            lines.add(line);
        }
        return lines;
    }

    private String terms() {
        return String.format(
                Locale.ROOT, "%d,%.2f", 1 + random.nextInt(20), 10 + random.nextInt(20) / 100.0);
    }

    /** Kills it when it has sent so many bytes; what it has said. */
    private String sendAndKill(Relay relay, long bytes) throws Exception {
        Path said = Files.createTempFile(directory, "send", ".txt");
        Process process = start(relay.port(), said);
        relay.killAfter(bytes, process);
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(said)).isEqualTo(128 + SIGKILL);
        return Files.readString(said);
    }

    private String send(int port) throws Exception {
        Path said = Files.createTempFile(directory, "send", ".txt");
        Process process = start(port, said);
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(said);
        assertThat(process.exitValue()).describedAs(text).isZero();
        return text;
    }

    private Process start(int port, Path said) throws IOException {
        return new ProcessBuilder(
                        MainProcess.command(
                                "send",
                                path("orders.csv"),
                                "--to",
                                "127.0.0.1:" + port,
                                "--keys",
                                path("keys")))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private List<String> comparable(String file) throws IOException {
        List<String> lines = Files.readAllLines(path(file));
        String[] names = lines.get(0).split(",", -1);
        int[] kept =
                IntStream.range(0, names.length).filter(i -> !OWN.contains(names[i])).toArray();
        return lines.stream()
                .map(line -> line.split(",", -1))
                .map(
                        fields ->
                                Arrays.stream(kept)
                                        .mapToObj(i -> fields[i])
                                        .collect(Collectors.joining(",")))
                .toList();
    }

    private Path path(String name) {
        return directory.resolve(name);
    }

    /** Passes bytes on to a server, and kills who has sent enough of them. */
    private static final class Relay implements AutoCloseable {
        private final int serverPort;
        private final ServerSocket listening =
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
        private volatile Process victim;

        Relay(int serverPort) throws IOException {
            this.serverPort = serverPort;
            Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return listening.getLocalPort();
        }

        void killAfter(long bytes, Process process) {
            victim = process;
            left.set(bytes);
        }

        private void accept() {
            try {
                while (true) {
                    Socket client = listening.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                    client.setTcpNoDelay(true);
                    server.setTcpNoDelay(true);
                    Thread.ofVirtual().start(() -> pass(client, server, true));
                    Thread.ofVirtual().start(() -> pass(server, client, false));
                }
            } catch (IOException e) {
                assertThat(listening.isClosed()).as("the end of the test, not %s", e).isTrue();
            }
        }

        private void pass(Socket from, Socket to, boolean counted) {
            byte[] bytes = new byte[2048];
            try (from;
                    to) {
                int count = from.getInputStream().read(bytes);
                while (count >= 0) {
                    to.getOutputStream().write(bytes, 0, count);
                    if (counted && left.addAndGet(-count) <= 0) {
                        left.set(Long.MAX_VALUE);
                        victim.destroyForcibly();
                    }
                    count = from.getInputStream().read(bytes);
                }
            } catch (IOException e) {
                // One side is gone, and the other one goes with it.
                assertThat(e).isNotNull();
            }
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }
}
