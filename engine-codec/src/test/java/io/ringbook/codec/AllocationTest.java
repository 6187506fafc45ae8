// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.flatbuffers.FlatBufferBuilder;
import com.sun.management.ThreadMXBean;
import io.ringbook.codec.fbs.tick.Tick;
import io.ringbook.codec.frame.FrameDecoder;
import io.ringbook.codec.frame.FrameFault;
import io.ringbook.codec.frame.FrameHandler;
import io.ringbook.codec.orderentry.CancelOrderDecoder;
import io.ringbook.codec.orderentry.ExecutionReportEncoder;
import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LogoutDecoder;
import io.ringbook.codec.orderentry.MassCancelDecoder;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.codec.orderentry.OpenOrdersRequestDecoder;
import io.ringbook.codec.orderentry.OrderEntryDecoder;
import io.ringbook.codec.orderentry.OrderEntryHandler;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.orderentry.OrderStatusRequestDecoder;
import io.ringbook.codec.orderentry.ReduceOrderDecoder;
import io.ringbook.codec.orderentry.RejectReportEncoder;
import io.ringbook.codec.orderentry.ReplaceOrderDecoder;
import io.ringbook.codec.text.DecimalFault;
import io.ringbook.codec.text.DecimalParser;
import io.ringbook.codec.text.DecimalWriter;
import io.ringbook.codec.tick.PriceFault;
import io.ringbook.codec.tick.PriceRounder;
import io.ringbook.codec.tick.TickDecoder;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/**
 * After a warm-up, 100,000 rounds of each hot path allocate nothing on their thread. The last test
 * shows that the measurement would notice.
 */
final class AllocationTest {
    private static final int ROUNDS = 100_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4096]);
    private long sum;

    @Test
    void newOrderFromEncoderThroughTornFramesAndVerifierToDecoder() {
        NewOrderEncoder encoder = new NewOrderEncoder();
        FrameDecoder frames = new FrameDecoder();
        OrderEntryDecoder decoder = new OrderEntryDecoder();
        Adder adder = new Adder();
        FrameHandler handler =
                (bytes, offset, length) ->
                        decoder.decode(bytes, offset, length, adder) == Verdict.OK;
        assertAllocatesNothing(
                () -> {
                    encoder.wrap(buffer, 0, (byte) 0, 7).price(5).quantity(6).side((byte) 1);
                    int torn = (int) (adder.sum & 63);
                    frames.decode(buffer, 0, torn, handler);
                    frames.decode(buffer, torn, NewOrderEncoder.FRAME_LENGTH - torn, handler);
                });
        assertThat(frames.fault()).isEqualTo(FrameFault.NONE);
        assertThat(adder.sum).isGreaterThanOrEqualTo(11L * ROUNDS);
    }

    @Test
    void spoiltFrameIsRefused() {
        new NewOrderEncoder().wrap(buffer, 0, (byte) 0, 7);
        buffer.putInt(16, Integer.MAX_VALUE);
        FrameVerifier verifier = OrderEntrySchema.clientFrameVerifier();
        int length = NewOrderEncoder.FRAME_LENGTH;
        assertAllocatesNothing(() -> sum += verifier.verify(buffer, 0, length).code());
        assertThat(sum).isGreaterThanOrEqualTo((long) Verdict.ROOT_OFFSET.code() * ROUNDS);
    }

    @Test
    void reportsWithAndWithoutText() {
        ExecutionReportEncoder execution = new ExecutionReportEncoder();
        RejectReportEncoder reject = new RejectReportEncoder();
        assertAllocatesNothing(
                () -> {
                    execution.wrap(buffer, 0, (byte) 0, 7).matchNumber(3).report().orderId(4);
                    reject.wrap(buffer, 1024, MessageType.ORDER_REJECTED, (byte) 0, 8)
                            .fixReason(11);
                    sum += reject.encode("Price is not on the tick grid");
                });
        assertThat(sum).isPositive();
    }

    @Test
    void tickFromArrayAndBufferToMantissa() {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int root = Tick.createTick(builder, builder.createString("AMZN"), 223.95, 100, 7);
        builder.finish(root);
        byte[] array = builder.sizedByteArray();
        ByteBuffer direct = ByteBuffer.allocateDirect(array.length).put(array).flip();
        TickDecoder tick = new TickDecoder();
        PriceRounder rounder = new PriceRounder();
        assertAllocatesNothing(
                () -> {
                    if (tick.wrap(array, 0, array.length) == Verdict.OK
                            && tick.isSymbol("AMZN")
                            && rounder.round(tick.price(), 4) == PriceFault.NONE) {
                        sum += rounder.mantissa();
                    }
                    if (tick.wrap(direct, 0, direct.limit()) == Verdict.OK) {
                        sum += tick.size();
                    }
                });
        assertThat(sum).isGreaterThanOrEqualTo((2_239_500L + 100) * ROUNDS);
    }

    @Test
    void decimalsFromTextAndToText() {
        DecimalParser parser = new DecimalParser();
        String text = "223.95";
        StringBuilder target = new StringBuilder(64);
        assertAllocatesNothing(
                () -> {
                    if (parser.parse(text, 0, text.length(), 4) == DecimalFault.NONE) {
                        target.setLength(0);
                        DecimalWriter.append(target, parser.mantissa(), 4);
                        sum += DecimalWriter.put(buffer, 0, parser.mantissa(), 4);
                    }
                });
        assertThat(target).hasToString("223.9500");
    }

    @Test
    void measurementNoticesOneSmallArrayPerRound() {
        // when
        long allocatedBytes =
                leastAllocatedBytes(() -> sum += Arrays.hashCode(new byte[8 + (int) (sum & 1)]));

        // then
        assertThat(allocatedBytes).isGreaterThanOrEqualTo(16L * ROUNDS);
    }

    private static void assertAllocatesNothing(Runnable round) {
        assertThat(leastAllocatedBytes(round)).isZero();
    }

    /** Least of three measurements, because a compiler thread's deoptimisation may add some. */
    private static long leastAllocatedBytes(Runnable round) {
        run(round);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            run(round);
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static void run(Runnable round) {
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
    }

    /** Reads a few fields of each order; other messages do not come here. */
    private static final class Adder implements OrderEntryHandler {
        private long sum;

        @Override
        public void onNewOrder(long sequence, boolean possResend, NewOrderDecoder order) {
            sum += order.price() + order.quantity() + order.clientOrderIdWord0();
        }

        @Override
        public void onReplaceOrder(long sequence, boolean possResend, ReplaceOrderDecoder replace) {
            throw new AssertionError();
        }

        @Override
        public void onReduceOrder(long sequence, boolean possResend, ReduceOrderDecoder reduce) {
            throw new AssertionError();
        }

        @Override
        public void onCancelOrder(long sequence, boolean possResend, CancelOrderDecoder cancel) {
            throw new AssertionError();
        }

        @Override
        public void onMassCancel(long sequence, boolean possResend, MassCancelDecoder massCancel) {
            throw new AssertionError();
        }

        @Override
        public void onLogin(LoginDecoder login) {
            throw new AssertionError();
        }

        @Override
        public void onLogout(LogoutDecoder logout) {
            throw new AssertionError();
        }

        @Override
        public void onHeartbeat(long lastSequence) {
            throw new AssertionError();
        }

        @Override
        public void onPing(long token) {
            throw new AssertionError();
        }

        @Override
        public void onOrderStatusRequest(OrderStatusRequestDecoder request) {
            throw new AssertionError();
        }

        @Override
        public void onOpenOrdersRequest(OpenOrdersRequestDecoder request) {
            throw new AssertionError();
        }
    }
}
