// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh;

import io.ringbook.bench.gc.AllocatedBytes;
import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.OperationFlow;
import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.stream.TradeTally;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * Cancels of uniformly chosen orders on books of 10² to 10⁷ of them: time per cancel. To compare
 * with {@link ReadsBench} at the same number of orders, which is what the reads alone cost.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, batchSize = ScalingBench.RUNS)
@Measurement(iterations = 10, batchSize = ScalingBench.RUNS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms10g", "-Xmx10g"})
public class ScalingBench {
    static final int RUNS = 500;
    private static final int ITERATIONS = 15;
    private static final long SEED = 42;

    /** Orders in the book. */
    @Param({"100", "1000", "10000", "100000", "1000000", "10000000"})
    public int orders;

    /** Book alone, or the match stage whole. */
    @Param({"BOOK", "SHARD"})
    public Row row;

    private OperationFlow flow;
    private StreamPlayer player;
    private AllocatedBytes allocated;
    private final TradeTally tally = new TradeTally();

    /** Fills a book. */
    @Setup(Level.Trial)
    public void fill() {
        flow = new OperationFlow(SEED, OperationFlow.Operation.CANCEL, orders);
        int ids = orders + RUNS * ITERATIONS * flow.idsOfARun();
        player = row.start(1, orders + OperationFlow.MOST_MORE, ids);
        CommandStream filling = flow.fill();
        player.play(filling, 0, filling.count(), tally);
    }

    /** Adds as many orders as the next run cancels. */
    @Setup(Level.Invocation)
    public void prepare(AllocatedBytes counter) {
        allocated = counter;
        flow.prepare();
        CommandStream stream = flow.stream();
        player.play(stream, 0, stream.measuredFrom(), tally);
        allocated.start();
    }

    /** One run of cancels; JMH takes the runs of an iteration for one shot, hence the count. */
    @Benchmark
    @OperationsPerInvocation(OperationFlow.RUN * ScalingBench.RUNS)
    public long cancel() {
        CommandStream stream = flow.stream();
        player.play(stream, stream.measuredFrom(), stream.measuredTo(), tally);
        return tally.trades();
    }

    /** Counts what the run allocated. */
    @TearDown(Level.Invocation)
    public void count() {
        allocated.stop();
    }
}
