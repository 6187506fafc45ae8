// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.journal.JournalReader;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.PipelineFlow;
import io.ringbook.core.pipeline.RecordedRun;
import io.ringbook.core.pipeline.ThreadLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Starting is recovering: an engine goes on from what its journal says, as if it had not stopped.
 */
final class EngineRecoveryTest {
    private static final EngineConfig CONFIG =
            EngineConfig.defaults(ThreadLayout.SINGLE).withMaxEvents(24);
    private static final long SEED = 31;
    private static final int COMMANDS = 8_000;
    private static final int FORCED_COMMANDS = 600;
    private static final int RUNS = 4;

    @TempDir private Path directory;
    private EngineState recovered;

    @ParameterizedTest
    @EnumSource(
            value = Durability.class,
            names = {"COMMIT", "SYNC"})
    void severalRunsLeaveTheJournalOfOne(Durability durability) throws IOException {
        // given
        int commands = durability == Durability.SYNC ? FORCED_COMMANDS : COMMANDS;
        PipelineFlow flow = new PipelineFlow(SEED);
        for (int run = 0; run < RUNS; run++) {
            // when
            try (var journal = open(durability).journal()) {
                EngineState state = recovered;
                try (Engine engine = start(state, journal)) {
                    if (run == 0) {
                        flow.define(engine.ingest());
                    }
                    flow.run(engine.ingest(), commands / RUNS);
                }
                if (run == 1) {
                    Snapshot.of(state, journal.lastChainHash()).write(directory);
                }
            }
        }

        // then
        RecordedRun expected = RecordedRun.of(CONFIG, SEED, commands);
        Replayer replayer = new Replayer(new EngineState(CONFIG));
        JournalReader reader = JournalReader.open(directory);
        reader.read(replayer);
        assertThat(reader.recordCount()).isEqualTo(expected.records().size());
        assertThat(replayer.state().stateHash()).isEqualTo(expected.stateHash());
    }

    @Test
    void anyPrefixOfTheCommandsIsGoneOnWith() {
        EngineConfig small = CONFIG.withMaxEvents(8);
        // given a run cut after each record around ends of day and CONTINUEs
        RecordedRun run = RecordedRun.of(small, SEED, 12_000);
        int resumed = 0;
        for (int cut = 1; cut < run.records().size(); cut++) {
            if (!isFollowedByIngest(run, cut)) {
                continue;
            }
            Replayer replayer = new Replayer(new EngineState(small));
            for (byte[] record : run.records().subList(0, cut)) {
                replayer.onRecord(new UnsafeBuffer(record), 0, record.length);
            }

            // when
            RecordingJournal journal = new RecordingJournal(replayer.state().lastSequence());
            start(replayer.state(), journal).close();

            // then what the first run did next without being asked is done now
            for (int i = 0; i < journal.records().size(); i++) {
                assertThat(withoutSeal(journal.records().get(i)))
                        .as("record %d after a stop behind %d", i, cut)
                        .isEqualTo(withoutSeal(run.records().get(cut + i)));
                resumed++;
            }
        }
        assertThat(resumed).isGreaterThan(20);
    }

    @Test
    void snapshotOfAnotherHistoryStopsTheStart() throws IOException {
        // given
        PipelineFlow flow = new PipelineFlow(SEED);
        try (var journal = open(Durability.COMMIT).journal()) {
            EngineState state = recovered;
            try (Engine engine = start(state, journal)) {
                flow.define(engine.ingest());
                flow.run(engine.ingest(), 10);
            }
            Snapshot.of(state, journal.lastChainHash() + 1).write(directory);
        }

        // then
        assertThatThrownBy(() -> open(Durability.COMMIT))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("delete the snapshot");
    }

    @Test
    void damagedSnapshotIsNotUsed() throws IOException {
        // given
        try (var journal = open(Durability.COMMIT).journal()) {
            EngineState state = recovered;
            try (Engine engine = start(state, journal)) {
                PipelineFlow flow = new PipelineFlow(SEED);
                flow.define(engine.ingest());
                flow.run(engine.ingest(), 100);
            }
            Snapshot.of(state, journal.lastChainHash()).write(directory);
        }
        Path file = directory.resolve("snapshot");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);

        // then
        assertThat(Snapshot.read(directory)).isNull();
        try (var journal = open(Durability.COMMIT).journal()) {
            assertThat(recovered.lastSequence()).isEqualTo(journal.lastSequence());
        }
    }

    /** True if ingest made the record at an index by itself, other than by a timer. */
    private static boolean isFollowedByIngest(RecordedRun run, int index) {
        CommandKind kind = CommandKind.of(run.records().get(index)[4]);
        return kind == CommandKind.CONTINUE || kind == CommandKind.CARRY_OVER;
    }

    private EngineRecovery open(Durability durability) {
        EngineRecovery recovery =
                EngineRecovery.open(
                        directory,
                        JournalOptions.of(durability).withAllocation(1 << 20, 1 << 20),
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

    /** A record without the journal's own fields: watermark, chain hash, checksum. */
    private static byte[] withoutSeal(byte[] record) {
        MutableDirectBuffer copy = new UnsafeBuffer(record.clone());
        copy.setMemory(24, 16, (byte) 0);
        copy.putInt(52, 0);
        return copy.byteArray();
    }
}
