// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.steady;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class SteadyCommandTest {
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
                Arguments.of("--minutes=0", "--minutes is 0.0; it must be 0.02 to 1440"),
                Arguments.of("--minutes=NaN", "--minutes is NaN; it must be 0.02 to 1440"),
                Arguments.of("--rate=1", "--rate is 1; it must be 100 to 1000000"),
                Arguments.of("--warm-up=-1", "--warm-up is -1; it must be 0 to 3600"),
                Arguments.of("--profile=cms", "--profile has no \"cms\"; there are epsilon,"),
                Arguments.of("--durability=none", "Invalid value for option '--durability'"));
    }

    @Test
    void anExchangeIsLoadedOverTcpAndWhatItAllocatesIsShown() {
        // when: a load without a warm-up, in which the exchange does allocate
        int exitCode =
                run("--minutes=0.03", "--warm-up=0", "--rate=1000", "--heap=128", "--profile=g1");

        // then
        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isEqualTo(1);
        Matcher row =
                Pattern.compile("(?m)^1 +(\\d+) +\\d+ +\\d+ +(\\d+) ").matcher(out.toString());
        assertThat(row.find()).isTrue();
        assertThat(Long.parseLong(row.group(1))).isBetween(1L, 20_000L);
        assertThat(Long.parseLong(row.group(2))).isPositive();
        assertThat(out.toString()).contains("not held: minute 1: ");
    }

    private int run(String... arguments) {
        return new CommandLine(new SteadyCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
