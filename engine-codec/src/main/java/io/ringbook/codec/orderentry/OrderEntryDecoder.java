// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import org.agrona.DirectBuffer;

/**
 * Verifies a frame from a client and hands its message to the handler. One thread, the
 * connection's; nothing is allocated after construction.
 */
public final class OrderEntryDecoder {
    private final FrameVerifier verifier = OrderEntrySchema.clientFrameVerifier();
    private final NewOrderDecoder newOrder = new NewOrderDecoder();
    private final ReplaceOrderDecoder replaceOrder = new ReplaceOrderDecoder();
    private final ReduceOrderDecoder reduceOrder = new ReduceOrderDecoder();
    private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
    private final MassCancelDecoder massCancel = new MassCancelDecoder();
    private final LoginDecoder login = new LoginDecoder();
    private final LogoutDecoder logout = new LogoutDecoder();
    private final SequenceMarkDecoder heartbeat = new SequenceMarkDecoder();
    private final PingDecoder ping = new PingDecoder();
    private final OrderStatusRequestDecoder orderStatus = new OrderStatusRequestDecoder();
    private final OpenOrdersRequestDecoder openOrders = new OpenOrdersRequestDecoder();

    /**
     * Verifies the frame in the {@code length} bytes from {@code offset} on and, if it is sound,
     * calls the handler once.
     *
     * @return OK, or why the handler was not called
     */
    public Verdict decode(DirectBuffer buffer, int offset, int length, OrderEntryHandler handler) {
        Verdict verdict = verifier.verify(buffer, offset, length);
        if (verdict == Verdict.OK) {
            byte type = FrameDescriptor.type(buffer, offset);
            int body = verifier.fieldOffset(OrderEntrySchema.BODY);
            if (type >= MessageType.NEW_ORDER && type <= MessageType.MASS_CANCEL) {
                int flags = FrameDescriptor.flags(buffer, offset);
                boolean possResend = (flags & FrameDescriptor.POSS_RESEND_FLAG) != 0;
                long sequence = FrameDescriptor.sequence(buffer, offset);
                onCommand(type, sequence, possResend, buffer, body, handler);
            } else {
                onSessionMessage(type, buffer, body, handler);
            }
        }
        return verdict;
    }

    private void onCommand(
            byte type,
            long sequence,
            boolean possResend,
            DirectBuffer buffer,
            int body,
            OrderEntryHandler handler) {
        switch (type) {
            case MessageType.NEW_ORDER ->
                    handler.onNewOrder(sequence, possResend, newOrder.wrap(buffer, body));
            case MessageType.REPLACE_ORDER ->
                    handler.onReplaceOrder(sequence, possResend, replaceOrder.wrap(buffer, body));
            case MessageType.REDUCE_ORDER ->
                    handler.onReduceOrder(sequence, possResend, reduceOrder.wrap(buffer, body));
            case MessageType.CANCEL_ORDER ->
                    handler.onCancelOrder(sequence, possResend, cancelOrder.wrap(buffer, body));
            case MessageType.MASS_CANCEL ->
                    handler.onMassCancel(sequence, possResend, massCancel.wrap(buffer, body));
            default -> throw new AssertionError("verified, but without a decoder: type " + type);
        }
    }

    private void onSessionMessage(
            byte type, DirectBuffer buffer, int body, OrderEntryHandler handler) {
        int firstText = verifier.fieldOffset(OrderEntrySchema.FIRST_TEXT);
        switch (type) {
            case MessageType.LOGIN -> {
                int secondText = verifier.fieldOffset(OrderEntrySchema.SECOND_TEXT);
                handler.onLogin(login.wrap(buffer, body, firstText, secondText));
            }
            case MessageType.LOGOUT -> handler.onLogout(logout.wrap(buffer, body, firstText));
            case MessageType.HEARTBEAT -> handler.onHeartbeat(heartbeat.wrap(buffer, body).mark());
            case MessageType.PING -> handler.onPing(ping.wrap(buffer, body).token());
            case MessageType.ORDER_STATUS_REQUEST ->
                    handler.onOrderStatusRequest(orderStatus.wrap(buffer, body));
            case MessageType.OPEN_ORDERS_REQUEST ->
                    handler.onOpenOrdersRequest(openOrders.wrap(buffer, body));
            default -> throw new AssertionError("verified, but without a decoder: type " + type);
        }
    }
}
