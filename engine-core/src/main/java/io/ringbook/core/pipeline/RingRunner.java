// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.WaitStrategy;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.match.OrderIds;
import io.ringbook.core.record.RecordBufferPool;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.Forgetting;
import io.ringbook.core.threads.Processors;
import io.ringbook.core.threads.ThreadCpus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Stages on threads of their own, joined by a ring of slots ({@link ThreadLayout#FUSED}, {@link
 * ThreadLayout#STAGED}). Ingest is the ring's one producer; each stage waits for the sequence of
 * the one before it.
 *
 * <p>A batch is what a stage finds waiting, at most {@value #MAX_BATCH} slots: in {@code sync} mode
 * the journal forces once for each batch, and publish sees none of it before.
 */
final class RingRunner implements StageRunner {
    private static final int MAX_BATCH = 64;
    private static final long STOP_MS = 5_000;

    private final RingBuffer<Slot> ring;
    private final Failure failure;
    private final EngineConfig config;
    private final ThreadCpus cpus;
    private final List<BatchEventProcessor<Slot>> processors = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Sequence[] matched;
    private final Sequence journaled;
    private final Sequence published;
    private long claimed = -1;
    private boolean unsent;

    RingRunner(
            EngineState state,
            JournalStage journalStage,
            RecordHandler handler,
            Failure failure,
            ThreadCpus cpus,
            boolean staged) {
        this.failure = failure;
        this.config = state.config();
        this.cpus = cpus;
        RecordBufferPool pool = new RecordBufferPool();
        WaitStrategy first = strategy(staged ? EngineThread.VALIDATE : EngineThread.ENGINE);
        this.ring =
                RingBuffer.createSingleProducer(
                        () -> new Slot(pool, config.shards()), config.ringSize(), first);
        Sequence sent = new RingCursor(ring);
        if (staged) {
            WaitStrategy match = strategy(EngineThread.MATCH);
            WaitStrategy journal = strategy(EngineThread.JOURNAL);
            WaitStrategy publish = strategy(EngineThread.PUBLISH);
            Sequence validated =
                    add(
                            EngineThread.VALIDATE,
                            onEach(state.validateStage()::process),
                            new StageBarrier(first, match, sent));
            matched = addMatch(state, match, journal, validated);
            journaled =
                    add(
                            EngineThread.JOURNAL,
                            journalHandler(journalStage),
                            new StageBarrier(journal, publish, matched));
            published =
                    add(
                            EngineThread.PUBLISH,
                            publishHandler(handler),
                            new StageBarrier(publish, null, journaled));
        } else {
            published =
                    add(
                            EngineThread.ENGINE,
                            new FusedHandler(state, journalStage, handler),
                            new StageBarrier(first, null, sent));
            journaled = published;
            matched = new Sequence[] {published};
        }
        ring.addGatingSequences(published);
        threads.forEach(Thread::start);
    }

    private WaitStrategy strategy(EngineThread stage) {
        return StageBarrier.strategy(config.threads().wait(stage));
    }

    private Sequence[] addMatch(
            EngineState state, WaitStrategy own, WaitStrategy behind, Sequence validated) {
        MatchStage[] stages = state.matchStages();
        WideRendezvous rendezvous = new WideRendezvous(stages.length, failure::isOver);
        int maxOrders = config.maxEvents() - 1;
        Sequence[] sequences = new Sequence[stages.length];
        for (int i = 0; i < stages.length; i++) {
            sequences[i] =
                    add(
                            "match-" + i,
                            cpus.cpu(EngineThread.MATCH, i),
                            new MatchHandler(stages[i], i, stages.length, rendezvous, maxOrders),
                            new StageBarrier(own, behind, validated));
        }
        return sequences;
    }

    private Sequence add(EngineThread stage, EventHandler<Slot> handler, StageBarrier barrier) {
        return add(stage.text(), cpus.cpu(stage, 0), handler, barrier);
    }

    private Sequence add(String name, int cpu, EventHandler<Slot> handler, StageBarrier barrier) {
        BatchEventProcessor<Slot> processor =
                new BatchEventProcessorBuilder()
                        .setMaxBatchSize(Math.min(MAX_BATCH, ring.getBufferSize()))
                        .build(ring, barrier, handler);
        processor.setExceptionHandler(failure);
        processors.add(processor);
        Thread thread = new Thread(new Forgetting(() -> run(processor, cpu)), "ringbook-" + name);
        thread.setDaemon(true);
        threads.add(thread);
        return processor.getSequence();
    }

    private void run(BatchEventProcessor<Slot> processor, int cpu) {
        if (cpu != ThreadCpus.FREE && !Processors.bindThisThread(cpu)) {
            failure.report(0, new IllegalStateException("the system refused processor " + cpu));
            return;
        }
        try {
            processor.run();
        } catch (EngineStoppedException e) {
            // Reported where it happened; the thread ends here with its sequence unmoved.
            return;
        }
    }

    @Override
    public Slot claim() {
        if (!unsent) {
            while (!ring.hasAvailableCapacity(1)) {
                waitABit();
            }
            failure.check();
            claimed = ring.next();
            unsent = true;
        }
        Slot slot = ring.get(claimed);
        slot.reset();
        return slot;
    }

    @Override
    public void publish() {
        unsent = false;
        ring.publish(claimed);
    }

    @Override
    public void awaitMatched() {
        for (Sequence sequence : matched) {
            await(sequence);
        }
    }

    @Override
    public boolean isPublished() {
        return published.get() >= sent();
    }

    @Override
    public void awaitPublished() {
        await(published);
    }

    @Override
    public long inFlight() {
        failure.check();
        return sent() - journaled.get();
    }

    @Override
    public void stop() {
        failure.close();
        processors.forEach(BatchEventProcessor::halt);
        for (Thread thread : threads) {
            try {
                thread.join(STOP_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void await(Sequence sequence) {
        while (sequence.get() < sent()) {
            waitABit();
        }
    }

    private long sent() {
        return unsent ? claimed - 1 : claimed;
    }

    private void waitABit() {
        failure.check();
        LockSupport.parkNanos(1);
    }

    private static EventHandler<Slot> onEach(Consumer<Slot> stage) {
        return (slot, sequence, endOfBatch) -> stage.accept(slot);
    }

    private static EventHandler<Slot> journalHandler(JournalStage stage) {
        return (slot, sequence, endOfBatch) -> {
            stage.process(slot);
            if (endOfBatch) {
                stage.endBatch();
            }
        };
    }

    private static EventHandler<Slot> publishHandler(RecordHandler handler) {
        return (slot, sequence, endOfBatch) -> publish(slot, handler);
    }

    private static void publish(Slot slot, RecordHandler handler) {
        handler.onRecord(slot.record.buffer(), 0, slot.record.length());
        slot.reset();
    }

    /** One match shard on its own thread. */
    private static final class MatchHandler implements EventHandler<Slot> {
        private final MatchStage stage;
        private final int index;
        private final WideRendezvous rendezvous;
        private final int maxOrders;
        private final WideShare share;
        private long meetings;

        MatchHandler(
                MatchStage stage,
                int index,
                int shardCount,
                WideRendezvous rendezvous,
                int maxOrders) {
            this.stage = stage;
            this.index = index;
            this.rendezvous = rendezvous;
            this.maxOrders = maxOrders;
            this.share = new WideShare(shardCount);
        }

        @Override
        public void onEvent(Slot slot, long sequence, boolean endOfBatch) {
            if (!MatchStage.isWide(slot.command.kind)) {
                stage.process(slot);
                return;
            }
            OrderIds candidates = stage.collect(slot);
            if (candidates == null) {
                stage.skip(slot);
                return;
            }
            rendezvous.meet(index, meetings++, candidates, maxOrders, share);
            stage.apply(slot, share);
        }
    }

    /** Validate, match, journal and publish on one thread; publishes a batch once it is forced. */
    private final class FusedHandler implements EventHandler<Slot> {
        private final EngineState state;
        private final JournalStage journalStage;
        private final RecordHandler handler;
        private long firstUnpublished;

        FusedHandler(EngineState state, JournalStage journalStage, RecordHandler handler) {
            this.state = state;
            this.journalStage = journalStage;
            this.handler = handler;
        }

        @Override
        public void onEvent(Slot slot, long sequence, boolean endOfBatch) {
            state.carryOut(slot);
            journalStage.process(slot);
            if (!endOfBatch) {
                return;
            }
            journalStage.endBatch();
            for (; firstUnpublished <= sequence; firstUnpublished++) {
                Slot done = ring.get(firstUnpublished);
                RingRunner.publish(done, handler);
            }
        }
    }
}
