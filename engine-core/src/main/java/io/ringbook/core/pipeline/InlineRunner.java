// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.record.RecordBufferPool;

/** All stages on the thread that submits ({@link ThreadLayout#SINGLE}). */
final class InlineRunner implements StageRunner {
    private final EngineState state;
    private final JournalStage journalStage;
    private final RecordHandler published;
    private final Failure failure;
    private final Slot slot;

    InlineRunner(
            EngineState state,
            JournalStage journalStage,
            RecordHandler published,
            Failure failure) {
        this.state = state;
        this.journalStage = journalStage;
        this.published = published;
        this.failure = failure;
        this.slot = new Slot(new RecordBufferPool(), state.config().shards());
    }

    @Override
    public Slot claim() {
        failure.check();
        slot.reset();
        return slot;
    }

    @Override
    public void publish() {
        try {
            state.carryOut(slot);
            journalStage.process(slot);
            journalStage.endBatch();
            published.onRecord(slot.record.buffer(), 0, slot.record.length());
            slot.reset();
        } catch (RuntimeException | Error e) {
            failure.report(slot.command.sequence, e);
            throw new EngineStoppedException(e);
        }
    }

    @Override
    public void awaitMatched() {}

    @Override
    public boolean isPublished() {
        return true;
    }

    @Override
    public void awaitPublished() {}

    @Override
    public long inFlight() {
        failure.check();
        return 0;
    }

    @Override
    public void stop() {
        failure.close();
    }
}
