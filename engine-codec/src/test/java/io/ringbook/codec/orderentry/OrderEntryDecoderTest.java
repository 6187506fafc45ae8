// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class OrderEntryDecoderTest {
    private final OrderEntryDecoder decoder = new OrderEntryDecoder();
    private final Recorder recorder = new Recorder();
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);

    static List<MessageCase> messagesFromClients() {
        return MessageCase.all().stream().filter(MessageCase::isFromClient).toList();
    }

    @Test
    void eachMessageReachesItsOwnCallWithItsFields() {
        // given
        byte resend = FrameDescriptor.POSS_RESEND_FLAG;

        // when
        new NewOrderEncoder().wrap(buffer, 0, resend, 1).price(11);
        decode();
        new ReplaceOrderEncoder().wrap(buffer, 0, (byte) 0, 2).price(12);
        decode();
        new ReduceOrderEncoder().wrap(buffer, 0, (byte) 0, 3).quantity(13);
        decode();
        new CancelOrderEncoder().wrap(buffer, 0, resend, 4).origOrderId(14);
        decode();
        new MassCancelEncoder().wrap(buffer, 0, (byte) 0, 5).instrumentId(15);
        decode();
        new LoginEncoder().wrap(buffer, 0, (byte) 0, 0).nextSequence(16).encode("ACME", "A-1");
        decode();
        new LogoutEncoder().wrap(buffer, 0, (byte) 0, 0).encode("bye");
        decode();
        new SequenceMarkEncoder().wrap(buffer, 0, MessageType.HEARTBEAT, (byte) 0, 0).mark(18);
        decode();

        new PingEncoder().wrap(buffer, 0, (byte) 0, 0).token(19);
        decode();
        new OrderStatusRequestEncoder().wrap(buffer, 0, (byte) 0, 0).orderId(20);
        decode();
        new OpenOrdersRequestEncoder().wrap(buffer, 0, (byte) 0, 0).accountId(21);
        decode();

        // then
        assertThat(recorder.calls)
                .containsExactly(
                        "new 1 true 11",
                        "replace 2 false 12",
                        "reduce 3 false 13",
                        "cancel 4 true 14",
                        "mass cancel 5 false 15",
                        "login ACME A-1 16",
                        "logout bye",
                        "heartbeat 18",
                        "ping 19",
                        "order status 20",
                        "open orders 21");
    }

    @ParameterizedTest
    @MethodSource("messagesFromClients")
    void everyTypeThatIsVerifiedHasItsCall(MessageCase message) throws Exception {
        // given
        byte[] frame = message.encode(new Random(1)).frame();

        // when
        Verdict verdict = decoder.decode(new UnsafeBuffer(frame), 0, frame.length, recorder);

        // then
        assertThat(verdict).isEqualTo(Verdict.OK);
        assertThat(recorder.calls).hasSize(1);
    }

    @Test
    void refusedFrameReachesNobody() {
        // given
        new NewOrderEncoder().wrap(buffer, 0, (byte) 0, 1);
        buffer.putByte(FrameDescriptor.TYPE_OFFSET, MessageType.ORDER_ACCEPTED);

        // when
        Verdict verdict = decoder.decode(buffer, 0, NewOrderEncoder.FRAME_LENGTH, recorder);

        // then
        assertThat(verdict).isEqualTo(Verdict.UNKNOWN_TYPE);
        assertThat(recorder.calls).isEmpty();
    }

    private void decode() {
        int length = FrameDescriptor.length(buffer, 0);
        assertThat(decoder.decode(buffer, 0, length, recorder)).isEqualTo(Verdict.OK);
    }

    private static final class Recorder implements OrderEntryHandler {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void onNewOrder(long sequence, boolean possResend, NewOrderDecoder order) {
            calls.add("new " + sequence + " " + possResend + " " + order.price());
        }

        @Override
        public void onReplaceOrder(long sequence, boolean possResend, ReplaceOrderDecoder replace) {
            calls.add("replace " + sequence + " " + possResend + " " + replace.price());
        }

        @Override
        public void onReduceOrder(long sequence, boolean possResend, ReduceOrderDecoder reduce) {
            calls.add("reduce " + sequence + " " + possResend + " " + reduce.quantity());
        }

        @Override
        public void onCancelOrder(long sequence, boolean possResend, CancelOrderDecoder cancel) {
            calls.add("cancel " + sequence + " " + possResend + " " + cancel.origOrderId());
        }

        @Override
        public void onMassCancel(long sequence, boolean possResend, MassCancelDecoder massCancel) {
            calls.add(
                    "mass cancel " + sequence + " " + possResend + " " + massCancel.instrumentId());
        }

        @Override
        public void onLogin(LoginDecoder login) {
            StringBuilder call = new StringBuilder("login ");
            login.appendFirmTo(call);
            call.append(' ');
            login.appendSessionTo(call);
            calls.add(call.append(' ').append(login.nextSequence()).toString());
        }

        @Override
        public void onLogout(LogoutDecoder logout) {
            StringBuilder call = new StringBuilder("logout ");
            logout.appendTextTo(call);
            calls.add(call.toString());
        }

        @Override
        public void onHeartbeat(long lastSequence) {
            calls.add("heartbeat " + lastSequence);
        }

        @Override
        public void onPing(long token) {
            calls.add("ping " + token);
        }

        @Override
        public void onOrderStatusRequest(OrderStatusRequestDecoder request) {
            calls.add("order status " + request.orderId());
        }

        @Override
        public void onOpenOrdersRequest(OpenOrdersRequestDecoder request) {
            calls.add("open orders " + request.accountId());
        }
    }
}
