// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.flow;

import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.order.Command;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.threads.ThreadPlan;
import java.util.function.Consumer;

/**
 * A whole engine in this process: ring, stages, and a journal in a folder that goes with it. One
 * thread submits.
 */
public final class EngineRig implements AutoCloseable {
    private static final int RING_SIZE = 1_024;

    private final TemporaryFolder folder = new TemporaryFolder();
    private final Journal journal;
    private final Engine engine;
    private final Command command = new Command();

    /**
     * Starts an engine that knows {@link FlowMarket} and whose stages are not timed.
     *
     * @param layout which threads there are
     * @param threads how they wait and where they run
     * @param options journal; with {@link Durability#NONE} records are sealed and not kept
     * @param expectedOrders live orders for which nothing grows
     * @param expectedIds client order ids for which nothing grows
     * @param published takes each record after the journal has it
     */
    public EngineRig(
            ThreadLayout layout,
            ThreadPlan threads,
            JournalOptions options,
            int expectedOrders,
            int expectedIds,
            RecordHandler published) {
        this(layout, threads, options, expectedOrders, expectedIds, published, StageMetrics.off());
    }

    /**
     * Starts an engine that knows {@link FlowMarket}.
     *
     * @param metrics of its stages
     */
    public EngineRig(
            ThreadLayout layout,
            ThreadPlan threads,
            JournalOptions options,
            int expectedOrders,
            int expectedIds,
            RecordHandler published,
            StageMetrics metrics) {
        this(
                new EngineConfig(
                        layout,
                        threads,
                        1,
                        RING_SIZE,
                        expectedOrders,
                        expectedIds,
                        EngineConfig.MAX_EVENTS),
                options,
                published,
                metrics,
                EngineRig::market);
    }

    /**
     * Starts an engine whose stages are not timed.
     *
     * @param definitions sequences what is traded, for whom, and where orders come from
     */
    public EngineRig(
            ThreadLayout layout,
            ThreadPlan threads,
            JournalOptions options,
            int expectedOrders,
            int expectedIds,
            RecordHandler published,
            Consumer<Ingest> definitions) {
        this(
                new EngineConfig(
                        layout,
                        threads,
                        1,
                        RING_SIZE,
                        expectedOrders,
                        expectedIds,
                        EngineConfig.MAX_EVENTS),
                options,
                published,
                StageMetrics.off(),
                definitions);
    }

    private EngineRig(
            EngineConfig config,
            JournalOptions options,
            RecordHandler published,
            StageMetrics metrics,
            Consumer<Ingest> definitions) {
        journal =
                options.durability() == Durability.NONE
                        ? new UnkeptJournal()
                        : ChronicleJournal.open(
                                folder.path(), options, (buffer, offset, length) -> {});
        engine =
                Engine.start(
                        new EngineState(config),
                        journal,
                        published,
                        (sequence, cause) -> cause.printStackTrace(),
                        metrics);
        definitions.accept(engine.ingest());
    }

    private static void market(Ingest ingest) {
        ingest.add(FlowMarket.instrument(), OrderFlow.START_NS);
        ingest.add(FlowMarket.account(), OrderFlow.START_NS);
        ingest.add(FlowMarket.session(), OrderFlow.START_NS);
    }

    /**
     * Submits one command of a flow.
     *
     * @param position as {@link OrderFlow#load} takes it
     * @return its sequence
     */
    public long submit(OrderFlow flow, long position) {
        flow.load(position, command);
        return submit(command);
    }

    /**
     * Submits a command at its own time.
     *
     * @return its sequence
     */
    public long submit(Command submitted) {
        long sequence = engine.ingest().submit(submitted, submitted.timeNs);
        if (sequence == Ingest.NOT_SEQUENCED) {
            throw new IllegalStateException("the journal has no room: " + journal.roomFault());
        }
        return sequence;
    }

    /**
     * Submits one command of a flow as a server does that has read it.
     *
     * @param receivedNs when it was read
     */
    public void submit(OrderFlow flow, long position, long receivedNs) {
        engine.ingest().arrivals().begin(receivedNs);
        submit(flow, position);
        engine.ingest().arrivals().end();
    }

    /** Waits until all is in the journal and published. */
    public void awaitPublished() {
        engine.ingest().awaitPublished();
    }

    @Override
    public void close() {
        engine.close();
        journal.close();
        folder.close();
    }
}
