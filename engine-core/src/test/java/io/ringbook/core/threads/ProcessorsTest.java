// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ProcessorsTest {
    @Test
    void boundThreadRunsOnItsProcessorOnlyAndCanBeFreed() throws Exception {
        assumeTrue(Processors.isSupported(), "threads can be bound on Linux only");
        // given
        int processor = Processors.ofProcess().length() - 1;
        AtomicReference<BitSet> bound = new AtomicReference<>();
        AtomicReference<String> seenBySystem = new AtomicReference<>();
        AtomicReference<BitSet> freed = new AtomicReference<>();

        // when
        Thread thread =
                new Thread(
                        () -> {
                            assertThat(Processors.bindThisThread(processor)).isTrue();
                            bound.set(Processors.ofThisThread());
                            seenBySystem.set(allowedList());
                            Processors.freeThisThread();
                            freed.set(Processors.ofThisThread());
                        });
        thread.start();
        thread.join();

        // then
        assertThat(bound.get().stream()).containsExactly(processor);
        assertThat(seenBySystem.get()).isEqualTo("" + processor);
        assertThat(freed.get()).isEqualTo(Processors.ofProcess());
    }

    @Test
    void whatTheSystemDoesNotHaveIsRefusedAndChangesNothing() {
        BitSet before = Processors.ofThisThread();

        assertThat(Processors.mayUse(8_191)).isFalse();
        assertThat(Processors.mayUse(8_192)).isFalse();
        assertThat(Processors.mayUse(-1)).isFalse();
        assertThat(Processors.bindThisThread(8_191)).isFalse();

        assertThat(Processors.ofThisThread()).isEqualTo(before);
    }

    @Test
    void setsAreWrittenAsRanges() {
        BitSet set = new BitSet();
        assertThat(Processors.text(set)).isEmpty();
        set.set(0, 4);
        set.set(8);
        set.set(10, 12);
        assertThat(Processors.text(set)).isEqualTo("0-3, 8, 10-11");
    }

    private static String allowedList() {
        try (var lines = Files.lines(Path.of("/proc/thread-self/status"))) {
            return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
