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
 * One kind of command at a time, in runs of {@value OperationFlow#RUN}: time per command, of a
 * sweep per fill. Between two runs the book is brought back to its size; that is not timed. An
 * iteration is a fixed number of runs, so that ids stay within what the engine was made for.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, batchSize = OperationBench.RUNS)
@Measurement(iterations = 10, batchSize = OperationBench.RUNS)
@Fork(value = 2, jvmArgsAppend = "-Xmx4g")
public class OperationBench {
    static final int RUNS = 500;
    private static final int ITERATIONS = 20;
    private static final long SEED = 42;

    /** What is timed. */
    @Param public OperationFlow.Operation operation;

    /** How much of Ringbook. */
    @Param public Row row;

    /** Orders in the book. */
    @Param({"1000", "100000"})
    public int resting;

    private OperationFlow flow;
    private StreamPlayer player;
    private AllocatedBytes allocated;
    private final TradeTally tally = new TradeTally();

    /** Fills a book. */
    @Setup(Level.Trial)
    public void fill() {
        flow = new OperationFlow(SEED, operation, resting);
        int runs = RUNS * ITERATIONS;
        player = row.start(1, resting + OperationFlow.MOST_MORE, resting + runs * flow.idsOfARun());
        CommandStream filling = flow.fill();
        player.play(filling, 0, filling.count(), tally);
    }

    /** Brings the book back, and prepares the next run. */
    @Setup(Level.Invocation)
    public void prepare(AllocatedBytes counter) {
        allocated = counter;
        flow.prepare();
        CommandStream stream = flow.stream();
        player.play(stream, 0, stream.measuredFrom(), tally);
        allocated.start();
    }

    /** One run; JMH takes the runs of an iteration for one shot, hence the count. */
    @Benchmark
    @OperationsPerInvocation(OperationFlow.RUN * OperationBench.RUNS)
    public long run() {
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
