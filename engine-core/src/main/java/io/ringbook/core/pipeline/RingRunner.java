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
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.StageTime;
import io.ringbook.core.record.RecordBufferPool;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.Forgetting;
import io.ringbook.core.threads.Processors;
import io.ringbook.core.threads.ThreadCpus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Stages on threads of their own, joined by a ring of slots ({@link ThreadLayout#FUSED}, {@link
 * ThreadLayout#STAGED}). Ingest is the ring's one producer; each stage waits for the sequence of
 * the one before it.
 *
 * <p>A batch is what a stage finds waiting, at most {@value #MAX_BATCH} slots: in {@code sync} mode
 * the journal forces once for each batch, and publish sees none of it before.
 */
final class RingRunner implements StageRunner {
    static final int MAX_BATCH = 64;

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
            boolean staged,
            StageMetrics metrics) {
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
                            validateHandler(state.validateStage(), metrics),
                            new StageBarrier(first, match, sent));
            matched = addMatch(state, match, journal, validated, metrics);
            journaled =
                    add(
                            EngineThread.JOURNAL,
                            journalHandler(journalStage, metrics),
                            new StageBarrier(journal, publish, matched));
            published =
                    add(
                            EngineThread.PUBLISH,
                            publishHandler(handler, metrics),
                            new StageBarrier(publish, null, journaled));
        } else {
            published =
                    add(
                            EngineThread.ENGINE,
                            new FusedHandler(state, journalStage, handler, metrics),
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
            EngineState state,
            WaitStrategy own,
            WaitStrategy behind,
            Sequence validated,
            StageMetrics metrics) {
        MatchStage[] stages = state.matchStages();
        WideRendezvous rendezvous = new WideRendezvous(stages.length, failure::isOver);
        int maxOrders = config.maxEvents() - 1;
        Sequence[] sequences = new Sequence[stages.length];
        for (int i = 0; i < stages.length; i++) {
            sequences[i] =
                    add(
                            "match-" + i,
                            cpus.cpu(EngineThread.MATCH, i),
                            new MatchHandler(
                                    stages[i], i, stages.length, rendezvous, maxOrders, metrics),
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
    public long underWay() {
        return Math.max(0, ring.getCursor() - published.get());
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

    private static EventHandler<Slot> validateHandler(ValidateStage stage, StageMetrics metrics) {
        StageTimer timer = new StageTimer(metrics, StageTime.VALIDATE_WAIT, StageTime.VALIDATE);
        return (slot, sequence, endOfBatch) -> {
            timer.lap(slot, StageTime.VALIDATE_WAIT);
            stage.process(slot);
            timer.lap(slot, StageTime.VALIDATE);
        };
    }

    private static EventHandler<Slot> journalHandler(JournalStage stage, StageMetrics metrics) {
        StageTimer timer =
                new StageTimer(metrics, StageTime.JOURNAL_WAIT, StageTime.JOURNAL, StageTime.FORCE);
        return (slot, sequence, endOfBatch) -> {
            timer.lap(slot, StageTime.JOURNAL_WAIT);
            stage.process(slot);
            timer.lap(slot, StageTime.JOURNAL);
            if (endOfBatch) {
                timer.force(stage);
            }
        };
    }

    private static EventHandler<Slot> publishHandler(RecordHandler handler, StageMetrics metrics) {
        StageTimer timer =
                new StageTimer(metrics, StageTime.PUBLISH_WAIT, StageTime.PUBLISH, StageTime.WHOLE);
        return (slot, sequence, endOfBatch) -> {
            publish(slot, handler, timer);
            if (endOfBatch) {
                timer.batchPublished();
            }
        };
    }

    private static void publish(Slot slot, RecordHandler handler, StageTimer timer) {
        timer.lap(slot, StageTime.PUBLISH_WAIT);
        handler.onRecord(slot.record.buffer(), 0, slot.record.length());
        timer.lap(slot, StageTime.PUBLISH);
        timer.published(slot);
        slot.reset();
    }

    /** One match shard on its own thread. */
    private static final class MatchHandler implements EventHandler<Slot> {
        private final MatchStage stage;
        private final int index;
        private final WideRendezvous rendezvous;
        private final int maxOrders;
        private final StageTimer timer;
        private final WideShare share;
        private long meetings;

        MatchHandler(
                MatchStage stage,
                int index,
                int shardCount,
                WideRendezvous rendezvous,
                int maxOrders,
                StageMetrics metrics) {
            this.stage = stage;
            this.index = index;
            this.rendezvous = rendezvous;
            this.maxOrders = maxOrders;
            this.timer = new StageTimer(metrics, StageTime.MATCH_WAIT, StageTime.MATCH);
            this.share = new WideShare(shardCount);
        }

        @Override
        public void onEvent(Slot slot, long sequence, boolean endOfBatch) {
            if (!slot.timed || !stage.isTimedHere(slot)) {
                match(slot);
                return;
            }
            timer.lap(slot, StageTime.MATCH_WAIT);
            match(slot);
            timer.lap(slot, StageTime.MATCH);
        }

        private void match(Slot slot) {
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
        private final StageTimer timer;
        private long firstUnpublished;

        FusedHandler(
                EngineState state,
                JournalStage journalStage,
                RecordHandler handler,
                StageMetrics metrics) {
            this.state = state;
            this.journalStage = journalStage;
            this.handler = handler;
            this.timer =
                    new StageTimer(
                            metrics,
                            StageTime.VALIDATE_WAIT,
                            StageTime.VALIDATE,
                            StageTime.MATCH,
                            StageTime.JOURNAL,
                            StageTime.FORCE,
                            StageTime.PUBLISH_WAIT,
                            StageTime.PUBLISH,
                            StageTime.WHOLE);
        }

        @Override
        public void onEvent(Slot slot, long sequence, boolean endOfBatch) {
            timer.lap(slot, StageTime.VALIDATE_WAIT);
            state.validateStage().process(slot);
            timer.lap(slot, StageTime.VALIDATE);
            state.match(slot);
            timer.lap(slot, StageTime.MATCH);
            journalStage.process(slot);
            timer.lap(slot, StageTime.JOURNAL);
            if (!endOfBatch) {
                return;
            }
            timer.force(journalStage);
            for (; firstUnpublished <= sequence; firstUnpublished++) {
                RingRunner.publish(ring.get(firstUnpublished), handler, timer);
            }
            timer.batchPublished();
        }
    }
}
