// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringbook.bench.report.ProjectFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class PipelineCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @MethodSource("badArguments")
    void aBadArgumentIsASentenceAndExitCodeTwo(String argument, String sentence) {
        // when
        int exitCode = run(argument);

        // then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).startsWith(sentence);
        assertThat(out.toString()).isEmpty();
    }

    static List<Arguments> badArguments() {
        return List.of(
                Arguments.of("--stream=swing-25", "--stream has no \"swing-25\"; there are thin,"),
                Arguments.of("--engine=parity", "Invalid value for option '--engine'"),
                Arguments.of("--journal=tape", "Invalid value for option '--journal'"),
                Arguments.of("--rate=10", "--rate is 10; it must be 1000 to 10000000"),
                Arguments.of("--heap=5", "--heap is 5; it must be 256 to 1048576"),
                Arguments.of("--commands=1", "--commands is 1; it must be 10000 to 5000000"));
    }

    @Test
    void ringbookAloneIsShownWithThroughputAndLatency() {
        // when
        int exitCode =
                run(
                        "--engine=ringbook",
                        "--journal=none",
                        "--commands=10000",
                        "--rounds=1",
                        "--warm-up=0",
                        "--rate=20000",
                        "--seconds=1",
                        "--heap=512");

        // then
        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("equal in all: "))
                .anyMatch(line -> line.matches("ringbook +none +[0-9.]+ .* 1\\.00"))
                .anyMatch(line -> line.matches("ringbook +none +20000 .*(in time|late)"));
    }

    @Test
    void exchangeCoreTradesAsTheModelDoes() throws IOException {
        // given
        assumeTrue(
                Files.exists(
                        ProjectFiles.root()
                                .resolve("engine-bench/peers/target/ringbook-peers.jar")),
                "engine-peers is packaged");
        assumeTrue(hasJava17(), "there is a Java 17");

        // when
        int exitCode =
                run(
                        "--journal=none",
                        "--commands=10000",
                        "--rounds=1",
                        "--warm-up=0",
                        "--rate=0",
                        "--wait=blocking",
                        "--peer-wait=blocking",
                        "--heap=512",
                        "--json");

        // then
        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .contains("\"peer_jdk\":\"17")
                .contains("{\"engine\":\"ringbook\",\"journal\":\"none\",\"median_m_per_second\":")
                .contains("{\"engine\":\"exchange-core\",\"journal\":\"none\",");
    }

    private static boolean hasJava17() {
        try {
            return PeerJdk.find(System.getenv()) != null;
        } catch (IOException e) {
            return false;
        }
    }

    private int run(String... arguments) {
        return new CommandLine(new PipelineCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
