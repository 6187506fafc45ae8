// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.order.CommandKind;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.Pinning;
import io.ringbook.core.threads.ThreadPlan;
import io.ringbook.core.threads.WaitMode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stages are code, threads are configuration: the journal does not tell who ran what. */
final class ThreadLayoutTest {
    private static final long SEED = 7;
    private static final int COMMANDS = 30_000;
    private static final int FEWER_COMMANDS = 1_000;

    /** Small, so that mass cancels, expiries and days need CONTINUE. */
    private static final int MAX_EVENTS = 24;

    static Stream<EngineConfig> layouts() {
        return Stream.of(
                        EngineConfig.defaults(ThreadLayout.FUSED),
                        EngineConfig.defaults(ThreadLayout.FUSED).withShards(3),
                        EngineConfig.defaults(ThreadLayout.STAGED),
                        EngineConfig.defaults(ThreadLayout.STAGED).withShards(2),
                        EngineConfig.defaults(ThreadLayout.STAGED).withShards(5))
                .map(config -> config.withMaxEvents(MAX_EVENTS));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void journalIsTheSameByteForByte(EngineConfig config) {
        // given
        EngineConfig single = EngineConfig.defaults(ThreadLayout.SINGLE).withMaxEvents(MAX_EVENTS);

        // when
        RecordedRun expected = RecordedRun.of(single, SEED, COMMANDS);
        RecordedRun actual = RecordedRun.of(config, SEED, COMMANDS);

        // then
        for (CommandKind kind : CommandKind.values()) {
            assertThat(expected.count(kind)).as("commands of kind %s", kind).isPositive();
        }
        assertThat(actual.records()).hasSameSizeAs(expected.records());
        assertThat(actual.journal()).isEqualTo(expected.journal());
        assertThat(actual.stateHash()).isEqualTo(expected.stateHash());
    }

    static Stream<EngineConfig> waits() {
        Map<EngineThread, WaitMode> mixed =
                Map.of(
                        EngineThread.ENGINE,
                        WaitMode.BLOCKING,
                        EngineThread.VALIDATE,
                        WaitMode.BLOCKING,
                        EngineThread.MATCH,
                        WaitMode.SLEEPING,
                        EngineThread.JOURNAL,
                        WaitMode.BLOCKING,
                        EngineThread.PUBLISH,
                        WaitMode.YIELDING);
        return Stream.concat(
                        Stream.of(WaitMode.values()).map(ThreadPlan::allWaiting),
                        Stream.of(new ThreadPlan(mixed, Pinning.NONE, Map.of())))
                .flatMap(
                        plan ->
                                Stream.of(
                                        EngineConfig.defaults(ThreadLayout.FUSED).withThreads(plan),
                                        EngineConfig.defaults(ThreadLayout.STAGED)
                                                .withThreads(plan)
                                                .withShards(2)))
                .map(config -> config.withMaxEvents(MAX_EVENTS));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void journalDoesNotTellHowThreadsWaited(EngineConfig config) {
        EngineConfig single = EngineConfig.defaults(ThreadLayout.SINGLE).withMaxEvents(MAX_EVENTS);

        RecordedRun expected = RecordedRun.of(single, SEED, FEWER_COMMANDS);
        RecordedRun actual = RecordedRun.of(config, SEED, FEWER_COMMANDS);

        assertThat(actual.journal()).isEqualTo(expected.journal());
        assertThat(actual.stateHash()).isEqualTo(expected.stateHash());
    }

    @Test
    void severalShardsDoNotRunOnTheSubmittingThread() {
        assertThatThrownBy(() -> EngineConfig.defaults(ThreadLayout.SINGLE).withShards(2))
                .hasMessage("threads = single runs one shard, but shards is 2");
    }

    @Test
    void autoChoosesByProcessors() {
        assertThat(ThreadLayout.AUTO.resolve(2)).isEqualTo(ThreadLayout.FUSED);
        assertThat(ThreadLayout.AUTO.resolve(6)).isEqualTo(ThreadLayout.STAGED);
        assertThat(ThreadLayout.SINGLE.resolve(64)).isEqualTo(ThreadLayout.SINGLE);
    }
}
