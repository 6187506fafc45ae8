// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh;

import io.ringbook.bench.flow.EngineRig;
import io.ringbook.bench.flow.FlowRecorder;
import io.ringbook.bench.flow.OrderFlow;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.Ticker;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.threads.ThreadPlan;
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
 * The whole pipeline in process, from {@code Ingest.submit} to the record published: time per
 * command of mixed flow when commands wait for nobody. Says what a thread layout and a journal
 * cost; for latency see {@code paced}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 8)
@Fork(2)
public class PipelineBench {
    private static final int RESTING = 10_000;
    private static final int COMMANDS = 200_000;
    private static final long SEED = 20261122;

    /** Commands that one read of a socket brings, all of one arrival time. */
    private static final int READ = 16;

    /** Threads of the stages. */
    @Param({"SINGLE", "FUSED", "STAGED"})
    public ThreadLayout layout;

    /** What the journal does. */
    @Param({"NONE", "COMMIT", "SYNC"})
    public Durability durability;

    /** One in so many commands is timed stage by stage, and all as a whole; 0: none at all. */
    @Param({"0"})
    public int timedOneIn;

    private OrderFlow flow;
    private EngineRig rig;
    private long publishedBytes;

    /** Records the flow, once per fork. */
    @Setup(Level.Trial)
    public void record() {
        flow = FlowRecorder.record(SEED, RESTING, COMMANDS);
    }

    /** Starts an engine and fills its book. */
    @Setup(Level.Invocation)
    public void start() {
        rig =
                new EngineRig(
                        layout,
                        ThreadPlan.defaults(),
                        JournalOptions.of(durability),
                        RESTING * 2,
                        flow.count(),
                        (buffer, offset, length) -> publishedBytes += length,
                        timedOneIn == 0
                                ? StageMetrics.off()
                                : StageMetrics.on(Ticker.SYSTEM, timedOneIn));
        for (int i = 0; i < RESTING; i++) {
            rig.submit(flow, i);
        }
        rig.awaitPublished();
    }

    /** Ends the engine; its journal goes. */
    @TearDown(Level.Invocation)
    public void stop() {
        rig.close();
    }

    /** Submits all, waits for the last. */
    @Benchmark
    @OperationsPerInvocation(COMMANDS)
    public long mixedFlow() {
        long receivedNs = 0;
        for (int i = RESTING; i < RESTING + COMMANDS; i++) {
            if (i % READ == 0) {
                receivedNs = System.nanoTime();
            }
            rig.submit(flow, i, receivedNs);
        }
        rig.awaitPublished();
        return publishedBytes;
    }
}
