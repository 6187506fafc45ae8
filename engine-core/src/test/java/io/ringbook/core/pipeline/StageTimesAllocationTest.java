// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.metrics.StageHistograms;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.StageTime;
import io.ringbook.core.metrics.Ticker;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.Side;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Stages that are timed, every command in each of them, allocate nothing on any of their threads.
 */
final class StageTimesAllocationTest {
    private static final int WARM_UP = 60_000;
    private static final int WINDOWS = 60;
    private static final int WINDOW = 1_000;

    /** In a row and without a byte. */
    private static final int STRICT = 4;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Command resting = Desk.order(1, Side.BUY, 2, 100);
    private final Command taking = Desk.order(1, Side.SELL, 1, 100);
    private final Command canceling = Desk.cancel(1, 0);
    private final StageMetrics metrics = StageMetrics.on(Ticker.SYSTEM, 1);
    private final StageHistograms read = new StageHistograms();
    private long nextId = 1;
    private Object leak;

    @ParameterizedTest
    @EnumSource(
            value = ThreadLayout.class,
            names = {"SINGLE", "FUSED", "STAGED"})
    void timedCommandsAllocateNothing(ThreadLayout layout) {
        // Not warm at once: code that meets a branch for the first time is thrown away, for which
        // the JVM makes strings on the thread.
        assertThat(allocatedInWindows(layout, () -> {}))
                .endsWith(Collections.nCopies(STRICT, 0L).toArray(new Long[0]));
        assertThat(read.of(StageTime.PUBLISH).getTotalCount()).isGreaterThan(WARM_UP);
    }

    @Test
    void oneObjectForEachCommandIsSeen() {
        assertThat(allocatedInWindows(ThreadLayout.STAGED, () -> leak = new Object()))
                .allMatch(bytes -> bytes >= 3 * WINDOW * 16L);
        assertThat(leak).isNotNull();
    }

    /** Bytes that all threads of the engine, with this one, allocate in each window. */
    private List<Long> allocatedInWindows(ThreadLayout layout, Runnable onRecord) {
        EngineConfig config = new EngineConfig(layout, 1, 256, 1 << 10, 1 << 19, 1 << 16);
        try (Engine engine =
                Engine.start(
                        new EngineState(config),
                        new UnkeptJournal(),
                        (buffer, offset, length) -> onRecord.run(),
                        (sequence, cause) -> {},
                        metrics)) {
            Desk.define(engine.ingest(), 1);
            run(engine.ingest(), WARM_UP);
            long[] ids = engineThreads(layout);
            List<Long> bytes = new ArrayList<>();
            int inARow = 0;
            while (bytes.size() < WINDOWS && inARow < STRICT) {
                // The reader allocates, but not on the engine's threads.
                readOnItsOwnThread();
                long before = allocated(ids);
                run(engine.ingest(), WINDOW);
                long allocated = allocated(ids) - before;
                bytes.add(allocated);
                inARow = allocated == 0 ? inARow + 1 : 0;
            }
            return bytes;
        }
    }

    private void readOnItsOwnThread() {
        Thread reader = new Thread(() -> metrics.readInto(read));
        reader.start();
        try {
            reader.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void run(Ingest ingest, int rounds) {
        long receivedNs = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            canceling.origOrderId = submit(ingest, resting, receivedNs);
            submit(ingest, taking, receivedNs);
            submit(ingest, canceling, receivedNs);
        }
        ingest.awaitPublished();
    }

    private long submit(Ingest ingest, Command command, long receivedNs) {
        command.clientOrderId0 = nextId++;
        ingest.arrivals().begin(receivedNs);
        long sequence = ingest.submit(command, Desk.START_NS);
        ingest.arrivals().end();
        return sequence;
    }

    private long allocated(long[] ids) {
        long bytes = threads.getCurrentThreadAllocatedBytes();
        for (long id : ids) {
            bytes += threads.getThreadAllocatedBytes(id);
        }
        return bytes;
    }

    private static long[] engineThreads(ThreadLayout layout) {
        long[] ids =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("ringbook-"))
                        .mapToLong(Thread::threadId)
                        .toArray();
        assertThat(ids).hasSize(layout.threads().size() - 1);
        return ids;
    }
}
