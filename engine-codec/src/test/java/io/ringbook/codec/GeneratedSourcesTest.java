// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The generated accessors are those of the schemas: {@code schemas/generate.sh} left the checksums
 * of both sides, and neither has changed since.
 */
final class GeneratedSourcesTest {
    private static final Path GENERATED = Path.of("src/generated");
    private static final Path SCHEMAS = Path.of("../schemas");

    @Test
    void schemasAndAccessorsAreThoseOfOneGeneration() throws Exception {
        // given
        Map<String, String> expected = new TreeMap<>();
        for (String line : Files.readAllLines(GENERATED.resolve("SHA256SUMS"))) {
            String[] parts = line.split("  ", 2);
            expected.put(parts[1], parts[0]);
        }

        // when
        Map<String, String> actual = new TreeMap<>();
        collect(SCHEMAS, ".fbs", actual);
        collect(GENERATED.resolve("java"), ".java", actual);

        // then
        assertThat(actual).as("run schemas/generate.sh").isEqualTo(expected);
    }

    private static void collect(Path root, String ending, Map<String, String> sums)
            throws IOException, NoSuchAlgorithmException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> isOurs(path, ending)).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                String name = root.relativize(file).toString().replace('\\', '/');
                sums.put(name, HexFormat.of().formatHex(hash));
            }
        }
    }

    private static boolean isOurs(Path path, String ending) {
        return path.toString().endsWith(ending) && !path.toString().contains("node_modules");
    }
}
