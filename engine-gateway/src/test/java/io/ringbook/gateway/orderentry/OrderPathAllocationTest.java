// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameHandler;
import io.ringbook.codec.orderentry.CancelOrderDecoder;
import io.ringbook.codec.orderentry.CancelOrderEncoder;
import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LogoutDecoder;
import io.ringbook.codec.orderentry.MassCancelDecoder;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.codec.orderentry.OpenOrdersRequestDecoder;
import io.ringbook.codec.orderentry.OrderEntryDecoder;
import io.ringbook.codec.orderentry.OrderEntryHandler;
import io.ringbook.codec.orderentry.OrderStatusRequestDecoder;
import io.ringbook.codec.orderentry.ReduceOrderDecoder;
import io.ringbook.codec.orderentry.ReplaceOrderDecoder;
import io.ringbook.codec.verify.Verdict;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.ThreadLayout;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a frame's bytes to the journaled record: not one byte of heap for each order. */
final class OrderPathAllocationTest {
    private static final int WARM_UP = 40_000;
    private static final int WINDOWS = 15;

    /** In a row and without a byte: 150,000 commands. */
    private static final int STRICT = 5;

    private static final int WINDOW = 10_000;
    private static final long START_NS = 1_700_000_000_000_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final UnsafeBuffer frames = new UnsafeBuffer(ByteBuffer.allocateDirect(1024));
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
    private final FrameDecoder frameDecoder = new FrameDecoder();
    private final OrderEntryDecoder decoder = new OrderEntryDecoder();
    private final Submitter submitter = new Submitter();
    private final Command command = new Command();
    private final FrameHandler frameHandler = this::onFrame;
    private Engine engine;
    private long published;
    private Object leak;
    private boolean leaking;

    @Test
    void orderAllocatesNothingOnTheSubmittingThread(@TempDir Path directory) {
        assertNothingAllocated(allocatedInWindows(directory, ThreadLayout.SINGLE));
    }

    @Test
    void orderAllocatesNothingOnTheEngineThread(@TempDir Path directory) {
        assertNothingAllocated(allocatedInWindows(directory, ThreadLayout.FUSED));
    }

    @Test
    void oneObjectForEachOrderIsSeen(@TempDir Path directory) {
        leaking = true;
        assertThat(allocatedInWindows(directory, ThreadLayout.SINGLE))
                .allMatch(bytes -> bytes >= WINDOW * 16L);
        assertThat(leak).isNotNull();
    }

    /**
     * The last windows are at 0 bytes. Before them the machine is not warm yet: code that meets a
     * branch for the first time is thrown away, and for that the JVM makes strings on this thread;
     * and Chronicle maps its second block. Neither comes back once this flow has been through it.
     */
    private static void assertNothingAllocated(List<Long> bytesOfWindows) {
        assertThat(bytesOfWindows).endsWith(Collections.nCopies(STRICT, 0L).toArray(new Long[0]));
    }

    /** Bytes that the submitting and the engine thread allocate in each window. */
    private List<Long> allocatedInWindows(Path directory, ThreadLayout layout) {
        EngineConfig config = new EngineConfig(layout, 1, 256, 1 << 14, 1 << 20, 65_536);
        JournalOptions options = JournalOptions.of(Durability.COMMIT);
        try (ChronicleJournal journal =
                ChronicleJournal.open(directory, options, (buffer, offset, length) -> {})) {
            engine =
                    Engine.start(
                            new EngineState(config),
                            journal,
                            this::onRecord,
                            (sequence, cause) -> {
                                throw new AssertionError("failed at " + sequence, cause);
                            });
            define();
            run(0, WARM_UP);
            long engineThread = engineThread();
            List<Long> bytes = new ArrayList<>();
            int inARow = 0;
            while (bytes.size() < WINDOWS && inARow < STRICT) {
                long before = allocated(engineThread);
                run(WARM_UP + bytes.size() * WINDOW, WINDOW);
                long allocated = allocated(engineThread) - before;
                bytes.add(allocated);
                inARow = allocated == 0 ? inARow + 1 : 0;
            }
            engine.close();
            assertThat(published).isEqualTo(3 + 3L * (WARM_UP + bytes.size() * WINDOW));
            return bytes;
        }
    }

    private void run(int from, int rounds) {
        for (int i = from; i < from + rounds; i++) {
            round(i);
        }
        engine.ingest().awaitPublished();
    }

