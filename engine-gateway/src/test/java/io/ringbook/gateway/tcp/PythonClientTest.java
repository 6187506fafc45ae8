// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static io.ringbook.gateway.session.ClientMessages.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringbook.core.order.Side;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.client.SessionKeyFile;
import io.ringbook.gateway.session.Desks;
import io.ringbook.gateway.session.ProtocolDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client of the documents, in a process of its own, against a real server. */
@Timeout(60)
final class PythonClientTest {
    @TempDir private Path directory;
    private final Desks desks = new Desks(2);

    @BeforeAll
    static void requirePython() throws Exception {
        boolean found;
        try {
            Process check =
                    new ProcessBuilder("python3", "-c", "import flatbuffers")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            found = check.waitFor(20, TimeUnit.SECONDS) && check.exitValue() == 0;
            check.destroyForcibly();
        } catch (IOException e) {
            found = false;
        }
        assumeTrue(
                found,
                "skipped: there is no python3 with the package flatbuffers (pip install"
                        + " flatbuffers)");
    }

    @Test
    void orderFromPythonIsAnsweredAndFilled() throws Exception {
        try (ServerRig rig = ServerRig.start(directory.resolve("data"), desks);
                TestClient maker = rig.connect()) {
            // given
            maker.login("DESK1A");
            maker.send(order(1, 1, "REST", Side.SELL, 4, 10_050));
            maker.texts(1);

            // when
            Run first = run(rig, "ACC2", "SYM", "BUY", "10", "100.50");

            // then
            assertThat(first.output())
                    .contains("OrderAccepted PY", "quantity=10 price=10050", "Logout: Asked for");
            assertThat(first.exitCode()).isZero();
            assertThat(maker.texts(1)).containsExactly("ORDER_EXECUTED 2 REST");

            // when it comes back it is told the whole day
            Run second = run(rig, "ACC2", "SYM", "BUY", "1", "100.00");
            assertThat(second.output())
                    .contains("replay 1 OrderAccepted", "replay 2 OrderExecuted")
                    .contains("\n3 OrderAccepted");
            assertThat(second.exitCode()).isZero();
        }
    }

    @Test
    void whatTheServerRefusesIsSaidInItsWords() throws Exception {
        try (ServerRig rig = ServerRig.start(directory.resolve("data"), new Desks(2))) {
            Run run = run(rig, "ACC2", "SYM", "BUY", "10", "100.50");

            assertThat(run.output())
                    .isEqualTo(
                            "ringbook_client: login refused: Firm, session or signature is not"
                                    + " right\n");
            assertThat(run.exitCode()).isEqualTo(1);
        }
    }

    private record Run(String output, int exitCode) {}

    private Run run(ServerRig rig, String... order) throws Exception {
        Path key = SessionKeyFile.in(directory, "DESK2A");
        if (!Files.exists(key)) {
            SessionKeyFile.write(key, new SessionKey("FIRM2", "DESK2A", desks.key()));
        }
        Path client = ProtocolDocument.root().resolve("docs/examples/ringbook_client.py");
        Path output = directory.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(
                        "python3",
                        "-B",
                        client.toString(),
                        "127.0.0.1:" + rig.server.port(),
                        key.toString());
        builder.command().addAll(List.of(order));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return new Run(Files.readString(output, StandardCharsets.UTF_8), process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }
}
