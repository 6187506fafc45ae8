// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.connection;

import io.ringbook.codec.orderentry.CancelOrderDecoder;
import io.ringbook.codec.orderentry.LoginDecoder;
import io.ringbook.codec.orderentry.LogoutDecoder;
import io.ringbook.codec.orderentry.LogoutReason;
import io.ringbook.codec.orderentry.MassCancelDecoder;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.OpenOrdersRequestDecoder;
import io.ringbook.codec.orderentry.OrderEntryHandler;
import io.ringbook.codec.orderentry.OrderStatusRequestDecoder;
import io.ringbook.codec.orderentry.ReduceOrderDecoder;
import io.ringbook.codec.orderentry.ReplaceOrderDecoder;
import io.ringbook.codec.verify.Verdict;
import io.ringbook.gateway.orderentry.CommandAdapter;
import org.agrona.DirectBuffer;

/**
 * Verifies a frame and leads it to where it belongs: a login first, then commands, questions and
 * signs of life. One thread; allocates nothing for an order.
 */
final class MessageRouter implements OrderEntryHandler {
    private final ClientConnection connection;
    private final SessionDesk desk;
    private final CommandSequence commands;
    private DirectBuffer frame;
    private int frameOffset;
    private int frameLength;

    MessageRouter(ClientConnection connection, SessionDesk desk) {
        this.connection = connection;
        this.desk = desk;
        this.commands = new CommandSequence(connection, desk);
    }

    /** Deals with one frame, if it verifies. */
    Verdict route(DirectBuffer buffer, int offset, int length) {
        frame = buffer;
        frameOffset = offset;
        frameLength = length;
        desk.frameBegins(connection.nowNs());
        Verdict verdict = desk.decoder.decode(buffer, offset, length, this);
        desk.frameEnds();
        return verdict;
    }

    @Override
    public void onLogin(LoginDecoder login) {
        connection.onLogin(login, frame, frameOffset, frameLength);
    }

    @Override
    public void onNewOrder(long sequence, boolean possResend, NewOrderDecoder order) {
        if (isNext(sequence, possResend)) {
            CommandAdapter.adapt(order, desk.command);
            commands.submit(sequence, possResend);
        }
    }

    @Override
    public void onReplaceOrder(long sequence, boolean possResend, ReplaceOrderDecoder replace) {
        if (isNext(sequence, possResend)) {
            CommandAdapter.adapt(replace, desk.command);
            commands.submit(sequence, possResend);
        }
    }

    @Override
    public void onReduceOrder(long sequence, boolean possResend, ReduceOrderDecoder reduce) {
        if (isNext(sequence, possResend)) {
            CommandAdapter.adapt(reduce, desk.command);
            commands.submit(sequence, possResend);
        }
    }

    @Override
    public void onCancelOrder(long sequence, boolean possResend, CancelOrderDecoder cancel) {
        if (isNext(sequence, possResend)) {
            CommandAdapter.adapt(cancel, desk.command);
            commands.submit(sequence, possResend);
        }
    }

    @Override
    public void onMassCancel(long sequence, boolean possResend, MassCancelDecoder massCancel) {
        if (isNext(sequence, possResend)) {
            CommandAdapter.adapt(massCancel, desk.command);
            commands.submit(sequence, possResend);
        }
    }

    @Override
    public void onOrderStatusRequest(OrderStatusRequestDecoder request) {
        if (connection.requireOpen() && connection.isAllowed()) {
            connection.outbox().ask(request, connection.session().session);
        }
    }

    @Override
    public void onOpenOrdersRequest(OpenOrdersRequestDecoder request) {
        if (connection.requireOpen() && connection.isAllowed()) {
            connection.outbox().ask(request, connection.session().session);
        }
    }

    @Override
    public void onPing(long token) {
        if (connection.requireOpen() && connection.isAllowed()) {
            connection.outbox().pong(token, connection.nowNs());
        }
    }

    @Override
    public void onHeartbeat(long lastSequence) {
        if (connection.requireOpen()) {
            connection.isAllowed();
        }
    }

    @Override
    public void onLogout(LogoutDecoder logout) {
        if (connection.requireOpen()) {
            connection.fill(connection.nowNs());
            connection.end(LogoutReason.REQUESTED);
        }
    }

    private boolean isNext(long sequence, boolean possResend) {
        return connection.requireOpen() && commands.admits(sequence, possResend);
    }
}
