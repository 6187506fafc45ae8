// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchJvmTest {
    @Test
    void answersWhatItIsAskedUntilItIsClosed() throws IOException {
        // given
        ProcessHandle process;
        try (BenchJvm jvm = BenchJvm.start("an echo", List.of("cat"))) {
            process = ProcessHandle.of(jvm.pid()).orElseThrow();

            // when
            jvm.ask("hello");

            // then
            assertThat(jvm.answer()).isEqualTo("hello");
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void anEarlyEndIsASentenceWithItsExitCode() throws IOException {
        // given
        try (BenchJvm jvm = BenchJvm.start("a mute", List.of("sh", "-c", "exit 3"))) {
            // then
            assertThatThrownBy(jvm::figures)
                    .isInstanceOfSatisfying(
                            EndedJvmException.class, e -> assertThat(e.isOutOfMemory()).isTrue())
                    .hasMessage("the JVM of a mute ended with 3; what it said stands above");
        }
    }

    @Test
    void aProfileIsTheFilesThatTheLauncherTakes() {
        // when
        List<String> flags = JvmFlags.ofProfile("g1-tuned");

        // then
        assertThat(flags.get(0)).startsWith("@").endsWith("/bin/jvm.options");
        assertThat(flags.get(1)).startsWith("@").endsWith("/bin/profiles/g1-tuned.options");
        assertThat(JvmFlags.profiles()).containsExactly("epsilon", "g1", "g1-tuned", "zgc");
    }
}
