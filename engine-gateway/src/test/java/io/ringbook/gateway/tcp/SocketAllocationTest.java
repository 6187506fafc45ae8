// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameHandler;
import io.ringbook.codec.orderentry.CancelOrderEncoder;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.gateway.session.Desks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From the bytes of a socket to those of another: not one byte of heap for each order. */
@Timeout(60)
final class SocketAllocationTest {
    private static final int WARM_UP = 30_000;
    private static final int WINDOWS = 60;
    private static final int WINDOW = 500;

    /** In a row and without a byte: 9,000 commands. */
    private static final int STRICT = 6;

    private static final int BATCH = 10;
    private static final int COMMANDS = 3;

    /** Accepted, accepted, twice executed, canceled. */
    private static final int ANSWERS = 5;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final ByteBuffer outBytes = ByteBuffer.allocateDirect(64 * 1024);
    private final UnsafeBuffer out = new UnsafeBuffer(outBytes);
    private final ByteBuffer inBytes = ByteBuffer.allocateDirect(64 * 1024);
    private final UnsafeBuffer in = new UnsafeBuffer(inBytes);
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final CancelOrderEncoder cancelOrder = new CancelOrderEncoder();
    private final FrameDecoder frames = new FrameDecoder();
    private final FrameHandler counter = this::onAnswer;
    private long answers;
    private long clientSequence;
    private Object leak;

    @Test
    void orderAllocatesNothingFromSocketToSocket(@TempDir Path directory) throws IOException {
        List<Long> bytes = allocatedInWindows(directory, () -> {});

        // The last windows are at 0 bytes. Others hold what no order causes, each of it seen with a
        // profiler: a chunk of the session's log is mapped (976 bytes for 6,000 rounds), the wall
        // clock is looked at once a second (24 bytes), the JVM throws code away that meets a branch
        // for the first time (strings).
        assertThat(bytes).endsWith(Collections.nCopies(STRICT, 0L).toArray(new Long[0]));
    }

    @Test
    void oneObjectForEachOrderIsSeen(@TempDir Path directory) throws IOException {
        List<Long> bytes = allocatedInWindows(directory, () -> leak = new Object());

        assertThat(bytes).allMatch(window -> window >= COMMANDS * WINDOW * 16L);
        assertThat(leak).isNotNull();
    }

    /** Bytes that the server's two threads allocate in each window. */
    private List<Long> allocatedInWindows(Path directory, Runnable onRecord) throws IOException {
        Desks desks = new Desks(1);
        try (ServerRig rig = ServerRig.start(directory, desks, onRecord);
                TestClient client = rig.connect()) {
            client.login("DESK1A");
            try (SocketChannel channel = client.socket.getChannel()) {
                run(channel, 0, WARM_UP);
                long[] ids = serverThreads();
                List<Long> bytes = new ArrayList<>();
                int inARow = 0;
                while (bytes.size() < WINDOWS && inARow < STRICT) {
                    long before = allocated(ids);
                    run(channel, WARM_UP + bytes.size() * WINDOW, WINDOW);
                    long allocated = allocated(ids) - before;
                    bytes.add(allocated);
                    inARow = allocated == 0 ? inARow + 1 : 0;
                }
                return bytes;
            }
        }
    }

    private void run(SocketChannel channel, int from, int rounds) throws IOException {
        for (int i = from; i < from + rounds; i += BATCH) {
            int length = 0;
            for (int j = i; j < i + BATCH; j++) {
                length = round(length, j);
            }
            outBytes.clear().limit(length);
            while (outBytes.hasRemaining()) {
                channel.write(outBytes);
            }
            long expected = answers + (long) ANSWERS * BATCH;
            while (answers < expected) {
                inBytes.clear();
                int received = channel.read(inBytes);
                assertThat(received).isPositive();
                frames.decode(in, 0, received, counter);
            }
        }
    }

    /** A resting order, an order that trades with half of it, a cancel of the rest. */
    private int round(int at, int number) {
        long id = 3L * number;
        int end = order(at, id, Side.SELL, 2, 10_000 + (number & 63));
        end = order(end, id + 1, Side.BUY, 1, 10_000 + (number & 63));
        cancelOrder.wrap(out, end, (byte) 0, ++clientSequence).accountId(1).instrumentId(1);
        cancelOrder.clientOrderId(text(id + 2), 0, 0).origClientOrderId(text(id), 0, 0);
        return end + CancelOrderEncoder.FRAME_LENGTH;
    }

    private int order(int at, long id, Side side, long quantity, long price) {
        newOrder.wrap(out, at, (byte) 0, ++clientSequence).accountId(1).instrumentId(1);
        newOrder.clientOrderId(text(id), 0, 0).quantity(quantity).price(price);
        newOrder.side(side.code()).type(OrderType.LIMIT.code()).tif(TimeInForce.DAY.code());
        return at + NewOrderEncoder.FRAME_LENGTH;
    }

    /** Eight printable characters that are different for each number. */
    private static long text(long number) {
        long word = 0;
        for (int i = 0; i < 8; i++) {
            word |= (0x30 + (number >>> (i * 4) & 0xf)) << (i * 8);
        }
        return word;
    }

    private boolean onAnswer(DirectBuffer buffer, int offset, int length) {
        answers++;
        return true;
    }

    private long allocated(long[] ids) {
        return Arrays.stream(ids).map(threads::getThreadAllocatedBytes).sum();
    }

    private static long[] serverThreads() {
        long[] ids =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> isServers(thread.getName()))
                        .mapToLong(Thread::threadId)
                        .toArray();
        assertThat(ids).hasSize(2);
        return ids;
    }

    private static boolean isServers(String thread) {
        return thread.equals("ringbook-engine") || thread.equals("ringbook-io");
    }
}
