// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.gateway.session.ProtocolDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The command line as a process of its own, its output in files; killed if it is still there. */
final class MainProcess implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 60;

    private final Process process;
    private final Path out;
    private final Path err;

    MainProcess(Path directory, Object... arguments) throws IOException {
        out = Files.createTempFile(directory, "out", ".txt");
        err = Files.createTempFile(directory, "err", ".txt");
        process =
                new ProcessBuilder(command(arguments))
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
    }

    /** What starts the command line with the flags of every JVM of the project. */
    static List<String> command(Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + ProtocolDocument.root().resolve("bin/jvm.options"));
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** Waits until it has written so many lines. */
    void awaitLines(int count) throws IOException {
        long endNs = System.nanoTime() + TIMEOUT_SECONDS * 1_000_000_000L;
        while (Files.readString(out).lines().count() < count) {
            assertThat(System.nanoTime()).as("time to write").isLessThan(endNs);
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Waits for its end. */
    CommandLineRun await() throws IOException, InterruptedException {
        assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new CommandLineRun(
                process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
