// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.wire;

import com.google.flatbuffers.FlatBufferBuilder;
import io.ringbook.codec.fbs.orderentry.NewOrder;
import io.ringbook.codec.fbs.orderentry.NewOrderBody;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.record.CommandEncoder;
import io.ringbook.core.record.EventEncoder;
import io.ringbook.core.record.RecordBuffer;
import io.ringbook.core.record.RecordBufferPool;
import io.ringbook.gateway.orderentry.ReportEncoder;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One message encoded. A new order as a client's frame, by the encoder of the project, by
 * FlatBuffers' builder (without the frame around it) and by protobuf; an accepted order and an
 * execution as the frames that a session is told by; command and event as they come into the
 * journal's record, without seal. The values differ from call to call.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EncodeBench {
    private static final int CAPACITY = 4_096;

    private final OrderMessages orders = new OrderMessages();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CAPACITY]);
    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final FlatBufferBuilder builder = new FlatBufferBuilder(CAPACITY);
    private final ReportEncoder reports = new ReportEncoder();
    private final RecordBuffer record = new RecordBuffer(new RecordBufferPool(), CAPACITY);
    private final EventEncoder events = new EventEncoder();
    private final Command command = new Command();
    private final OrderEvent accepted = new OrderEvent();
    private final OrderEvent executed = new OrderEvent();
    private int next;

    /** Sets what stays the same. */
    @Setup
    public void set() {
        command.kind = CommandKind.NEW_ORDER;
        command.sessionId = 1;
        accepted.kind = EventKind.ACCEPTED;
        executed.kind = EventKind.EXECUTED;
        reports.record(1, 1);
    }

    /** A client's frame of 136 bytes; the last word of it is the result. */
    @Benchmark
    public long newOrderFrame() {
        orders.encode(newOrder, buffer, 0, advance());
        return buffer.getLong(OrderMessages.FRAME_LENGTH - Long.BYTES);
    }

    /** The same table and struct by FlatBuffers' builder. */
    @Benchmark
    public int newOrderFlatBuffers() {
        int i = advance();
        builder.clear();
        NewOrder.startNewOrder(builder);
        NewOrder.addBody(
                builder,
                NewOrderBody.createNewOrderBody(
                        builder,
                        0,
                        orders.accountIds[i],
                        orders.instrumentIds[i],
                        0,
                        orders.idWords0[i],
                        orders.idWords1[i],
                        orders.idWords2[i],
                        0,
                        orders.quantities[i],
                        orders.prices[i],
                        0,
                        0,
                        0,
                        0,
                        orders.sides[i],
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        0));
        builder.finish(NewOrder.endNewOrder(builder));
        return builder.offset();
    }

    /** The same order as protobuf's object and its bytes. */
    @Benchmark
    public byte[] newOrderProtobuf() {
        return orders.protobuf(advance()).toByteArray();
    }

    /** What a session is told of an order that was accepted. */
    @Benchmark
    public int acceptedFrame() {
        return report(accepted);
    }

    /** What a session is told of a trade. */
    @Benchmark
    public int executedFrame() {
        return report(executed);
    }

    private int report(OrderEvent event) {
        set(event, advance());
        return reports.encode(event, 0, buffer, 0, next + 1L, true);
    }

    /** The record of a resting order: header, command, one event. */
    @Benchmark
    public int journalRecord() {
        int i = advance();
        command.sequence = i + 1L;
        command.accountId = orders.accountIds[i];
        command.instrumentId = orders.instrumentIds[i];
        command.clientOrderId0 = orders.idWords0[i];
        command.clientOrderId1 = orders.idWords1[i];
        command.clientOrderId2 = orders.idWords2[i];
        command.quantity = orders.quantities[i];
        command.price = orders.prices[i];
        command.side = orders.sides[i];
        record.reset();
        CommandEncoder.encode(command, null, null, record);
        set(accepted, i);
        events.on(record).onEvent(accepted);
        CommandEncoder.endRecord(record);
        return record.length();
    }

    private void set(OrderEvent event, int i) {
        event.instrumentId = orders.instrumentIds[i];
        event.accountId = orders.accountIds[i];
        event.orderId = i + 1L;
        event.clientOrderId0 = orders.idWords0[i];
        event.clientOrderId1 = orders.idWords1[i];
        event.clientOrderId2 = orders.idWords2[i];
        event.side = orders.sides[i];
        event.price = orders.prices[i];
        event.quantity = orders.quantities[i];
    }

    private int advance() {
        next = (next + 1) & (OrderMessages.COUNT - 1);
        return next;
    }
}
