// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of {@code bin/profiles}, each given to a real JVM. */
class ProfilesTest {
    private static final Path BIN = Path.of(System.getProperty("ringbook.root"), "bin");

    @ParameterizedTest
    @CsvSource({
        "zgc, Using The Z Garbage Collector",
        "g1, Using G1",
        "g1-tuned, Using G1",
        "epsilon, Using Epsilon"
    })
    void eachStartsItsCollectorOnASmallHeapToo(String profile, String sentence) throws Exception {
        // when
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "@" + BIN.resolve("jvm.options"),
                                "@" + BIN.resolve("profiles").resolve(profile + ".options"),
                                "-Xmx32m",
                                "-Xlog:gc:stdout",
                                "-version")
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);

        // then
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(sentence).doesNotContain("[warning]");
    }

    @Test
    void noneIsLeftOutAbove() throws IOException {
        // when
        List<String> names;
        try (Stream<Path> files = Files.list(BIN.resolve("profiles"))) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }

        // then
        assertThat(names)
                .containsExactly(
                        "epsilon.options", "g1-tuned.options", "g1.options", "zgc.options");
    }
}
