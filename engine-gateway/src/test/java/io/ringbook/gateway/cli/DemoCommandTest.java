// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
    @Test
    void demoVerifiesAndReplaysItsJournalAndLeavesNothing() {
        CommandLineRun first = CommandLineRun.of("demo", "--seconds", "1", "--seed", "7");
        CommandLineRun second = CommandLineRun.of("demo", "--seconds", "1", "--seed", "7");

        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("Journal verified: ")
                .contains("Journal replayed: all events equal byte for byte")
                .doesNotContain("\u001b");
        assertThat(Path.of(group(first, "Removing (.*)\\."))).doesNotExist();
        assertThat(group(second, "chain hash ([0-9a-f]+)"))
                .isEqualTo(group(first, "chain hash ([0-9a-f]+)"));
    }

    private static String group(CommandLineRun run, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(run.out());
        assertThat(matcher.find()).as(run.out()).isTrue();
        return matcher.group(1);
    }
}
