// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.Processors;
import io.ringbook.core.threads.ThreadCpus;
import io.ringbook.core.threads.ThreadPlan;
import io.ringbook.core.threads.WaitMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Threads of the stages: where they run, how they wait, that they end. */
final class StageThreadsTest {
    private static final int SHARDS = 2;

    static Stream<Arguments> modes() {
        return Stream.of(WaitMode.values())
                .flatMap(
                        mode ->
                                Stream.of(ThreadLayout.FUSED, ThreadLayout.STAGED)
                                        .map(layout -> Arguments.of(layout, mode)));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void engineThatIsIdleEnds(ThreadLayout layout, WaitMode mode) {
        // given an engine that has come to rest
        Engine engine = start(config(layout, ThreadPlan.allWaiting(mode)));
        PipelineFlow flow = new PipelineFlow(1);
        flow.define(engine.ingest());
        engine.ingest().awaitPublished();

        // when
        engine.close();

        // then
        assertThat(living()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modes")
    void engineThatHasJustBegunEnds(ThreadLayout layout, WaitMode mode) {
        for (int i = 0; i < 50; i++) {
            start(config(layout, ThreadPlan.allWaiting(mode))).close();
        }

        assertThat(living()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modes")
    void engineThatIsBusyCarriesOutWhatItHasAndEnds(ThreadLayout layout, WaitMode mode) {
        // given
        EngineState state = new EngineState(config(layout, ThreadPlan.allWaiting(mode)));
        long[] last = new long[1];
        Engine engine =
                Engine.start(
                        state,
                        new UnkeptJournal(),
                        (buffer, offset, length) -> last[0] = buffer.getLong(offset + 8),
                        (sequence, cause) -> {});
        PipelineFlow flow = new PipelineFlow(2);
        flow.define(engine.ingest());
        flow.run(engine.ingest(), 500);

        // when
        engine.close();

        // then
        assertThat(last[0]).isEqualTo(state.lastSequence());
        assertThat(living()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modes")
    void engineThatHasFailedEnds(ThreadLayout layout, WaitMode mode) {
        // given
        EngineState state = new EngineState(config(layout, ThreadPlan.allWaiting(mode)));
        Engine engine =
                Engine.start(
                        state,
                        new BreakingJournal(10),
                        (buffer, offset, length) -> {},
                        (sequence, cause) -> {});
        PipelineFlow flow = new PipelineFlow(3);

        // when
        assertThatThrownBy(
                        () -> {
                            flow.define(engine.ingest());
                            flow.run(engine.ingest(), 10_000);
                        })
                .isInstanceOf(EngineStoppedException.class);
        engine.close();

        // then
        assertThat(living()).isEmpty();
    }

    @Test
    void listedThreadsRunOnTheirProcessorsAndOthersAnywhere() {
        assumeTrue(Processors.isSupported(), "threads can be bound on Linux only");
        // given
        int first = Processors.ofProcess().nextSetBit(0);
        int last = Processors.ofProcess().length() - 1;
        Map<EngineThread, List<Integer>> listed = new EnumMap<>(EngineThread.class);
        listed.put(EngineThread.VALIDATE, List.of(last));
        listed.put(EngineThread.MATCH, List.of(first, last));
        listed.put(EngineThread.PUBLISH, List.of(first));

        // when
        Map<String, List<String>> found;
        try (Engine engine =
                start(config(ThreadLayout.STAGED, ThreadPlan.defaults().withCpus(listed)))) {
            new PipelineFlow(4).define(engine.ingest());
            engine.ingest().awaitPublished();
            found = processors();
            assertThat(engine.cpus().cpu(EngineThread.JOURNAL, 0)).isEqualTo(ThreadCpus.FREE);
        }

        // then
        assertThat(found.get("validate")).containsExactly("" + last);
        assertThat(found.get("match")).containsExactlyInAnyOrder("" + first, "" + last);
        assertThat(found.get("journal"))
                .containsExactly(Processors.text(Processors.ofProcess()).replace(", ", ","));
        assertThat(found.get("publish")).containsExactly("" + first);
    }

    @Test
    void processorThatCannotBeHadStopsTheStartWithASentence() {
        ThreadPlan plan =
                ThreadPlan.defaults().withCpus(Map.of(EngineThread.ENGINE, List.of(8_000)));

        assertThatThrownBy(() -> start(config(ThreadLayout.FUSED, plan)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the processor of engine is 8000, which this process may");
        assertThat(living()).isEmpty();
    }

    private static EngineConfig config(ThreadLayout layout, ThreadPlan plan) {
        return new EngineConfig(layout, SHARDS, 64, 1 << 10, 1 << 10, 1 << 10).withThreads(plan);
    }

    private static Engine start(EngineConfig config) {
        return Engine.start(
                new EngineState(config),
                new UnkeptJournal(),
                (buffer, offset, length) -> {},
                (sequence, cause) -> {
                    throw new AssertionError("failed at " + sequence, cause);
                });
    }

    /** Names of the stages' threads that live. */
    private static List<String> living() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.equals("ringbook-io") && name.startsWith("ringbook-"))
                .toList();
    }

    /** Processors that the system has each stage's threads on; it cuts names to 15 characters. */
    private static Map<String, List<String>> processors() {
        Map<String, List<String>> stages = new TreeMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            for (Path task : tasks.toList()) {
                add(stages, task);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return stages;
    }

    private static void add(Map<String, List<String>> stages, Path task) {
        String name;
        String allowed;
        try {
            name = Files.readString(task.resolve("comm")).strip();
            allowed = Files.readString(task.resolve("status"));
        } catch (IOException e) {
            // A thread that has just ended, so none of ours.
            return;
        }
        for (EngineThread stage : EngineThread.values()) {
            String begin = "ringbook-" + stage.text();
            if (stage.isStage()
                    && name.startsWith(begin.substring(0, Math.min(15, begin.length())))) {
                stages.computeIfAbsent(stage.text(), key -> new ArrayList<>())
                        .add(allowed.replaceFirst("(?s).*Cpus_allowed_list:\\s*(\\S*).*", "$1"));
            }
        }
    }
}
