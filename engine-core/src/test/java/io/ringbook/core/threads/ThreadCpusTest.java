// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ThreadCpusTest {
    private static final Set<EngineThread> STAGED =
            EnumSet.complementOf(EnumSet.of(EngineThread.ENGINE));
    private static final Set<EngineThread> FUSED = EnumSet.of(EngineThread.IO, EngineThread.ENGINE);

    @Test
    void everyStageHasAProcessorOfItsOwnAndOneIsLeftToTheRest() {
        ThreadCpus cpus = ThreadCpus.of(ThreadPlan.defaults(), STAGED, 2, processors(1, 7));

        assertThat(cpus.text()).isEqualTo("io 2, validate 3, match 4 5, journal 6, publish 7");
        assertThat(cpus.cpu(EngineThread.MATCH, 1)).isEqualTo(5);
        assertThat(cpus.cpu(EngineThread.ENGINE, 0)).isEqualTo(ThreadCpus.FREE);
    }

    @Test
    void withoutProcessorsEnoughNothingIsBound() {
        assertThat(ThreadCpus.wanted(STAGED, 2)).isEqualTo(7);
        assertThat(ThreadCpus.of(ThreadPlan.defaults(), STAGED, 2, processors(0, 5)).isEmpty())
                .isTrue();
    }

    @Test
    void threadsOfOtherLayoutsAreBoundOnlyWhenListed() {
        assertThat(ThreadCpus.of(ThreadPlan.defaults(), FUSED, 1, processors(0, 63)).isEmpty())
                .isTrue();
        assumeTrue(Processors.isSupported(), "threads can be bound on Linux only");
        int processor = Processors.ofProcess().nextSetBit(0);
        ThreadPlan plan =
                ThreadPlan.defaults().withCpus(Map.of(EngineThread.ENGINE, List.of(processor)));

        assertThat(ThreadCpus.of(plan, FUSED, 1, new BitSet()).text())
                .isEqualTo("engine " + processor);
    }

    @Test
    void listThatDoesNotFitIsOneSentence() {
        assertFault(Map.of(EngineThread.MATCH, List.of(0, 0)), "match is listed 2 times; there is");
        assertFault(Map.of(EngineThread.ENGINE, List.of(0)), "have no engine among them");
        assumeTrue(Processors.isSupported(), "threads can be bound on Linux only");
        assertFault(
                Map.of(EngineThread.JOURNAL, List.of(8_000)),
                "the processor of journal is 8000, which this process may not use; it may use "
                        + Processors.text(Processors.ofProcess()));
    }

    private static void assertFault(Map<EngineThread, List<Integer>> listed, String sentence) {
        ThreadPlan plan = ThreadPlan.defaults().withCpus(listed);
        assertThatThrownBy(() -> ThreadCpus.of(plan, STAGED, 1, processors(0, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static BitSet processors(int first, int last) {
        BitSet set = new BitSet();
        set.set(first, last + 1);
        return set;
    }
}
