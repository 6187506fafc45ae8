// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.RecordHandler;

/**
 * A running engine: ingest, the stages and their threads.
 *
 * <p>Starting is recovering: the state given is the one that the journal's records lead to ({@code
 * io.ringbook.core.replay}), or a fresh one with an empty journal. The journal stays the caller's
 * to close, after the engine.
 */
public final class Engine implements AutoCloseable {
    private final StageRunner runner;
    private final Ingest ingest;
    private final Failure failure;

    private Engine(StageRunner runner, Ingest ingest, Failure failure) {
        this.runner = runner;
        this.ingest = ingest;
        this.failure = failure;
    }

    /**
     * Starts an engine.
     *
     * @param state recovered; belongs to the engine from now on
     * @param published takes every record from the first new one on, after the journal has it
     * @param failures told when a stage fails
     * @throws IllegalArgumentException if state and journal do not end at the same sequence
     */
    public static Engine start(
            EngineState state, Journal journal, RecordHandler published, FailureHandler failures) {
        if (state.lastSequence() != journal.lastSequence()) {
            throw new IllegalArgumentException(
                    "the state ends at sequence "
                            + state.lastSequence()
                            + ", the journal at "
                            + journal.lastSequence());
        }
        Failure failure = new Failure(failures);
        JournalStage journalStage = new JournalStage(journal, failure::hasHappened);
        ThreadLayout layout =
                state.config().layout().resolve(Runtime.getRuntime().availableProcessors());
        StageRunner runner =
                layout == ThreadLayout.SINGLE
                        ? new InlineRunner(state, journalStage, published, failure)
                        : new RingRunner(
                                state,
                                journalStage,
                                published,
                                failure,
                                layout == ThreadLayout.STAGED);
        Ingest ingest = new Ingest(state, runner, new RoomGate(journal));
        Engine engine = new Engine(runner, ingest, failure);
        try {
            ingest.resume();
        } catch (RuntimeException e) {
            runner.stop();
            throw e;
        }
        return engine;
    }

    /** Where commands go in. One thread. */
    public Ingest ingest() {
        return ingest;
    }

    /** True once a stage has failed. */
    public boolean hasFailed() {
        return failure.hasHappened();
    }

    /** Carries out and publishes what was submitted, unless a stage has failed, and stops. */
    @Override
    public void close() {
        try {
            if (!failure.hasHappened()) {
                runner.awaitPublished();
            }
        } finally {
            runner.stop();
        }
    }
}
