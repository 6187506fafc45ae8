// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that goes, with all in it, when this is closed. */
public final class TemporaryFolder implements AutoCloseable {
    private final Path path;

    /** Makes a folder in {@code java.io.tmpdir}, whose disk is then the one measured. */
    public TemporaryFolder() {
        try {
            path = Files.createTempDirectory("ringbook-bench");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder", e);
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path entry : deepestFirst) {
                Files.delete(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be removed", e);
        }
    }
}
