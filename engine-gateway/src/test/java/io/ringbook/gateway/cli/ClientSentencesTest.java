// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.GreetingEncoder;
import io.ringbook.codec.orderentry.LoginEncoder;
import io.ringbook.gateway.tcp.CuttingProxy;
import io.ringbook.gateway.tcp.CuttingProxy.Strike;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong between an exchange and its clients, as processes: exit code 1, and on standard
 * error a sentence that says what, where and what to do.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class ClientSentencesTest {
    private static final int ORDERS = 3_000;
    private static final int SIGTERM = 15;

    /** Into the orders, and behind the logins. */
    private static final long MIDDLE_BYTES = 100_000;

    @TempDir private Path directory;
    private Path config;
    private Path commands;

    @BeforeEach
    void writeFiles() throws IOException {
        commands = directory.resolve("commands.csv");
        StringBuilder lines =
                new StringBuilder("time_ns,action,symbol,account,order_id,side,quantity,price\n");
        for (int i = 1; i <= ORDERS; i++) {
            lines.append(i).append(",NEW,ABC,S1,o").append(i).append(",BUY,1,1.00\n");
        }
        Files.writeString(commands, lines);
        CommandLineRun keygen = CommandLineRun.of("keygen", "--from", commands, "-o", keys());
        config = directory.resolve("ringbook.conf");
        Files.writeString(
                config,
                keygen.out()
                        + """
                        listen.port = 0
                        instruments = [{ symbol = ABC, tick-size = 0.01 }]
                        journal { allocation-step = 1 MiB, room-ahead = 1 MiB }
                        """);
    }

    @Test
    void exchangeThatCannotStartSaysWhy() throws Exception {
        String good = Files.readString(config);
        String session = good.lines().skip(1).findFirst().orElseThrow().strip();
        Path faulty = directory.resolve("faulty.conf");
        Files.writeString(
                faulty,
                good
                        + "lisen.port = 1\nsession-limits.heartbeat = 5 parsecs\nsessions += "
                        + session
                        + "\n");
        long line = good.lines().count() + 1;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(config, good.replace("port = 0", "port = " + taken.getLocalPort()));
            try (MainProcess port = new MainProcess(directory, "serve", "--config", config);
                    MainProcess faults = new MainProcess(directory, "serve", "--config", faulty)) {
                assertOneSentence(
                        port.await(),
                        "ringbook: cannot listen on 127.0.0.1:"
                                + taken.getLocalPort()
                                + ": Address already in use; another program may have the port;"
                                + " take another with listen.port\n");
                CommandLineRun run = faults.await();
                assertThat(run.exitCode()).isEqualTo(1);
                assertThat(run.err().lines())
                        .containsExactly(
                                "ringbook: " + faulty + " has 3 faults:",
                                "  %s line %d: unknown key lisen; did you mean listen?"
                                        .formatted(faulty, line),
                                "  %s line %d: session-limits.heartbeat is \"5 parsecs\", which is not a duration with its unit (ns, us, ms, s, min, h), as 5 s"
                                        .formatted(faulty, line + 1),
                                "  %s line %d: two sessions have the name S1; a name is used once"
                                        .formatted(faulty, line + 2));
            }
        }
    }

    @Test
    void clientThatIsNotLetInSaysWhy() throws Exception {
        Path otherKeys = directory.resolve("other");
        CommandLineRun.of("keygen", "--from", commands, "-o", otherKeys);
        int free;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = closed.getLocalPort();
        }
        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString());
                ServerSocket newer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket relay = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = serve.port();
            Thread.ofVirtual().start(() -> greetAsVersionTwo(newer));
            Thread.ofVirtual().start(() -> relayLoginAsVersionTwo(relay, port));
            try (MainProcess wrongKey = send(port, otherKeys);
                    MainProcess refused = send(free, keys());
                    MainProcess newServer = send(newer.getLocalPort(), keys());
                    MainProcess newClient = send(relay.getLocalPort(), keys())) {
                assertOneSentence(
                        wrongKey.await(),
                        "ringbook: the server at 127.0.0.1:"
                                + port
                                + " refused the login of session S1 of firm S1: Firm, session or"
                                + " signature is not right; the exchange's configuration must have"
                                + " this session, its firm, and the public half of this key\n");
                assertOneSentence(
                        refused.await(),
                        "ringbook: connection refused at 127.0.0.1:"
                                + free
                                + ": no server listens there (start one with serve)\n");
                assertOneSentence(
                        newServer.await(),
                        "ringbook: the server at 127.0.0.1:"
                                + newer.getLocalPort()
                                + " speaks version 2 of the protocol, this client version 1; take"
                                + " a client of the server's release\n");
                assertOneSentence(
                        newClient.await(),
                        "ringbook: the server at 127.0.0.1:"
                                + relay.getLocalPort()
                                + " refused the login of session S1 of firm S1: The schema version"
                                + " of the login is not supported; take a client of the server's"
                                + " release\n");
            }
            assertThat(serve.terminate()).isZero();
            assertThat(serve.errors()).isEmpty();
        }
    }

    @Test
    void clientThatIsStoppedSaysHowToGoOn() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                MainProcess send = send(silent.getLocalPort(), keys());
                Socket client = silent.accept()) {
            assertThat(client.isConnected()).isTrue();

            send.terminate();

            CommandLineRun run = send.await();
            assertThat(run.err())
                    .isEqualTo(
                            "ringbook: stopped; started again on this file today, it goes on behind"
                                    + " what the exchange has taken of it\n");
            assertThat(run.exitCode()).isEqualTo(128 + SIGTERM);
        }
    }

    @Test
    void clientWhoseServerIsGoneSaysSo() throws Exception {
        AtomicReference<CuttingProxy> between = new AtomicReference<>();
        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString())) {
            Strike gone =
                    link -> {
                        kill(serve);
                        between.get().close();
                    };
            try (CuttingProxy proxy = proxy(serve.port(), gone)) {
                between.set(proxy);
                try (MainProcess send = send(proxy.port(), keys(), "--patience", "1")) {
                    String sentence = lastAfterNotices(send.await());
                    assertThat(sentence)
                            .matches(
                                    "ringbook: connection refused at 127.0.0.1:"
                                            + proxy.port()
                                            + ": no server listens there \\(start one with serve\\)"
                                            + "; tried to come back for 1 s"
                                            + " \\(\\d+ commands had been sent\\)");
                }
            }
        }
    }

    @Test
    void clientThatHasSeenMoreThanTheServerHasSaysSo() throws Exception {
        AtomicReference<CuttingProxy> between = new AtomicReference<>();
        AtomicReference<ServeProcess> other = new AtomicReference<>();
        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString())) {
            Strike anotherJournal =
                    link -> {
                        kill(serve);
                        other.set(
                                new ServeProcess(
                                        directory,
                                        "--config",
                                        config.toString(),
                                        "--data",
                                        directory.resolve("empty").toString()));
                        between.get().serverPort(other.get().port());
                    };
            try (CuttingProxy proxy = proxy(serve.port(), anotherJournal)) {
                between.set(proxy);
                try (MainProcess send = send(proxy.port(), keys())) {
                    String sentence = lastAfterNotices(send.await());
                    assertThat(sentence)
                            .matches(
                                    "ringbook: the trading day of session S1 has ended, or the"
                                            + " server at 127.0.0.1:"
                                            + proxy.port()
                                            + " goes on with another journal: it is asked for"
                                            + " nothing more \\(\\d+ commands had been sent\\)");
                }
            }
        } finally {
            other.get().close();
        }
    }

    private MainProcess send(int port, Path keys, Object... more) throws IOException {
        Object[] arguments = {"send", commands, "--to", "127.0.0.1:" + port, "--keys", keys};
        Object[] all = new Object[arguments.length + more.length];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return new MainProcess(directory, all);
    }

    private Path keys() {
        return directory.resolve("keys");
    }

    private static CuttingProxy proxy(int port, Strike strike) throws IOException {
        return new CuttingProxy(port, new Random(1), MIDDLE_BYTES, List.of(strike));
    }

    private static void kill(ServeProcess serve) {
        try {
            serve.kill();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A server that speaks version 2 of the protocol only. */
    private static void greetAsVersionTwo(ServerSocket listening) {
        byte[] greeting = new byte[GreetingEncoder.FRAME_LENGTH];
        new GreetingEncoder()
                .wrap(new UnsafeBuffer(greeting), 0, (byte) 0, 0)
                .schemaVersion((short) 2);
        greeting[FrameDescriptor.SCHEMA_VERSION_OFFSET] = 2;
        try (Socket client = listening.accept()) {
            client.getOutputStream().write(greeting);
            client.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes the client's login one of version 2. */
    private static void relayLoginAsVersionTwo(ServerSocket listening, int port) {
        try (Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            byte[] greeting = server.getInputStream().readNBytes(GreetingEncoder.FRAME_LENGTH);
            client.getOutputStream().write(greeting);
            byte[] login = new byte[LoginEncoder.MAX_FRAME_LENGTH];
            int length = client.getInputStream().read(login);
            login[FrameDescriptor.SCHEMA_VERSION_OFFSET] = 2;
            server.getOutputStream().write(login, 0, length);
            client.getOutputStream().write(server.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertOneSentence(CommandLineRun run, String sentence) {
        assertThat(run.err()).isEqualTo(sentence);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    /** The sentence that it ended with, behind notices of cuts. */
    private static String lastAfterNotices(CommandLineRun run) {
        List<String> lines = run.err().lines().toList();
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(lines.subList(0, lines.size() - 1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("ringbook: session S1 was cut and comes back: "));
        return lines.get(lines.size() - 1);
    }
}
