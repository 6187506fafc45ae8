// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.replay;

import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.journal.JournalReader;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * A journal opened for going on, and the state at its end: what {@link
 * io.ringbook.core.pipeline.Engine#start} wants.
 *
 * @param journal open; the caller closes it
 * @param state the same, recovered or fresh
 */
public record EngineRecovery(ChronicleJournal journal, EngineState state) {

    /**
     * Opens the journal of a data directory and recovers. With a snapshot only the records behind
     * it are replayed; all are checked.
     *
     * @param next takes every surviving record, for images that live beside the engine
     * @throws io.ringbook.core.journal.JournalException if the journal must not be gone on with
     * @throws ReplayException if a record does not give the recorded events
     */
    public static EngineRecovery open(
            Path dataDirectory, JournalOptions options, EngineConfig config, RecordHandler next) {
        Snapshot snapshot;
        try {
            snapshot = Snapshot.read(dataDirectory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RecoveringReplayer replayer = new RecoveringReplayer(config, snapshot, next);
        ChronicleJournal journal = ChronicleJournal.open(dataDirectory, options, replayer);
        EngineState state = replayer.state();
        if (snapshot == null || snapshot.sequence() <= journal.lastSequence()) {
            return new EngineRecovery(journal, state);
        }
        try {
            // The journal lost its tail, and the snapshot is of what was lost.
            Snapshot.delete(dataDirectory);
            Replayer whole = new Replayer(new EngineState(config));
            JournalReader.open(dataDirectory).read(whole);
            return new EngineRecovery(journal, whole.state());
        } catch (IOException e) {
            journal.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            journal.close();
            throw e;
        }
    }
}