    private void define() {
        engine.ingest()
                .add(
                        new Instrument(
                                1,
                                "SYM",
                                "USD",
                                2,
                                0,
                                1,
                                1,
                                0,
                                0,
                                0,
                                0,
                                100_000,
                                10_000,
                                Phase.CONTINUOUS),
                        START_NS);
        engine.ingest().add(new Account(1, 1, "ACC", "FIRM"), START_NS);
        engine.ingest().add(new Session(1, 1, "SES", 0, 0, 0, 0, 0), START_NS);
    }

    /** A resting order, an order that trades with half of it, a cancel of the rest. */
    private void round(int i) {
        long id = 3L * i;
        int length = order(0, id, Side.SELL, 2, 10_000 + (i & 63));
        length += order(length, id + 1, Side.BUY, 1, 10_000 + (i & 63));
        cancelOrder.wrap(frames, length, (byte) 0, 0).accountId(1).instrumentId(1);
        cancelOrder.clientOrderId(text(id + 2), 0, 0).origClientOrderId(text(id), 0, 0);
        cancelOrder.origOrderId(0);
        length += CancelOrderEncoder.FRAME_LENGTH;
        frameDecoder.decode(frames, 0, length, frameHandler);
        if (leaking) {
            leak = new Object();
        }
    }

    private int order(int at, long id, Side side, long quantity, long price) {
        newOrder.wrap(frames, at, (byte) 0, 0).accountId(1).instrumentId(1);
        newOrder.stpGroup(0).clientOrderId(text(id), 0, 0).quantity(quantity).price(price);
        newOrder.stopPrice(0).displayQuantity(0).minQuantity(0).expireNs(0);
        newOrder.side(side.code()).type(OrderType.LIMIT.code()).tif(TimeInForce.DAY.code());
        newOrder.execInst((byte) 0).stpMode((byte) 0);
        return NewOrderEncoder.FRAME_LENGTH;
    }

    /** Eight printable characters that are different for each number. */
    private static long text(long number) {
        long word = 0;
        for (int i = 0; i < 8; i++) {
            word |= (0x30 + (number >>> (i * 4) & 0xf)) << (i * 8);
        }
        return word;
    }

    private boolean onFrame(DirectBuffer buffer, int offset, int length) {
        return decoder.decode(buffer, offset, length, submitter) == Verdict.OK;
    }

    private void onRecord(DirectBuffer buffer, int offset, int length) {
        published++;
    }

    private long allocated(long engineThread) {
        long bytes = threads.getCurrentThreadAllocatedBytes();
        return engineThread == 0 ? bytes : bytes + threads.getThreadAllocatedBytes(engineThread);
    }

    private static long engineThread() {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("ringbook-engine")) {
                return thread.threadId();
            }
        }
        return 0;
    }

    /** What a connection does with orders, without its session. */
    private final class Submitter implements OrderEntryHandler {
        @Override
        public void onNewOrder(long sequence, boolean possResend, NewOrderDecoder order) {
            CommandAdapter.adapt(order, command);
            submit();
        }

        @Override
        public void onCancelOrder(long sequence, boolean possResend, CancelOrderDecoder cancel) {
            CommandAdapter.adapt(cancel, command);
            submit();
        }

        private void submit() {
            command.sessionId = 1;
            engine.ingest().submit(command, START_NS + 1);
        }

        @Override
        public void onReplaceOrder(long sequence, boolean possResend, ReplaceOrderDecoder it) {
            throw new AssertionError("not sent");
        }

        @Override
        public void onReduceOrder(long sequence, boolean possResend, ReduceOrderDecoder it) {
            throw new AssertionError("not sent");
        }

        @Override
        public void onMassCancel(long sequence, boolean possResend, MassCancelDecoder it) {
            throw new AssertionError("not sent");
        }

        @Override
        public void onLogin(LoginDecoder login) {
            throw new AssertionError("not sent");
        }

        @Override
        public void onLogout(LogoutDecoder logout) {
            throw new AssertionError("not sent");
        }

        @Override
        public void onHeartbeat(long lastSequence) {
            throw new AssertionError("not sent");
        }

        @Override
        public void onPing(long token) {
            throw new AssertionError("not sent");
        }

        @Override
        public void onOrderStatusRequest(OrderStatusRequestDecoder request) {
            throw new AssertionError("not sent");
        }

        @Override
        public void onOpenOrdersRequest(OpenOrdersRequestDecoder request) {
            throw new AssertionError("not sent");
        }
    }
}
