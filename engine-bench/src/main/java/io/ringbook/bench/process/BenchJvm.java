// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that this one has started and talks to by lines. It is to end with its input; {@link
 * #close} ends it in any case. Its standard error is that of this process. One thread.
 */
public final class BenchJvm implements AutoCloseable {
    private static final long ENDING_SECONDS = 10;

    private final String label;
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream requests;

    private BenchJvm(String label, Process process) {
        this.label = label;
        this.process = process;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.requests = new PrintStream(process.getOutputStream(), true, UTF_8);
    }

    /**
     * Starts a class of this class path on this JDK.
     *
     * @param label names it in sentences
     */
    public static BenchJvm start(
            String label, List<String> flags, Class<?> main, List<String> arguments)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(main.getName());
        line.addAll(arguments);
        return start(label, line);
    }

    /**
     * Starts any command that ends with its input.
     *
     * @param label names it in sentences
     */
    public static BenchJvm start(String label, List<String> command) throws IOException {
        return new BenchJvm(
                label,
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Sends a line. */
    public void ask(String line) {
        requests.println(line);
    }

    /**
     * Waits for a line.
     *
     * @throws EndedJvmException if it ends instead
     */
    public String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new EndedJvmException(label, exitCode());
        }
        return line;
    }

    /**
     * Waits for figures, which {@link Figures#print} has written there.
     *
     * @throws EndedJvmException if it ends instead
     */
    public Figures figures() throws IOException {
        return Figures.read(this::answer);
    }

    /** Id of the process. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        requests.close();
        try {
            if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
