// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.machine;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A call of native code against the same work in Java: {@code labs}, which does nothing to speak
 * of, so that the way there and back is what is measured; and {@code memcmp} of 64 equal bytes.
 * <i>Plain</i> tells the JVM that the thread is away, so that a safepoint need not wait for it;
 * <i>critical</i> does not, and may pass memory of the heap.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DowncallBench {
    private static final int LENGTH = 64;
    private static final FunctionDescriptor LABS =
            FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG);
    private static final FunctionDescriptor MEMCMP =
            FunctionDescriptor.of(
                    ValueLayout.JAVA_INT,
                    ValueLayout.ADDRESS,
                    ValueLayout.ADDRESS,
                    ValueLayout.JAVA_LONG);

    private static final MethodHandle LABS_PLAIN = find("labs", LABS);
    private static final MethodHandle LABS_CRITICAL =
            find("labs", LABS, Linker.Option.critical(false));
    private static final MethodHandle MEMCMP_PLAIN = find("memcmp", MEMCMP);
    private static final MethodHandle MEMCMP_HEAP =
            find("memcmp", MEMCMP, Linker.Option.critical(true));

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment native0 = arena.allocate(LENGTH);
    private final MemorySegment native1 = arena.allocate(LENGTH);
    private final MemorySegment heap0 = MemorySegment.ofArray(new byte[LENGTH]);
    private final MemorySegment heap1 = MemorySegment.ofArray(new byte[LENGTH]);
    private long number = -1;

    /** Fills all with the same bytes. */
    @Setup
    public void fill() {
        byte[] bytes = new byte[LENGTH];
        new SplittableRandom(20261124).nextBytes(bytes);
        MemorySegment from = MemorySegment.ofArray(bytes);
        native0.copyFrom(from);
        native1.copyFrom(from);
        heap0.copyFrom(from);
        heap1.copyFrom(from);
    }

    /** Gives the memory back. */
    @TearDown
    public void close() {
        arena.close();
    }

    /** {@code labs}, plain. */
    @Benchmark
    public long labsPlain() throws Throwable {
        return (long) LABS_PLAIN.invokeExact(--number);
    }

    /** {@code labs}, critical. */
    @Benchmark
    public long labsCritical() throws Throwable {
        return (long) LABS_CRITICAL.invokeExact(--number);
    }

    /** {@code Math.abs}. */
    @Benchmark
    public long absJava() {
        return Math.abs(--number);
    }

    /** {@code memcmp} of native memory, plain. */
    @Benchmark
    public int memcmpPlain() throws Throwable {
        return (int) MEMCMP_PLAIN.invokeExact(native0, native1, (long) LENGTH);
    }

    /** {@code memcmp} of memory on the heap, critical. */
    @Benchmark
    public int memcmpHeap() throws Throwable {
        return (int) MEMCMP_HEAP.invokeExact(heap0, heap1, (long) LENGTH);
    }

    /** Java's comparison of the same native memory; -1 if equal. */
    @Benchmark
    public long mismatchJava() {
        return native0.mismatch(native1);
    }

    @SuppressWarnings("restricted") // bin/jvm.options allows native calls
    private static MethodHandle find(
            String name, FunctionDescriptor type, Linker.Option... options) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().find(name).orElseThrow(), type, options);
    }
}
