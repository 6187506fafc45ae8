// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.SequenceMarkEncoder;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the publishing thread writes while the thread of the connections reads it. */
@Timeout(30)
final class SharedStateTest {
    private static final int FRAMES = 200_000;
    private static final int CHANGES = 200_000;
    private static final int ORDERS = 3_000;

    @Test
    void readerOfALogSeesWholeFramesInOrderWhileItGrows(@TempDir Path directory)
            throws InterruptedException {
        OutboundLog log = new OutboundLog(new ChunkStore(directory));
        Thread writer = new Thread(() -> append(log));
        writer.start();

        LogCursor cursor = new LogCursor(log, 1);
        ByteBuffer target = ByteBuffer.allocateDirect(4_000);
        UnsafeBuffer view = new UnsafeBuffer(target);
        long expected = 1;
        while (expected <= FRAMES) {
            target.clear();
            int copied = cursor.copyTo(target, Long.MAX_VALUE);
            for (int at = 0; at < copied; at += SequenceMarkEncoder.FRAME_LENGTH) {
                assertThat(FrameDescriptor.sequence(view, at)).isEqualTo(expected);
                assertThat(view.getLong(at + SequenceMarkEncoder.FRAME_LENGTH - Long.BYTES))
                        .isEqualTo(expected++);
            }
        }
        writer.join();
        assertThat(cursor.hasMore()).isFalse();
    }

    @Test
    void readerOfOpenOrdersSeesEachOrderAsOneEventLeftIt() throws InterruptedException {
        OpenOrders orders = new OpenOrders();
        Thread writer = new Thread(() -> change(orders));
        writer.start();

        UnsafeBuffer row = new UnsafeBuffer(new byte[OpenOrders.ROW_LENGTH]);
        long read = 0;
        while (writer.isAlive() || read == 0) {
            for (int i = 0; i < orders.rowCount(); i++) {
                if (orders.read(i, account -> true, row)) {
                    read++;
                    long leaves = row.getLong(OpenOrders.LEAVES);
                    long cum = row.getLong(OpenOrders.CUM);
                    assertThat(leaves + cum).isEqualTo(row.getLong(OpenOrders.QUANTITY));
                    assertThat(row.getLong(OpenOrders.PRICE)).isEqualTo(CHANGES);
                }
            }
        }
        writer.join();
    }

    @Test
    void ordersThatAreDoneLeaveTheirRowsToOthers() {
        OpenOrders orders = new OpenOrders();
        for (int i = 1; i <= 10 * ORDERS; i++) {
            orders.onEvent(accepted(i), 0, i, i);
            OrderEvent canceled = accepted(i);
            canceled.kind = EventKind.CANCELED;
            orders.onEvent(canceled, 0, i, i);
        }

        assertThat(orders.rowCount()).isEqualTo(1);
        UnsafeBuffer row = new UnsafeBuffer(new byte[OpenOrders.ROW_LENGTH]);
        assertThat(orders.read(0, account -> true, row)).isFalse();
    }

    private static void append(OutboundLog log) {
        SequenceMarkEncoder encoder = new SequenceMarkEncoder();
        for (int i = 0; i < FRAMES; i++) {
            long sequence = log.nextSequence();
            encoder.wrap(
                            log.claim(SequenceMarkEncoder.FRAME_LENGTH),
                            log.writeOffset(),
                            MessageType.HEARTBEAT,
                            (byte) 0,
                            sequence)
                    .mark(sequence);
            log.commit(SequenceMarkEncoder.FRAME_LENGTH);
        }
    }

    /** Orders that come, trade bit by bit and go, over more rows than the table begins with. */
    private static void change(OpenOrders orders) {
        for (int i = 1; i <= CHANGES; i++) {
            int orderId = 1 + i % ORDERS;
            int round = i / ORDERS % 10;
            OrderEvent event = accepted(orderId);
            if (round > 0) {
                event.kind = round == 9 ? EventKind.CANCELED : EventKind.EXECUTED;
                event.cumQuantity = round;
                event.leavesQuantity = event.quantity - round;
            }
            orders.onEvent(event, 0, i, i);
        }
    }

    private static OrderEvent accepted(long orderId) {
        OrderEvent event = new OrderEvent();
        event.kind = EventKind.ACCEPTED;
        event.orderId = orderId;
        event.price = CHANGES;
        event.quantity = 100;
        event.leavesQuantity = 100;
        return event;
    }
}
