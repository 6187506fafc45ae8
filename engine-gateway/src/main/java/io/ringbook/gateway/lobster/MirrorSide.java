// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.core.order.Side;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One side of the book that the commands written so far will make; orders in time priority. */
final class MirrorSide {
    private final Side side;
    private final TreeMap<Long, Deque<MirrorOrder>> levels;

    MirrorSide(Side side) {
        this.side = side;
        this.levels =
                new TreeMap<>(
                        side == Side.BUY
                                ? Comparator.<Long>reverseOrder()
                                : Comparator.<Long>naturalOrder());
    }

    void add(MirrorOrder order) {
        levels.computeIfAbsent(order.price, price -> new ArrayDeque<>()).add(order);
    }

    /** Takes shares off an order, and the order out of its level when nothing is left. */
    void take(MirrorOrder order, long quantity) {
        order.leavesQuantity -= quantity;
        if (order.leavesQuantity == 0) {
            Deque<MirrorOrder> level = levels.get(order.price);
            level.remove(order);
            if (level.isEmpty()) {
                levels.remove(order.price);
            }
        }
    }

    /** The orders at a price, oldest first; empty if there are none. */
    Collection<MirrorOrder> orders(long price) {
        Deque<MirrorOrder> level = levels.get(price);
        return level == null ? List.of() : level;
    }

    /** The levels from the best on. */
    Map<Long, Deque<MirrorOrder>> levels() {
        return levels;
    }

    long quantityAt(long price) {
        long quantity = 0;
        for (MirrorOrder order : orders(price)) {
            quantity += order.leavesQuantity;
        }
        return quantity;
    }

    boolean isEmpty() {
        return levels.isEmpty();
    }

    long bestPrice() {
        return levels.firstKey();
    }

    /** True if an order of the other side at {@code price} would trade here. */
    boolean wouldTrade(long price) {
        if (levels.isEmpty()) {
            return false;
        }
        return side == Side.BUY ? price <= bestPrice() : price >= bestPrice();
    }
}
