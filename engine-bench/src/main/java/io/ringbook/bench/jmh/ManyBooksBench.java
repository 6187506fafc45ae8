// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh;

import io.ringbook.bench.gc.AllocatedBytes;
import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.ManyBooks;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Steady flow over many books in one shard, by Zipf's law: time per command. The resting orders of
 * all books together stay the same in number, so that what differs is how they are spread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 8)
@Fork(value = 2, jvmArgsAppend = "-Xmx6g")
public class ManyBooksBench {
    private static final int COMMANDS = 1_000_000;
    private static final long SEED = 42;

    /** Books. */
    @Param({"1", "100", "10000", "100000"})
    public int books;

    /** Book alone, or the match stage whole. */
    @Param({"BOOK", "SHARD"})
    public Row row;

    /** Orders in all books together. */
    @Param("200000")
    public int resting;

    private CommandStream stream;
    private StreamPlayer player;
    private final TradeTally tally = new TradeTally();

    /** Makes the stream, once per fork. */
    @Setup(Level.Trial)
    public void record() {
        stream = ManyBooks.record(SEED, books, resting, COMMANDS);
    }

    /** Makes an engine and fills its books. */
    @Setup(Level.Invocation)
    public void fill() {
        player = row.start(books, 2 * resting, stream.count());
        player.play(stream, 0, stream.measuredFrom(), tally);
    }

    /** The measured commands. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long mixedFlow(AllocatedBytes allocated) {
        allocated.start();
        player.play(stream, stream.measuredFrom(), stream.measuredTo(), tally);
        allocated.stop();
        return tally.trades();
    }
}
