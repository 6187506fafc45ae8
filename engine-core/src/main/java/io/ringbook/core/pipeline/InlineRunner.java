// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.StageTime;
import io.ringbook.core.record.RecordBufferPool;

/** All stages on the thread that submits ({@link ThreadLayout#SINGLE}). */
final class InlineRunner implements StageRunner {
    private final EngineState state;
    private final JournalStage journalStage;
    private final RecordHandler published;
    private final Failure failure;
    private final StageTimer timer;
    private final Slot slot;

    InlineRunner(
            EngineState state,
            JournalStage journalStage,
            RecordHandler published,
            Failure failure,
            StageMetrics metrics) {
        this.state = state;
        this.journalStage = journalStage;
        this.published = published;
        this.failure = failure;
        this.timer =
                new StageTimer(
                        metrics,
                        StageTime.VALIDATE,
                        StageTime.MATCH,
                        StageTime.JOURNAL,
                        StageTime.FORCE,
                        StageTime.PUBLISH_WAIT,
                        StageTime.PUBLISH,
                        StageTime.WHOLE);
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
            state.validateStage().process(slot);
            timer.lap(slot, StageTime.VALIDATE);
            state.match(slot);
            timer.lap(slot, StageTime.MATCH);
            journalStage.process(slot);
            timer.lap(slot, StageTime.JOURNAL);
            timer.force(journalStage);
            timer.lap(slot, StageTime.PUBLISH_WAIT);
            published.onRecord(slot.record.buffer(), 0, slot.record.length());
            timer.lap(slot, StageTime.PUBLISH);
            timer.published(slot);
            timer.batchPublished();
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
    public long underWay() {
        return 0;
    }

    @Override
    public void stop() {
        failure.close();
    }
}
