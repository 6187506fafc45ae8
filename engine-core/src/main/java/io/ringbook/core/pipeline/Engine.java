// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.threads.Processors;
import io.ringbook.core.threads.ThreadCpus;
import java.util.concurrent.locks.LockSupport;

/**
 * A running engine: ingest, the stages and their threads.
 *
 * <p>Starting is recovering: the state given is the one that the journal's records lead to ({@code
 * io.ringbook.core.replay}), or a fresh one with an empty journal. The journal stays the caller's
 * to close, after the engine.
 */
public final class Engine implements AutoCloseable {
    private static final long WAIT_NS = 1_000_000;
    private static final int WAITS_FOR_ROOM = 500;

    private final StageRunner runner;
    private final Ingest ingest;
    private final JournalStage journalStage;
    private final Failure failure;
    private final ThreadCpus cpus;

    private Engine(
            StageRunner runner,
            Ingest ingest,
            JournalStage journalStage,
            Failure failure,
            ThreadCpus cpus) {
        this.runner = runner;
        this.ingest = ingest;
        this.journalStage = journalStage;
        this.failure = failure;
        this.cpus = cpus;
    }

    /**
     * Starts an engine.
     *
     * @param state recovered; belongs to the engine from now on
     * @param published takes every record from the first new one on, after the journal has it
     * @param failures told when a stage fails
     * @throws IllegalArgumentException if state and journal do not end at the same sequence, or a
     *     listed processor cannot be had
     */
    public static Engine start(
            EngineState state, Journal journal, RecordHandler published, FailureHandler failures) {
        return start(state, journal, published, failures, StageMetrics.off());
    }

    /**
     * Starts an engine whose stages are timed.
     *
     * @param metrics of this engine alone
     */
    public static Engine start(
            EngineState state,
            Journal journal,
            RecordHandler published,
            FailureHandler failures,
            StageMetrics metrics) {
        if (state.lastSequence() != journal.lastSequence()) {
            throw new IllegalArgumentException(
                    "the state ends at sequence "
                            + state.lastSequence()
                            + ", the journal at "
                            + journal.lastSequence());
        }
        Failure failure = new Failure(failures);
        JournalStage journalStage = new JournalStage(journal, state, failure::isOver);
        EngineConfig config = state.config();
        ThreadLayout layout = config.layout().resolve();
        ThreadCpus cpus =
                ThreadCpus.of(
                        config.threads(),
                        layout.threads(),
                        config.shards(),
                        Processors.ofProcess());
        StageRunner runner =
                layout == ThreadLayout.SINGLE
                        ? new InlineRunner(state, journalStage, published, failure, metrics)
                        : new RingRunner(
                                state,
                                journalStage,
                                published,
                                failure,
                                cpus,
                                layout == ThreadLayout.STAGED,
                                metrics);
        Ingest ingest =
                new Ingest(
                        state,
                        runner,
                        new RoomGate(journal, failure::isOver),
                        new Arrivals(metrics));
        Engine engine = new Engine(runner, ingest, journalStage, failure, cpus);
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

    /** Which threads are bound to a processor; that of ingest is its owner's to bind. */
    public ThreadCpus cpus() {
        return cpus;
    }

    /** Commands sent and not yet published; any thread. */
    public long underWay() {
        return runner.underWay();
    }

    /** True once a stage has failed. */
    public boolean hasFailed() {
        return failure.hasHappened();
    }

    /**
     * Carries out and publishes what was submitted, and stops. Commands that cannot be journaled,
     * because a stage has failed or the disk has been full for a while, are lost: nobody has seen
     * them.
     */
    @Override
    public void close() {
        try {
            int waits = 0;
            while (!failure.isOver() && !runner.isPublished() && waits < WAITS_FOR_ROOM) {
                waits = journalStage.waitsForRoom() ? waits + 1 : 0;
                LockSupport.parkNanos(WAIT_NS);
            }
        } finally {
            runner.stop();
        }
    }
}
