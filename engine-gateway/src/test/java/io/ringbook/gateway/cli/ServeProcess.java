// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ringbook serve} as a process of its own. */
final class ServeProcess implements AutoCloseable {
    private static final int TIMEOUT_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    ServeProcess(Path directory, String... arguments) throws IOException {
        List<Object> command = new ArrayList<>(List.of("serve"));
        command.addAll(List.of(arguments));
        errors = Files.createTempFile(directory, "errors", ".txt");
        process =
                new ProcessBuilder(MainProcess.command(command.toArray()))
                        .redirectError(errors.toFile())
                        .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits until it listens; its port. */
    int port() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith("listening on ")) {
                return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
            }
        }
        throw new AssertionError("it does not listen: " + lines + errors());
    }

    /** Processors that the system has its threads of a name on; names are cut to 15 characters. */
    List<String> processorsOf(String thread) throws IOException {
        List<String> processors = new ArrayList<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + process.pid() + "/task"))) {
            for (Path task : tasks.toList()) {
                if (Files.readString(task.resolve("comm")).strip().equals(thread)) {
                    String status = Files.readString(task.resolve("status"));
                    processors.add(
                            status.replaceFirst("(?s).*Cpus_allowed_list:\\s*(\\S*).*", "$1"));
                }
            }
        }
        return processors;
    }

    /** What it has printed up to here. */
    List<String> lines() {
        return lines;
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    /** SIGTERM; its exit code. */
    int terminate() throws IOException, InterruptedException {
        // Process.destroy would close the pipe that the last lines come through.
        process.toHandle().destroy();
        return exitCode();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Waits for its end. */
    int exitCode() throws IOException, InterruptedException {
        output.lines().forEach(lines::add);
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end: " + lines + errors());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
