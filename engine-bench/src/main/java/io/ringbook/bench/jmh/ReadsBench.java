// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh;

import java.util.SplittableRandom;
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
 * The floor of a cancel: as many dependent random reads as it makes, over as much memory as its
 * orders take, and nothing else. Time per cancel, that is per {@link #reads} reads.
 *
 * <p>Memory is one array with a place of {@link #bytesPerOrder} for each order; the first word of a
 * place is the number of another, drawn at random, where the next read goes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms10g", "-Xmx10g"})
public class ReadsBench {
    private static final int CANCELS = 1_000_000;
    private static final long SEED = 42;

    /** Orders in the book. */
    @Param({"100", "1000", "10000", "100000", "1000000", "10000000"})
    public int orders;

    /** The id's entry, the order, and its two neighbours. */
    @Param("4")
    public int reads;

    /** What an order and its part of tables and levels take. */
    @Param("128")
    public int bytesPerOrder;

    private long[] memory;
    private int[] ids;
    private int stride;

    /** Draws where each read goes. */
    @Setup(Level.Trial)
    public void draw() {
        SplittableRandom random = new SplittableRandom(SEED);
        stride = bytesPerOrder / Long.BYTES;
        memory = new long[Math.multiplyExact(orders, stride)];
        ids = new int[CANCELS];
        for (int i = 0; i < orders; i++) {
            memory[i * stride] = random.nextInt(orders);
        }
        for (int i = 0; i < CANCELS; i++) {
            ids[i] = random.nextInt(orders);
        }
    }

    /** Each cancel's reads depend on each other; those of the next begin at an id of their own. */
    @Benchmark
    @OperationsPerInvocation(CANCELS)
    public long ofEachCancel() {
        long sum = 0;
        for (int id : ids) {
            sum += readOn(id);
        }
        return sum;
    }

    /** All reads depend on each other: no cancel overlaps with the next. */
    @Benchmark
    @OperationsPerInvocation(CANCELS)
    public long oneAfterAnother() {
        long place = 0;
        for (int id : ids) {
            place = readOn((int) ((id + place) % orders));
        }
        return place;
    }

    private long readOn(int from) {
        long place = from;
        for (int i = 0; i < reads; i++) {
            place = memory[(int) place * stride];
        }
        return place;
    }
}
