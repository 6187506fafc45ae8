// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class BookCommandTest {
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
                Arguments.of("--stream=thick", "--stream has no \"thick\"; there are thin, deep,"),
                Arguments.of("--engine=other", "--engine has no \"other\"; there are ringbook,"),
                Arguments.of("--rounds=0", "--rounds is 0; it must be 1 to 100"),
                Arguments.of("--commands=10", "--commands is 10; it must be 1000 to 5000000"),
                Arguments.of("--rounds=many", "Invalid value for option '--rounds'"));
    }

    @Test
    void printsATableWithOneRowForEachEngine() {
        // when
        int exitCode =
                run(
                        "--stream=thin",
                        "--engine=ringbook,parity",
                        "--commands=2000",
                        "--rounds=1",
                        "--warm-up=0");

        // then
        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).anyMatch(line -> line.startsWith("equal in all: "));
        assertThat(lines).anyMatch(line -> line.matches("ringbook +[0-9.]+ .* 1\\.00"));
        assertThat(lines).anyMatch(line -> line.startsWith("parity "));
    }

    private int run(String... arguments) {
        return new CommandLine(new BookCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
