// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

/**
 * Takes what clients send, verified, from an {@link OrderEntryDecoder}. The sequence is the
 * client's own; possResend says that it may have sent the message before. A decoder handed over is
 * valid during the call only.
 */
public interface OrderEntryHandler {
    void onNewOrder(long sequence, boolean possResend, NewOrderDecoder order);

    void onReplaceOrder(long sequence, boolean possResend, ReplaceOrderDecoder replace);

    void onReduceOrder(long sequence, boolean possResend, ReduceOrderDecoder reduce);

    void onCancelOrder(long sequence, boolean possResend, CancelOrderDecoder cancel);

    void onMassCancel(long sequence, boolean possResend, MassCancelDecoder massCancel);

    void onLogin(LoginDecoder login);

    void onLogout(LogoutDecoder logout);

    /** The last sequence that the client has seen. */
    void onHeartbeat(long lastSequence);

    /** A ping; the token goes back in the answer. */
    void onPing(long token);

    void onOrderStatusRequest(OrderStatusRequestDecoder request);

    void onOpenOrdersRequest(OpenOrdersRequestDecoder request);
}
