// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.wire;

import com.google.flatbuffers.FlatBufferBuilder;
import io.ringbook.codec.fbs.tick.Tick;
import io.ringbook.codec.orderentry.CancelOrderEncoder;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.orderentry.ReplaceOrderEncoder;
import io.ringbook.codec.tick.TickDecoder;
import io.ringbook.codec.tick.TickSchema;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.TableSchema;
import io.ringbook.codec.verify.TableVerifier;
import io.ringbook.codec.verify.Verdict;
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
 * One message verified, nothing read of it: a client's frame as the exchange takes it, and a market
 * tick by the decoder made for it and by the verifier that is driven by a table's description. One
 * message each, so that it comes from the L1 cache and every branch is foreseen.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class VerifyBench {
    private static final int LONGEST = 256;

    private final FrameVerifier frames = OrderEntrySchema.clientFrameVerifier();
    private final TableVerifier tables = new TableVerifier();
    private final TableSchema schema = TickSchema.tick();
    private final TickDecoder ticks = new TickDecoder();
    private final UnsafeBuffer newOrder = new UnsafeBuffer(new byte[LONGEST]);
    private final UnsafeBuffer replaceOrder = new UnsafeBuffer(new byte[LONGEST]);
    private final UnsafeBuffer cancelOrder = new UnsafeBuffer(new byte[LONGEST]);
    private byte[] tick;
    private UnsafeBuffer tickBuffer;

    /** Makes the messages. */
    @Setup
    public void encode() {
        new OrderMessages().encode(new NewOrderEncoder(), newOrder, 0, 0);
        new ReplaceOrderEncoder().wrap(replaceOrder, 0, (byte) 0, 1).accountId(7).quantity(100);
        new CancelOrderEncoder().wrap(cancelOrder, 0, (byte) 0, 1).accountId(7);
        FlatBufferBuilder builder = new FlatBufferBuilder(LONGEST);
        builder.finish(Tick.createTick(builder, builder.createString("AMZN"), 187.5, 100, 1));
        tick = builder.sizedByteArray();
        tickBuffer = new UnsafeBuffer(tick);
    }

    /** A frame of 136 bytes. */
    @Benchmark
    public Verdict newOrder() {
        return frames.verify(newOrder, 0, NewOrderEncoder.FRAME_LENGTH);
    }

    /** A replace. */
    @Benchmark
    public Verdict replaceOrder() {
        return frames.verify(replaceOrder, 0, ReplaceOrderEncoder.FRAME_LENGTH);
    }

    /** A cancel. */
    @Benchmark
    public Verdict cancelOrder() {
        return frames.verify(cancelOrder, 0, CancelOrderEncoder.FRAME_LENGTH);
    }

    /** A tick by the decoder that ingest has for it. */
    @Benchmark
    public Verdict tick() {
        return ticks.wrap(tick, 0, tick.length);
    }

    /** The same by the verifier that the frames have. */
    @Benchmark
    public Verdict tickByDescription() {
        return tables.verify(tickBuffer, 0, tick.length, schema);
    }
}
