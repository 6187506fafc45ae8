// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Orders;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;

/**
 * A resting order as state bytes: id first, then all that is not implied by its book and side. The
 * firm follows from the account.
 */
final class OrderState {
    private static final int POST_ONLY = 1;
    private static final int PERSISTENT = 2;

    private OrderState() {}

    static void save(int order, LiveOrders live, StateWriter out) {
        Orders orders = live.orders();
        OrderDetails details = live.details();
        StpMode stpMode = orders.stpMode(order);
        out.putLong(orders.orderId(order));
        out.putLong(details.limitPrice(order));
        out.putLong(details.orderQuantity(order));
        out.putLong(orders.leavesQuantity(order));
        out.putLong(details.cumQuantity(order));
        out.putLong(details.preventedQuantity(order));
        out.putLong(details.clientOrderId0(order));
        out.putLong(details.clientOrderId1(order));
        out.putInt(details.clientOrderId2(order));
        out.putInt(details.sessionId(order));
        out.putInt(details.accountId(order));
        out.putInt(details.stpGroup(order));
        out.putByte(stpMode == null ? 0 : stpMode.code());
        out.putByte(orders.timeInForce(order).code());
        out.putByte(
                (byte)
                        ((orders.isPostOnly(order) ? POST_ONLY : 0)
                                | (orders.isPersistent(order) ? PERSISTENT : 0)));
        out.putLong(details.expireNs(order));
    }

    /**
     * Reads all but the id, which the caller has read to see whether an order follows.
     *
     * @return the order, in no book and not registered yet
     */
    static int load(long orderId, Side side, int instrumentId, LiveOrders live, StateReader in) {
        long limitPrice = in.getLong();
        long orderQuantity = in.getLong();
        long leavesQuantity = in.getLong();
        // The cumulative quantity, which follows from the others.
        in.getLong();
        long preventedQuantity = in.getLong();
        long clientOrderId0 = in.getLong();
        long clientOrderId1 = in.getLong();
        int clientOrderId2 = in.getInt();
        int sessionId = in.getInt();
        int accountId = in.getInt();
        int stpGroup = in.getInt();
        StpMode stpMode = StpMode.of(in.getByte());
        TimeInForce tif = TimeInForce.of(in.getByte());
        byte bits = in.getByte();
        long expireNs = in.getLong();
        int terms =
                Orders.terms(side, stpMode, tif, (bits & POST_ONLY) != 0, (bits & PERSISTENT) != 0);
        int order = live.orders().take(orderId, leavesQuantity, instrumentId, terms);
        OrderDetails details = live.details();
        details.begin(order, orderQuantity, limitPrice, accountId, stpGroup, expireNs);
        details.setPreventedQuantity(order, preventedQuantity);
        details.setClientOrderId(order, sessionId, clientOrderId0, clientOrderId1, clientOrderId2);
        return order;
    }
}
