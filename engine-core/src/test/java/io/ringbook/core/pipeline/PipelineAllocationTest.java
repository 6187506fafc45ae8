// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Side;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A warm engine allocates nothing for a command, from ingest to publish. */
final class PipelineAllocationTest {
    private static final int ROUNDS = 20_000;

    /** The compiler may replace running code in one of them. */
    private static final int WINDOWS = 3;

    private final Command resting = Desk.order(1, Side.BUY, 2, 100);
    private final Command taking = Desk.order(1, Side.SELL, 1, 100);
    private final Command canceling = Desk.cancel(1, 0);
    private final Command massCanceling = Desk.command(CommandKind.MASS_CANCEL, 0);
    private long nextId = 1;
    private boolean leaking;
    private Object leak;

    @Test
    void warmOrdersTradesAndCancelsAllocateNothing() {
        assertThat(allocatedBytes(false)).isZero();
    }

    @Test
    void warmMassCancelsAllocateNothing() {
        assertThat(allocatedBytes(true)).isZero();
    }

    @Test
    void oneObjectForEachRoundIsSeen() {
        leaking = true;
        assertThat(allocatedBytes(false)).isGreaterThanOrEqualTo(ROUNDS * 16L);
        assertThat(leak).isNotNull();
    }

    private long allocatedBytes(boolean massCancel) {
        EngineConfig config =
                new EngineConfig(ThreadLayout.SINGLE, 1, 1024, 1 << 10, 1 << 19, 1 << 16);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Engine engine =
                Engine.start(
                        new EngineState(config),
                        new UnkeptJournal(),
                        (b, o, l) -> {},
                        (s, c) -> {})) {
            Desk.define(engine.ingest(), 1);
            run(engine.ingest(), massCancel);
            run(engine.ingest(), massCancel);
            run(engine.ingest(), massCancel);
            run(engine.ingest(), massCancel);
            long least = Long.MAX_VALUE;
            for (int window = 0; window < WINDOWS; window++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                run(engine.ingest(), massCancel);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            return least;
        }
    }

    private void run(Ingest ingest, boolean massCancel) {
        for (int i = 0; i < ROUNDS; i++) {
            if (leaking) {
                leak = new Object();
            }
            canceling.origOrderId = ingest.submit(withId(resting), Desk.START_NS);
            ingest.submit(withId(taking), Desk.START_NS);
            ingest.submit(massCancel ? massCanceling : withId(canceling), Desk.START_NS);
        }
    }

    private Command withId(Command command) {
        command.clientOrderId0 = nextId++;
        return command;
    }
}
