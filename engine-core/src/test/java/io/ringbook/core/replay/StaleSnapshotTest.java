// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.PipelineFlow;
import io.ringbook.core.pipeline.ThreadLayout;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot of commands that the journal lost is of no use, and in nobody's way. */
final class StaleSnapshotTest {
    private static final EngineConfig CONFIG = EngineConfig.defaults(ThreadLayout.SINGLE);

    @TempDir private Path directory;
    @TempDir private Path lost;
    private EngineState recovered;

    @Test
    void snapshotOfALostTailDoesNotStopALaterStart() throws IOException {
        // given a snapshot at a sequence that the journal has not reached
        long ahead = run(lost, new PipelineFlow(1), 200);
        Snapshot.read(lost).write(directory);
        PipelineFlow flow = new PipelineFlow(2);
        long first = run(directory, flow, 50);
        assertThat(first).isLessThan(ahead);

        // when the journal goes on beyond it and is started once more, with no other snapshot
        long second;
        try (var journal = open(directory).journal()) {
            EngineState state = recovered;
            try (Engine engine = start(state, journal)) {
                flow.run(engine.ingest(), 400);
            }
            second = journal.lastSequence();
        }
        assertThat(second).isGreaterThan(ahead);

        // then
        try (var journal = open(directory).journal()) {
            assertThat(journal.lastSequence()).isEqualTo(second);
            assertThat(recovered.lastSequence()).isEqualTo(second);
        }
    }

    private long run(Path where, PipelineFlow flow, int commands) throws IOException {
        try (var journal = open(where).journal()) {
            EngineState state = recovered;
            try (Engine engine = start(state, journal)) {
                flow.define(engine.ingest());
                flow.run(engine.ingest(), commands);
            }
            if (where.equals(lost)) {
                Snapshot.of(state, journal.lastChainHash()).write(where);
            }
            return journal.lastSequence();
        }
    }

    private EngineRecovery open(Path where) {
        EngineRecovery recovery =
                EngineRecovery.open(
                        where,
                        JournalOptions.of(Durability.COMMIT).withAllocation(1 << 20, 1 << 20),
                        CONFIG,
                        (buffer, offset, length) -> {});
        recovered = recovery.state();
        return recovery;
    }

    private static Engine start(EngineState state, Journal journal) {
        return Engine.start(
                state,
                journal,
                (buffer, offset, length) -> {},
                (sequence, cause) -> {
                    throw new AssertionError("failed at " + sequence, cause);
                });
    }
}
