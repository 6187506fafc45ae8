// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Order;
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

    static void save(Order order, StateWriter out) {
        out.putLong(order.orderId);
        out.putLong(order.limitPrice);
        out.putLong(order.orderQuantity);
        out.putLong(order.leavesQuantity);
        out.putLong(order.cumQuantity);
        out.putLong(order.preventedQuantity);
        out.putLong(order.clientOrderId0);
        out.putLong(order.clientOrderId1);
        out.putInt(order.clientOrderId2);
        out.putInt(order.sessionId);
        out.putInt(order.accountId);
        out.putInt(order.stpGroup);
        out.putByte(order.stpMode == null ? 0 : order.stpMode.code());
        out.putByte(order.timeInForce.code());
        out.putByte(
                (byte) ((order.postOnly ? POST_ONLY : 0) | (order.persistent ? PERSISTENT : 0)));
        out.putLong(order.expireNs);
    }

    /** Reads all but the id, which the caller has read to see whether an order follows. */
    static void load(Order order, StateReader in) {
        order.limitPrice = in.getLong();
        order.orderQuantity = in.getLong();
        order.leavesQuantity = in.getLong();
        order.cumQuantity = in.getLong();
        order.preventedQuantity = in.getLong();
        order.clientOrderId0 = in.getLong();
        order.clientOrderId1 = in.getLong();
        order.clientOrderId2 = in.getInt();
        order.sessionId = in.getInt();
        order.accountId = in.getInt();
        order.stpGroup = in.getInt();
        order.stpMode = StpMode.of(in.getByte());
        order.timeInForce = TimeInForce.of(in.getByte());
        byte bits = in.getByte();
        order.postOnly = (bits & POST_ONLY) != 0;
        order.persistent = (bits & PERSISTENT) != 0;
        order.expireNs = in.getLong();
    }
}
