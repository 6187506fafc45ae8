// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.machine;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import io.ringbook.core.pipeline.StageBarrier;
import io.ringbook.core.threads.WaitMode;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Work handed from thread to thread through a ring of the Disruptor, without any work in it, to one
 * consumer: as fast as it goes in bursts of 1,024, and one by one there and back. The producer
 * spins for the answer, giving the processor away now and then, so on two processors it and the
 * consumer have one each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class HandOffBench {
    private static final int SIZE = 1_024;
    private static final int BURST = 1_024;
    private static final int SPINS = 1_000;

    /** Whose barrier the consumer waits at. */
    public enum Barrier {
        /** The ring's own. */
        RING,
        /** That of a stage of the pipeline. */
        STAGE
    }

    /** Where it waits. */
    @Param public Barrier barrier = Barrier.STAGE;

    /** How it waits. */
    @Param public WaitMode wait = WaitMode.YIELDING;

    private RingBuffer<long[]> ring;
    private BatchEventProcessor<long[]> consumer;
    private Sequence consumed;
    private Thread thread;
    private long sum;

    /** Starts the consumer. */
    @Setup
    public void start() {
        WaitStrategy strategy = StageBarrier.strategy(wait);
        ring = RingBuffer.createSingleProducer(() -> new long[1], SIZE, strategy);
        SequenceBarrier waited =
                switch (barrier) {
                    case RING -> ring.newBarrier();
                    case STAGE -> new StageBarrier(strategy, null, new Cursor(ring));
                };
        consumer =
                new BatchEventProcessorBuilder()
                        .build(ring, waited, (event, sequence, endOfBatch) -> sum += event[0]);
        consumed = consumer.getSequence();
        ring.addGatingSequences(consumed);
        thread = new Thread(consumer, "bench-consumer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Ends it. */
    @TearDown
    public void stop() throws InterruptedException {
        consumer.halt();
        thread.join();
        if (sum <= 0) {
            throw new IllegalStateException("nothing was handed over");
        }
    }

    /** One event, and the consumer's sequence back. */
    @Benchmark
    public long thereAndBack() {
        long sequence = publish();
        await(sequence);
        return sequence;
    }

    /** Many events, and the consumer's sequence back: time for each. */
    @Benchmark
    @OperationsPerInvocation(BURST)
    public long burst() {
        long sequence = 0;
        for (int i = 0; i < BURST; i++) {
            sequence = publish();
        }
        await(sequence);
        return sequence;
    }

    private long publish() {
        long sequence = ring.next();
        ring.get(sequence)[0] = 1;
        ring.publish(sequence);
        return sequence;
    }

    @SuppressWarnings("ThreadPriorityCheck") // with one processor the consumer needs this one
    private void await(long sequence) {
        for (int spins = 0; consumed.get() < sequence; spins++) {
            if (spins % SPINS == SPINS - 1) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    /** What was published, as the sequence that a stage waits for. */
    private static final class Cursor extends Sequence {
        private final RingBuffer<?> ring;

        Cursor(RingBuffer<?> ring) {
            this.ring = ring;
        }

        @Override
        public long get() {
            return ring.getCursor();
        }
    }
}
