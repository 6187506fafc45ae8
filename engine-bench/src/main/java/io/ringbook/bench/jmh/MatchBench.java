// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh;

import io.ringbook.bench.flow.DirectEngine;
import io.ringbook.bench.flow.FlowRecorder;
import io.ringbook.bench.flow.OrderFlow;
import io.ringbook.bench.gc.AllocatedBytes;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.EventListener;
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
 * Validate and match, by direct calls, on mixed flow (new, cancel, replace, reduce, take): time per
 * command. Each shot plays a million commands on a fresh engine whose book was filled before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 6)
@Measurement(iterations = 10)
@Fork(2)
public class MatchBench {
    private static final int COMMANDS = 1_000_000;
    private static final long SEED = 20261122;

    /** Orders in the book. */
    @Param({"1000", "100000"})
    public int resting;

    private final Command command = new Command();
    private OrderFlow flow;
    private DirectEngine engine;
    private long eventCount;
    private final EventListener counter = event -> eventCount++;

    /** Records the flow, once per fork. */
    @Setup(Level.Trial)
    public void record() {
        flow = FlowRecorder.record(SEED, resting, COMMANDS);
    }

    /** Makes an engine and fills its book. */
    @Setup(Level.Invocation)
    public void fill() {
        engine = new DirectEngine(resting * 2, flow.count());
        for (int i = 0; i < resting; i++) {
            flow.load(i, command);
            engine.accept(command, counter);
        }
    }

    /** The commands after those that filled the book. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long mixedFlow(AllocatedBytes allocated) {
        allocated.start();
        for (int i = resting; i < resting + COMMANDS; i++) {
            flow.load(i, command);
            engine.accept(command, counter);
        }
        allocated.stop();
        return eventCount;
    }
}
