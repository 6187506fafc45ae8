// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.wire;

import io.ringbook.codec.orderentry.CancelOrderDecoder;
import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LogoutDecoder;
import io.ringbook.codec.orderentry.MassCancelDecoder;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.OpenOrdersRequestDecoder;
import io.ringbook.codec.orderentry.OrderEntryHandler;
import io.ringbook.codec.orderentry.OrderStatusRequestDecoder;
import io.ringbook.codec.orderentry.ReduceOrderDecoder;
import io.ringbook.codec.orderentry.ReplaceOrderDecoder;

/** Takes new orders, and adds up what benches read of one; other messages are not expected. */
final class NewOrderSum implements OrderEntryHandler {
    private long sum;

    /** Of the order taken last. */
    long sum() {
        return sum;
    }

    static long of(NewOrderDecoder order) {
        return order.accountId()
                + order.instrumentId()
                + order.quantity()
                + order.price()
                + order.side();
    }

    @Override
    public void onNewOrder(long sequence, boolean possResend, NewOrderDecoder order) {
        sum = of(order);
    }

    @Override
    public void onReplaceOrder(long sequence, boolean possResend, ReplaceOrderDecoder replace) {
        throw unexpected();
    }

    @Override
    public void onReduceOrder(long sequence, boolean possResend, ReduceOrderDecoder reduce) {
        throw unexpected();
    }

    @Override
    public void onCancelOrder(long sequence, boolean possResend, CancelOrderDecoder cancel) {
        throw unexpected();
    }

    @Override
    public void onMassCancel(long sequence, boolean possResend, MassCancelDecoder massCancel) {
        throw unexpected();
    }

    @Override
    public void onLogin(LoginDecoder login) {
        throw unexpected();
    }

    @Override
    public void onLogout(LogoutDecoder logout) {
        throw unexpected();
    }

    @Override
    public void onHeartbeat(long lastSequence) {
        throw unexpected();
    }

    @Override
    public void onPing(long token) {
        throw unexpected();
    }

    @Override
    public void onOrderStatusRequest(OrderStatusRequestDecoder request) {
        throw unexpected();
    }

    @Override
    public void onOpenOrdersRequest(OpenOrdersRequestDecoder request) {
        throw unexpected();
    }

    private static IllegalStateException unexpected() {
        return new IllegalStateException("only new orders were sent");
    }
}
