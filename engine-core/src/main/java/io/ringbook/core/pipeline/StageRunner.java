// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

/**
 * Takes slots from ingest through the stages. All methods belong to the ingest thread, but for
 * {@link #underWay}.
 */
interface StageRunner {
    /**
     * An empty slot; waits while all are in use. One that was claimed and not sent is given again.
     *
     * @throws EngineStoppedException if a stage has failed or the engine is closed
     */
    Slot claim();

    /** Sends the claimed slot on its way. */
    void publish();

    /** Waits until match has carried out all that was sent. */
    void awaitMatched();

    /** True if all that was sent is published. */
    boolean isPublished();

    /** Waits until all that was sent is published and every stage is at rest. */
    void awaitPublished();

    /**
     * Slots sent and not yet in the journal.
     *
     * @throws EngineStoppedException if a stage has failed or the engine is closed
     */
    long inFlight();

    /** Slots sent and not yet published; any thread. */
    long underWay();

    /** Stops the threads; what was sent and not carried out is lost. */
    void stop();
}
