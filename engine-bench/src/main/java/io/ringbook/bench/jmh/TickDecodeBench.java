// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh;

import com.google.flatbuffers.FlatBufferBuilder;
import io.ringbook.codec.fbs.journal.NewOrder;
import io.ringbook.codec.fbs.tick.Tick;
import io.ringbook.codec.journal.NewOrderDescriptor;
import io.ringbook.codec.tick.TickDecoder;
import io.ringbook.codec.tick.TickSchema;
import io.ringbook.codec.verify.TableSchema;
import io.ringbook.codec.verify.TableVerifier;
import io.ringbook.codec.verify.Verdict;
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
 * Three numbers out of one message: a market tick read with and without being verified, and an
 * order's struct for comparison. The messages, 1,024 with different values, lie one after the other
 * in 64 to 104 KiB and are visited in turn, so that they come from the L2 cache.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TickDecodeBench {
    private static final int COUNT = 1_024;
    private static final int TICK_LENGTH = 64;
    private static final String[] SYMBOLS = {"AMZN", "AAPL", "MSFT", "GOOG"};

    private final byte[] array = new byte[COUNT * TICK_LENGTH];
    private final ByteBuffer ticks = ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
    private final UnsafeBuffer verified = new UnsafeBuffer(array);
    private final ByteBuffer orders =
            ByteBuffer.allocate(COUNT * NewOrderDescriptor.LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private final UnsafeBuffer orderBytes = new UnsafeBuffer(orders);
    private final int[] lengths = new int[COUNT];

    private final Tick tick = new Tick();
    private final TickDecoder decoder = new TickDecoder();
    private final TableVerifier verifier = new TableVerifier();
    private final TableSchema schema = TickSchema.tick();
    private final NewOrder order = new NewOrder();
    private int next;

    /** Makes the messages. */
    @Setup
    public void encode() {
        SplittableRandom random = new SplittableRandom(20261122);
        for (int i = 0; i < COUNT; i++) {
            FlatBufferBuilder builder = new FlatBufferBuilder(TICK_LENGTH);
            int symbol = builder.createString(SYMBOLS[i % SYMBOLS.length]);
            double price = random.nextInt(1, 100_000) / 100.0;
            builder.finish(
                    Tick.createTick(
                            builder, symbol, price, random.nextInt(1_000), random.nextLong()));
            byte[] bytes = builder.sizedByteArray();
            lengths[i] = bytes.length;
            ticks.put(i * TICK_LENGTH, bytes);
            int at = i * NewOrderDescriptor.LENGTH;
            orderBytes.putLong(at + NewOrderDescriptor.QUANTITY_OFFSET, random.nextInt(1_000));
            orderBytes.putLong(at + NewOrderDescriptor.PRICE_OFFSET, random.nextInt(1_000_000));
            orderBytes.putLong(at + NewOrderDescriptor.EXPIRE_NS_OFFSET, random.nextLong());
        }
    }

    /** Verified and decoded from an array, as ingest does it. */
    @Benchmark
    public double decoder() {
        int i = advance();
        if (decoder.wrap(array, i * TICK_LENGTH, lengths[i]) != Verdict.OK) {
            throw new IllegalStateException("a good tick was refused");
        }
        return decoder.price() + decoder.size() + decoder.ts();
    }

    /** The same from a buffer. */
    @Benchmark
    public double decoderOfBuffer() {
        int i = advance();
        if (decoder.wrap(ticks, i * TICK_LENGTH, lengths[i]) != Verdict.OK) {
            throw new IllegalStateException("a good tick was refused");
        }
        return decoder.price() + decoder.size() + decoder.ts();
    }

    /** FlatBuffers' own accessor, which trusts the bytes. */
    @Benchmark
    public double generatedAccessor() {
        int at = advance() * TICK_LENGTH;
        tick.__assign(at + ticks.getInt(at), ticks);
        return tick.price() + tick.size() + tick.ts();
    }

    /** The verifier of order entry, driven by the table's description; reads nothing. */
    @Benchmark
    public Verdict genericVerifier() {
        int i = advance();
        return verifier.verify(verified, i * TICK_LENGTH, lengths[i], schema);
    }

    /** A struct through FlatBuffers' accessor. */
    @Benchmark
    public long structAccessor() {
        order.__assign(advance() * NewOrderDescriptor.LENGTH, orders);
        return order.quantity() + order.price() + order.expireNs();
    }

    /** A struct at the offsets of its descriptor. */
    @Benchmark
    public long structOffsets() {
        int at = advance() * NewOrderDescriptor.LENGTH;
        return orderBytes.getLong(at + NewOrderDescriptor.QUANTITY_OFFSET)
                + orderBytes.getLong(at + NewOrderDescriptor.PRICE_OFFSET)
                + orderBytes.getLong(at + NewOrderDescriptor.EXPIRE_NS_OFFSET);
    }

    private int advance() {
        next = (next + 1) & (COUNT - 1);
        return next;
    }
}
