// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.bench.report.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The committed Java of protobuf is that of {@code messages.proto}: {@code generate.sh} left the
 * checksums of both sides, and neither has changed since.
 */
class ProtoSourcesTest {
    private static final Path MODULE = ProjectFiles.root().resolve("engine-bench");

    @Test
    void messagesAndJavaAreThoseOfOneGeneration() throws Exception {
        // given
        Map<String, String> expected = new TreeMap<>();
        for (String line : Files.readAllLines(MODULE.resolve("src/generated/SHA256SUMS"))) {
            String[] parts = line.split("  ", 2);
            expected.put(parts[1], parts[0]);
        }

        // when
        Map<String, String> actual = new TreeMap<>();
        collect(MODULE.resolve("src/main/proto"), ".proto", actual);
        collect(MODULE.resolve("src/generated/java"), ".java", actual);

        // then
        assertThat(expected).hasSizeGreaterThan(2);
        assertThat(actual).as("run src/main/proto/generate.sh").isEqualTo(expected);
    }

    private static void collect(Path root, String ending, Map<String, String> sums)
            throws Exception {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                String name = root.relativize(file).toString().replace('\\', '/');
                sums.put(name, HexFormat.of().formatHex(hash));
            }
        }
    }
}
