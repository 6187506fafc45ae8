// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.core.order.Side;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The book that the commands written so far will make, and the orders in it that have a name. */
final class MirrorBook {
    private final MirrorSide bids = new MirrorSide(Side.BUY);
    private final MirrorSide asks = new MirrorSide(Side.SELL);
    private final Map<Long, MirrorOrder> named = new HashMap<>();
    private long anonymousCount;

    MirrorSide side(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** Gives an order LOBSTER's id; false if another order of the book has it. */
    boolean name(long orderId, MirrorOrder order) {
        return named.putIfAbsent(orderId, order) == null;
    }

    /** The order with LOBSTER's id, or null if it is none of the book's named ones. */
    MirrorOrder named(long orderId) {
        return named.get(orderId);
    }

    void forget(long orderId) {
        named.remove(orderId);
    }

    /** Adds an order without a name. */
    MirrorOrder addAnonymous(Side side, long price, long quantity) {
        MirrorOrder order = new MirrorOrder("A" + ++anonymousCount, price, quantity, true);
        side(side).add(order);
        return order;
    }

    /** Forgets the names of a level's orders, which is about to go. */
    void forgetAll(Deque<MirrorOrder> level) {
        for (MirrorOrder order : level) {
            if (!order.anonymous) {
                named.remove(Long.parseLong(order.clientOrderId), order);
            }
        }
    }
}
