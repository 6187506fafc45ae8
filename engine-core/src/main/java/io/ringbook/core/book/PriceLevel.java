// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

/**
 * The orders resting at one price, oldest first (rule 1.1). Pooled by its {@link PriceLadder}.
 * Price in ticks, quantities in lots.
 */
public final class PriceLevel {
    private long price;
    private long quantity;
    private int orderCount;
    private Order first;
    private Order last;

    PriceLevel nextFree;

    PriceLevel() {}

    void open(long atPrice) {
        price = atPrice;
        quantity = 0;
        orderCount = 0;
        first = null;
        last = null;
    }

    /** Price of every order here, ticks. */
    public long price() {
        return price;
    }

    /** Sum of the leaves quantities, lots, modulo 2^64: exact whenever the true sum fits a long. */
    public long quantity() {
        return quantity;
    }

    /** Orders resting here. */
    public int orderCount() {
        return orderCount;
    }

    /** The order that trades first. */
    public Order first() {
        return first;
    }

    void append(Order order) {
        order.level = this;
        order.previousInLevel = last;
        order.nextInLevel = null;
        if (last == null) {
            first = order;
        } else {
            last.nextInLevel = order;
        }
        last = order;
        orderCount++;
        quantity += order.leavesQuantity;
    }

    void unlink(Order order) {
        Order before = order.previousInLevel;
        Order after = order.nextInLevel;
        if (before == null) {
            first = after;
        } else {
            before.nextInLevel = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previousInLevel = before;
        }
        order.previousInLevel = null;
        order.nextInLevel = null;
        order.level = null;
        orderCount--;
        quantity -= order.leavesQuantity;
    }

    void changeQuantity(long delta) {
        quantity += delta;
    }
}
