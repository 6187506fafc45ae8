// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    @Test
    void desksTradeOverTcpOneIsCutOffAndNothingIsLost() {
        CommandLineRun run = CommandLineRun.of("demo", "--seconds", "2", "--seed", "7");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("6 desks over TCP")
                .contains("maker-east was cut off in the middle of the day")
                .contains("commands were sent, and each was answered once.")
                .contains("Journal verified: ")
                .contains("Journal replayed: all events equal byte for byte")
                .doesNotContain("\u001b");
        assertThat(Path.of(group(run, "Removing (.*)\\."))).doesNotExist();
    }

    private static String group(CommandLineRun run, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(run.out());
        assertThat(matcher.find()).as(run.out()).isTrue();
        return matcher.group(1);
    }
}
