// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.demo;

import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory that goes away with whoever made it, also when the process is told to stop. */
final class TemporaryDirectory implements AutoCloseable {
    private final Path path;
    private final Thread hook;

    TemporaryDirectory() {
        try {
            path = Files.createTempDirectory("ringbook-demo-");
        } catch (IOException e) {
            throw Fault.unwritable(System.getProperty("java.io.tmpdir"), e);
        }
        hook = new Thread(this::removeAtExit, "remove-demo-directory");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
            remove();
        } catch (IllegalStateException e) {
            // The process is stopping already; the hook removes it.
        } catch (IOException e) {
            throw new Fault("cannot remove " + path + ": " + e.getMessage(), e);
        }
    }

    private void removeAtExit() {
        try {
            remove();
        } catch (IOException e) {
            System.err.println("ringbook: cannot remove " + path + ": " + e.getMessage());
        }
    }

    private void remove() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> all = Files.walk(path)) {
            inside = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : inside) {
            Files.deleteIfExists(file);
        }
    }
}
