// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh;

import io.ringbook.bench.gc.AllocatedBytes;
import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.stream.TradeTally;
import io.ringbook.bench.stream.Workload;
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
 * Mixed flow: time per command. Each shot plays a whole stream on a new engine, whose book was
 * filled before if the stream fills it; trades must come out as the model's did.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 8)
@Fork(value = 2, jvmArgsAppend = "-Xmx4g")
public class FlowBench {
    private static final int COMMANDS = 1_500_000;

    /** Which stream. */
    @Param public Workload stream;

    /** How much of Ringbook. */
    @Param public Row row;

    private RecordedStream recorded;
    private CommandStream commands;
    private StreamPlayer player;
    private TradeTally tally;

    /** Makes the stream, once per fork. */
    @Setup(Level.Trial)
    public void record() {
        recorded = stream.record(Workload.SEED, COMMANDS);
        commands = recorded.stream();
    }

    /** Makes an engine and fills its book. */
    @Setup(Level.Invocation)
    public void fill() {
        player = row.start(1, recorded.mostResting(), commands.count());
        tally = new TradeTally();
        player.play(commands, 0, commands.measuredFrom(), tally);
    }

    /** The stream's measured commands, cut to the same number in every stream. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long mixedFlow(AllocatedBytes allocated) {
        allocated.start();
        int from = commands.measuredFrom();
        player.play(commands, from, from + COMMANDS, tally);
        allocated.stop();
        return tally.trades();
    }

    /** Sweeps the book and compares. */
    @TearDown(Level.Invocation)
    public void check() {
        player.play(commands, commands.measuredFrom() + COMMANDS, commands.count(), tally);
        if (!tally.totals().equals(recorded.totals())) {
            throw new IllegalStateException(tally.totals() + " is not " + recorded.totals());
        }
    }
}
