// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.wire;

import com.google.flatbuffers.FlatBufferBuilder;
import com.google.protobuf.InvalidProtocolBufferException;
import io.ringbook.codec.fbs.tick.Tick;
import io.ringbook.codec.tick.TickDecoder;
import io.ringbook.codec.verify.Verdict;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;
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
 * Three numbers out of one market tick: price, size and time. A tick is a FlatBuffers table, so its
 * fields are found through the table's own list of offsets; only {@code decoder} and {@code
 * decoderOfBuffer}, as ingest does it, verify the message first, the others trust it; those that
 * walk by hand trust that no field was left out, too. The messages, 1,024 with different values,
 * lie one after the other and are visited in turn, so that they come from the L2 cache.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TickDecodeBench {
    static final int COUNT = 1_024;

    private static final String[] SYMBOLS = {"AMZN", "AAPL", "MSFT", "GOOG"};

    /** Where a table's list of offsets has those of price, size and ts. */
    private static final int PRICE = 6;

    private static final int SIZE = 8;
    private static final int TS = 10;

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle LONGS = view(long[].class);
    private static final VarHandle DOUBLES = view(double[].class);

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final Packed ticks = new Packed(COUNT);
    private final Packed protobuf = new Packed(COUNT);
    private final Tick tick = new Tick();
    private final TickDecoder decoder = new TickDecoder();
    private byte[] array;
    private ByteBuffer bytes;
    private UnsafeBuffer buffer;
    private MemorySegment segment;
    private int next;

    /** Makes the messages. */
    @Setup
    public void encode() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < COUNT; i++) {
            String symbol = SYMBOLS[i % SYMBOLS.length];
            double price = random.nextInt(1, 100_000) / 100.0;
            long size = 1L + random.nextInt(1_000);
            long ts = random.nextLong();
            FlatBufferBuilder builder = new FlatBufferBuilder(64);
            int text = builder.createString(symbol);
            builder.finish(Tick.createTick(builder, text, price, size, ts));
            ticks.add(builder.sizedByteArray());
            protobuf.add(
                    io.ringbook.bench.proto.Tick.newBuilder()
                            .setSymbol(symbol)
                            .setPrice(price)
                            .setSize(size)
                            .setTs(ts)
                            .build()
                            .toByteArray());
        }
        array = ticks.array();
        bytes = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
        buffer = new UnsafeBuffer(array);
        segment = MemorySegment.ofArray(array);
    }

    /** Verified and decoded from an array, as ingest does it. */
    @Benchmark
    public double decoder() {
        int i = advance();
        if (decoder.wrap(array, ticks.offset(i), ticks.length(i)) != Verdict.OK) {
            throw new IllegalStateException("a good tick was refused");
        }
        return decoder.price() + decoder.size() + decoder.ts();
    }

    /** The same from a buffer. */
    @Benchmark
    public double decoderOfBuffer() {
        int i = advance();
        if (decoder.wrap(bytes, ticks.offset(i), ticks.length(i)) != Verdict.OK) {
            throw new IllegalStateException("a good tick was refused");
        }
        return decoder.price() + decoder.size() + decoder.ts();
    }

    /** FlatBuffers' own accessor. */
    @Benchmark
    public double generatedAccessor() {
        int at = ticks.offset(advance());
        tick.__assign(at + bytes.getInt(at), bytes);
        return tick.price() + tick.size() + tick.ts();
    }

    /** The table walked by hand over an array. */
    @Benchmark
    public double varHandle() {
        int at = ticks.offset(advance());
        int table = at + (int) INTS.get(array, at);
        int list = table - (int) INTS.get(array, table);
        return (double) DOUBLES.get(array, table + (short) SHORTS.get(array, list + PRICE))
                + (long) LONGS.get(array, table + (short) SHORTS.get(array, list + SIZE))
                + (long) LONGS.get(array, table + (short) SHORTS.get(array, list + TS));
    }

    /** The same through Agrona. */
    @Benchmark
    public double agronaBuffer() {
        int at = ticks.offset(advance());
        int table = at + buffer.getInt(at, ByteOrder.LITTLE_ENDIAN);
        int list = table - buffer.getInt(table, ByteOrder.LITTLE_ENDIAN);
        return buffer.getDouble(place(table, list + PRICE), ByteOrder.LITTLE_ENDIAN)
                + buffer.getLong(place(table, list + SIZE), ByteOrder.LITTLE_ENDIAN)
                + buffer.getLong(place(table, list + TS), ByteOrder.LITTLE_ENDIAN);
    }

    private int place(int table, int entry) {
        return table + buffer.getShort(entry, ByteOrder.LITTLE_ENDIAN);
    }

    /** The same through a segment on the array. */
    @Benchmark
    public double memorySegment() {
        int at = ticks.offset(advance());
        int table = at + segment.get(INT, at);
        int list = table - segment.get(INT, table);
        return segment.get(DOUBLE, table + (long) segment.get(SHORT, list + (long) PRICE))
                + segment.get(LONG, table + (long) segment.get(SHORT, list + (long) SIZE))
                + segment.get(LONG, table + (long) segment.get(SHORT, list + (long) TS));
    }

    /** Protobuf's own parser, which makes an object of the message. */
    @Benchmark
    public double protobuf() throws InvalidProtocolBufferException {
        int i = advance();
        io.ringbook.bench.proto.Tick parsed =
                io.ringbook.bench.proto.Tick.parser()
                        .parseFrom(protobuf.array(), protobuf.offset(i), protobuf.length(i));
        return parsed.getPrice() + parsed.getSize() + parsed.getTs();
    }

    private int advance() {
        next = (next + 1) & (COUNT - 1);
        return next;
    }

    private static VarHandle view(Class<?> arrayClass) {
        return MethodHandles.byteArrayViewVarHandle(arrayClass, ByteOrder.LITTLE_ENDIAN);
    }
}
