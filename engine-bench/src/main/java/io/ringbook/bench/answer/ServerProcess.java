// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringbook.gateway.client.ServerAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of {@code ringbook} that listens, in a process of its own. It can be stopped, so that
 * it takes nothing from what is measured, and goes on as if nothing had been. Linux and the like.
 */
final class ServerProcess implements AutoCloseable {
    private static final String LISTENING = "listening on ";
    private static final String MAIN = "io.ringbook.gateway.cli.Main";
    private static final long END_SECONDS = 30;

    private final Process process;
    private final ServerAddress address;

    private ServerProcess(Process process, ServerAddress address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it and waits until it listens.
     *
     * @param flags of the JVM
     * @param arguments of ringbook
     */
    static ServerProcess start(List<String> flags, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(flags);
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(MAIN);
        line.addAll(arguments);
        Process process =
                new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            return new ServerProcess(process, address(process, arguments.getFirst()));
        } catch (IOException | RuntimeException | Error e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static ServerAddress address(Process process, String name) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENING)) {
                return ServerAddress.parse(line.substring(LISTENING.length()));
            }
        }
        throw new IOException("ringbook " + name + " ended before it listened; see above");
    }

    ServerAddress address() {
        return address;
    }

    /** Takes its processors from it. */
    void stop() throws IOException {
        signal("STOP");
    }

    /** Gives them back. */
    void goOn() throws IOException {
        signal("CONT");
    }

    private void signal(String name) throws IOException {
        Process kill =
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .inheritIO()
                        .start();
        try {
            if (kill.waitFor() != 0) {
                throw new IOException("kill -" + name + " " + process.pid() + " failed; see above");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            goOn();
            process.destroy();
        }
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
