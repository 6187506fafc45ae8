// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringbook.core.threads.Processors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An exchange as a process, from its configuration to its end. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class ServeCommandTest {
    private static final String INSTRUMENT =
            """
            listen.port = 0
            journal { allocation-step = 1 MiB, room-ahead = 1 MiB }
            instruments = [{ symbol = ABC, tick-size = 0.01 }]
            """;
    private static final String COMMANDS =
            """
            time_ns,action,symbol,account,order_id,side,type,tif,quantity,price
            1,NEW,ABC,S1,a,SELL,LIMIT,DAY,10,1.00
            2,NEW,ABC,S2,b,BUY,LIMIT,DAY,4,1.00
            """;

    @TempDir private Path directory;
    private Path config;
    private String sessions;

    @BeforeEach
    void makeKeys() throws IOException {
        CommandLineRun keygen = CommandLineRun.of("keygen", "S1", "S2", "-o", keys());
        assertThat(keygen.exitCode()).isZero();
        sessions = keygen.out();
        config = directory.resolve("ringbook.conf");
        Files.writeString(config, INSTRUMENT + sessions);
    }

    @Test
    void startsTakesOrdersStopsOnSigtermAndRecovers() throws Exception {
        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString())) {
            int port = serve.port();
            assertThat(serve.lines().get(0)).startsWith("new journal in ");
            send(port);

            assertThat(serve.terminate()).isZero();
            assertThat(serve.lines()).last().isEqualTo("stopped");
            assertThat(serve.errors()).isEmpty();
        }
        CommandLineRun export = CommandLineRun.of("journal", "export", directory.resolve("data"));
        assertThat(export.out()).contains("EXECUTED,ABC,S2,b", "EXECUTED,ABC,S1,a");

        try (ServeProcess again = new ServeProcess(directory, "--config", config.toString())) {
            again.port();
            assertThat(again.lines().get(0)).startsWith("recovered ");
            assertThat(again.terminate()).isZero();
        }
        assertThat(CommandLineRun.of("journal", "verify", "--deep", directory.resolve("data")))
                .satisfies(verify -> assertThat(verify.exitCode()).isZero());
    }

    @Test
    void whatWasAnsweredSurvivesSigkill() throws Exception {
        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString())) {
            send(serve.port());
            serve.kill();
        }
        try (ServeProcess again = new ServeProcess(directory, "--config", config.toString())) {
            again.port();
            assertThat(again.lines().get(0)).startsWith("recovered ");
            assertThat(again.terminate()).isZero();
        }
        CommandLineRun export = CommandLineRun.of("journal", "export", directory.resolve("data"));
        assertThat(export.out()).contains("EXECUTED,ABC,S2,b", "EXECUTED,ABC,S1,a");
    }

    @Test
    void portThatIsTakenIsOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    config,
                    (INSTRUMENT + sessions).replace("port = 0", "port = " + taken.getLocalPort()));

            CommandLineRun run = CommandLineRun.of("serve", "--config", config);

            assertOneSentence(run, "cannot listen on 127.0.0.1:" + taken.getLocalPort());
            // It is known before the journal is locked and read.
            assertThat(directory.resolve("data")).doesNotExist();
        }
    }

    @Test
    void faultsOfTheConfigurationAreOneSentenceEach() throws Exception {
        assertFault("lisen.port = 1\n", "unknown key lisen; did you mean listen?");
        assertFault("session-limits.heartbeat = 5\n", "which is not a duration with its unit");
        String first = sessions.lines().skip(1).findFirst().orElseThrow();
        assertFault("sessions += " + first + "\n", "two sessions have the name S1");
        assertOneSentence(
                CommandLineRun.of("serve", "--config", directory.resolve("none.conf")),
                "there is no configuration file");
    }

    @Test
    void threadsAreBoundAsConfiguredAndServeSaysSo() throws Exception {
        assumeTrue(Processors.isSupported(), "threads can be bound on Linux only");
        String processor = "" + Processors.ofProcess().nextSetBit(0);
        Files.writeString(
                config,
                INSTRUMENT
                        + sessions
                        + "engine { threads = fused, pinning = listed, wait.engine = blocking\n"
                        + "  cpus { io = P, engine = P }\n}\n".replace("P", processor));

        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString())) {
            send(serve.port());

            assertThat(serve.lines())
                    .contains(
                            "waiting: engine blocking; pinned: io P, engine P"
                                    .replace("P", processor));
            assertThat(serve.processorsOf("ringbook-io")).containsExactly(processor);
            assertThat(serve.processorsOf("ringbook-engine")).containsExactly(processor);
            assertThat(serve.terminate()).isZero();
        }
    }

    @Test
    void directoryThatAnotherExchangeServesIsOneSentence() throws Exception {
        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString())) {
            int port = serve.port();
            Path cache = Files.createFile(directory.resolve("data/sessions/9.stream"));

            assertOneSentence(CommandLineRun.of("serve", "--config", config), "data");

            assertThat(cache).exists();
            send(port);
            assertThat(serve.terminate()).isZero();
        }
    }

    @Test
    void configurationThatDiffersFromTheJournalIsOneSentence() throws Exception {
        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString())) {
            serve.port();
            assertThat(serve.terminate()).isZero();
        }
        Files.writeString(config, (INSTRUMENT + sessions).replace("0.01", "0.05"));

        CommandLineRun changed = CommandLineRun.of("serve", "--config", config);
        Files.writeString(
                config,
                (INSTRUMENT + sessions)
                        .replace("[{ symbol", "[{ symbol = NEW, tick-size = 1 }, { symbol"));

        assertOneSentence(changed, "instrument ABC has other values");
        try (ServeProcess serve = new ServeProcess(directory, "--config", config.toString())) {
            serve.port();
            assertThat(serve.lines()).anyMatch(line -> line.endsWith(": 1 definition"));
            assertThat(serve.terminate()).isZero();
        }
    }

    @Test
    void effectiveConfigurationIsPrintedWithKeysMasked() {
        CommandLineRun run = CommandLineRun.of("serve", "--config", config, "--print-config");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("durability = commit", "public-key = \"...");
        assertThat(directory.resolve("data")).doesNotExist();
    }

    private Path keys() {
        return directory.resolve("keys");
    }

    private void send(int port) throws IOException {
        Path commands = directory.resolve("commands.csv");
        Files.writeString(commands, COMMANDS);
        CommandLineRun send =
                CommandLineRun.of("send", commands, "--to", "127.0.0.1:" + port, "--keys", keys());
        assertThat(send.err()).isEmpty();
        assertThat(send.exitCode()).isZero();
    }

    private void assertFault(String line, String sentence) throws IOException {
        Files.writeString(config, INSTRUMENT + sessions + line);
        assertOneSentence(CommandLineRun.of("serve", "--config", config), sentence);
    }

    private static void assertOneSentence(CommandLineRun run, String part) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("ringbook: ").contains(part).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }
}
