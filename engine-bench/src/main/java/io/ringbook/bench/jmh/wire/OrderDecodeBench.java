// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.wire;

import com.google.protobuf.InvalidProtocolBufferException;
import io.ringbook.codec.fbs.orderentry.NewOrder;
import io.ringbook.codec.fbs.orderentry.NewOrderBody;
import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.codec.orderentry.OrderEntryDecoder;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
 * Five numbers out of one new order: account, instrument, quantity, price and side. An order is a
 * frame with a struct at a known place. Only {@code decoder}, as the exchange does it, verifies the
 * frame first and hands it to a handler; {@code generatedAccessor} looks the struct up in its
 * table, the others know where it is. The messages, 1,024 with different values, lie one after the
 * other and are visited in turn, so that they come from the L2 cache.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OrderDecodeBench {
    static final int COUNT = OrderMessages.COUNT;

    private static final int FRAME = OrderMessages.FRAME_LENGTH;
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final byte[] array = new byte[COUNT * FRAME];
    private final ByteBuffer bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    private final UnsafeBuffer buffer = new UnsafeBuffer(array);
    private final MemorySegment segment = MemorySegment.ofArray(array);
    private final Packed protobuf = new Packed(COUNT);

    private final OrderEntryDecoder decoder = new OrderEntryDecoder();
    private final NewOrderSum handler = new NewOrderSum();
    private final NewOrder table = new NewOrder();
    private final NewOrderBody body = new NewOrderBody();
    private final NewOrderDecoder struct = new NewOrderDecoder();

    /** From the beginning of a frame. */
    private int bodyOffset;

    private int next;

    /** Makes the messages. */
    @Setup
    public void encode() {
        OrderMessages orders = new OrderMessages();
        NewOrderEncoder encoder = new NewOrderEncoder();
        for (int i = 0; i < COUNT; i++) {
            orders.encode(encoder, buffer, i * FRAME, i);
            protobuf.add(orders.protobuf(i).toByteArray());
        }
        FrameVerifier verifier = OrderEntrySchema.clientFrameVerifier();
        if (verifier.verify(buffer, 0, FRAME) != Verdict.OK) {
            throw new IllegalStateException("a good order was refused");
        }
        bodyOffset = verifier.fieldOffset(OrderEntrySchema.BODY);
    }

    /** Verified, decoded and handed to a handler, as the exchange does it. */
    @Benchmark
    public long decoder() {
        if (decoder.decode(buffer, advance() * FRAME, FRAME, handler) != Verdict.OK) {
            throw new IllegalStateException("a good order was refused");
        }
        return handler.sum();
    }

    /** FlatBuffers' own accessors of table and struct. */
    @Benchmark
    public long generatedAccessor() {
        int at = advance() * FRAME + FrameDescriptor.HEADER_LENGTH;
        table.__assign(at + bytes.getInt(at), bytes);
        table.body(body);
        return body.accountId()
                + body.instrumentId()
                + body.quantity()
                + body.price()
                + body.side();
    }

    /** The struct at its offsets, through Agrona: the exchange's own decoder of it. */
    @Benchmark
    public long agronaBuffer() {
        return NewOrderSum.of(struct.wrap(buffer, advance() * FRAME + bodyOffset));
    }

    /** The same over an array. */
    @Benchmark
    public long varHandle() {
        int at = advance() * FRAME + bodyOffset;
        return (int) INTS.get(array, at + NewOrderDecoder.ACCOUNT_ID_OFFSET)
                + (int) INTS.get(array, at + NewOrderDecoder.INSTRUMENT_ID_OFFSET)
                + (long) LONGS.get(array, at + NewOrderDecoder.QUANTITY_OFFSET)
                + (long) LONGS.get(array, at + NewOrderDecoder.PRICE_OFFSET)
                + array[at + NewOrderDecoder.SIDE_OFFSET];
    }

    /** The same through a segment on the array. */
    @Benchmark
    public long memorySegment() {
        long at = (long) advance() * FRAME + bodyOffset;
        return segment.get(INT, at + NewOrderDecoder.ACCOUNT_ID_OFFSET)
                + segment.get(INT, at + NewOrderDecoder.INSTRUMENT_ID_OFFSET)
                + segment.get(LONG, at + NewOrderDecoder.QUANTITY_OFFSET)
                + segment.get(LONG, at + NewOrderDecoder.PRICE_OFFSET)
                + segment.get(ValueLayout.JAVA_BYTE, at + NewOrderDecoder.SIDE_OFFSET);
    }

    /** Protobuf's own parser, which makes an object of the message. */
    @Benchmark
    public long protobuf() throws InvalidProtocolBufferException {
        int i = advance();
        io.ringbook.bench.proto.NewOrder parsed =
                io.ringbook.bench.proto.NewOrder.parser()
                        .parseFrom(protobuf.array(), protobuf.offset(i), protobuf.length(i));
        return parsed.getAccountId()
                + parsed.getInstrumentId()
                + parsed.getQuantity()
                + parsed.getPrice()
                + parsed.getSide();
    }

    private int advance() {
        next = (next + 1) & (COUNT - 1);
        return next;
    }
}
