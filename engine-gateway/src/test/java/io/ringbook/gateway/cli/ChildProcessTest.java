// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.gateway.lobster.GeneratedDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a process of its own. */
class ChildProcessTest {
    private static final int TIMEOUT_SECONDS = 60;

    @TempDir private Path directory;

    @Test
    void processEndsWithTheCommandsExitCode() throws Exception {
        Process process = start("journal", "verify", directory.resolve("none").toString());

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(err).startsWith("ringbook: ").hasLineCount(1);
    }

    @Test
    void readerThatGoesAwayEndsTheCommandQuietly() throws Exception {
        GeneratedDay day = new GeneratedDay(1, 5, 60, 5_000);
        Path message = day.write(directory);
        Path orders = directory.resolve("day.csv");
        CommandLineRun.of("import", "lobster", message, day.orderBook(directory), "-o", orders);
        CommandLineRun match =
                CommandLineRun.of(
                        "match",
                        orders,
                        "--instruments",
                        directory.resolve("day.instruments.csv"),
                        "--journal",
                        directory.resolve("data"));
        assertThat(match.exitCode()).isZero();

        Process process = start("journal", "dump", directory.resolve("data").toString());
        assertThat(process.getInputStream().read()).isEqualTo('1');
        process.getInputStream().close();

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(err).isEmpty();
        assertThat(process.exitValue()).isEqualTo(1);
    }

    private static Process start(String... arguments) throws IOException {
        return new ProcessBuilder(MainProcess.command((Object[]) arguments)).start();
    }
}
