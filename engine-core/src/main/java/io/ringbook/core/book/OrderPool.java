// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

/**
 * Free list of orders. Takes from memory in blocks when it is empty, so that a warm pool never
 * allocates. Owned by one match shard.
 */
public final class OrderPool {
    private static final int BLOCK = 1024;

    private Order free;
    private int taken;

    /**
     * @param initialCapacity orders made at once, at least 1
     */
    public OrderPool(int initialCapacity) {
        grow(initialCapacity);
    }

    /** An order with every field cleared. */
    public Order take() {
        if (free == null) {
            grow(BLOCK);
        }
        Order order = free;
        free = order.nextInLevel;
        order.nextInLevel = null;
        taken++;
        return order;
    }

    /** Gives an order back. It must stand in no level, list or heap. */
    public void release(Order order) {
        assert order.level == null && order.expiryIndex < 0 : "released while still linked";
        order.clear();
        order.nextInLevel = free;
        free = order;
        taken--;
    }

    /** Orders taken and not yet given back. */
    public int taken() {
        return taken;
    }

    private void grow(int count) {
        for (int i = 0; i < count; i++) {
            Order order = new Order();
            order.nextInLevel = free;
            free = order;
        }
    }
}
