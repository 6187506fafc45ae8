// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class GcCommandTest {
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
                Arguments.of(
                        "--profile=zgc,cms",
                        "--profile has no \"cms\"; there are epsilon, g1, g1-tuned, zgc"),
                Arguments.of("--garbage=0,-1", "--garbage is -1; it must be 0 to 10000"),
                Arguments.of("--heap=8", "--heap is 8; it must be 64 to 1048576"),
                Arguments.of("--kept=0", "--kept is 0; it must be 1 to 65536"),
                Arguments.of("--seconds=0", "--seconds is 0; it must be 1 to 3600"),
                Arguments.of("--headers=tiny", "Invalid value for option '--headers'"));
    }

    @Test
    void showsTheLoadUnderACollectorThatWorksAndUnderOneWhoseHeapIsFull() {
        // when
        int exitCode =
                run(
                        "--profile=g1,epsilon",
                        "--garbage=300",
                        "--kept=8",
                        "--heap=192",
                        "--rate=2000",
                        "--seconds=1",
                        "--warm-up=0",
                        "--durability=none",
                        "--threads=single",
                        "--json");

        // then
        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isZero();
        assertThat(out.toString())
                .startsWith("{\"schema\":")
                .contains("\"results\":[{\"profile\":\"g1\",\"object_headers\":\"plain\",")
                .contains("\"latency\":{\"count\":2000,")
                .containsPattern("\"gc_pauses\":\\{\"count\":[1-9]")
                .containsPattern("\"collections_by_name\":\\{\"G1New\":[1-9]")
                .contains("{\"profile\":\"epsilon\",\"object_headers\":\"plain\",")
                .contains("\"heap_full\":true}]}");
    }

    private int run(String... arguments) {
        return new CommandLine(new GcCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
