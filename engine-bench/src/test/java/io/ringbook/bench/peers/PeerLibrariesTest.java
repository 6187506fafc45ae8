// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerLibrariesTest {
    private static final Path ROOT = Path.of(System.getProperty("ringbook.root"));
    private static final Pattern IMPORT =
            Pattern.compile(
                    "^import (static )?(exchange\\.core2|com\\.paritytrading)\\.",
                    Pattern.MULTILINE);

    @Test
    void onlyThisPackageAndTheModuleOfTheirPipelineKnowThePeers() throws IOException {
        // when
        List<String> knowing;
        try (Stream<Path> files = Files.walk(ROOT)) {
            knowing =
                    files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> IMPORT.matcher(text(file)).find())
                            .map(file -> ROOT.relativize(file.getParent()).toString())
                            .distinct()
                            .sorted()
                            .toList();
        }

        // then
        assertThat(knowing)
                .containsExactly(
                        "engine-bench/peers/src/main/java/io/ringbook/peers",
                        "engine-bench/peers/src/test/java/io/ringbook/peers",
                        "engine-bench/src/main/java/io/ringbook/bench/peers");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lombok.Lombok",
                "net.openhft.chronicle.analytics.Analytics",
                "net.jpountz.lz4.LZ4Factory"
            })
    void nothingElseOfTheirsIsOnTheClassPath(String className) {
        assertThatThrownBy(() -> Class.forName(className))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
