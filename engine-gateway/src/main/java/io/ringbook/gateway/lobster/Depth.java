// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.core.order.Side;
import java.util.Arrays;

/** The best levels of one side, from the best on; index is the level from 0. */
public final class Depth {
    private static final int INITIAL_CAPACITY = 16;

    private final Side side;
    private long[] prices = new long[INITIAL_CAPACITY];
    private long[] quantities = new long[INITIAL_CAPACITY];
    private int count;

    /** An empty side. */
    public Depth(Side side) {
        this.side = side;
    }

    /** Removes all levels. */
    public void clear() {
        count = 0;
    }

    /** Adds the next level. */
    public void add(long price, long quantity) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, 2 * count);
            quantities = Arrays.copyOf(quantities, 2 * count);
        }
        prices[count] = price;
        quantities[count++] = quantity;
    }

    /** Levels that there are. */
    public int count() {
        return count;
    }

    /** Price of a level. */
    public long price(int level) {
        return prices[level];
    }

    /** Quantity of a level. */
    public long quantity(int level) {
        return quantities[level];
    }

    /** Quantity at a price; 0 if there is no such level. */
    long quantityAt(long price) {
        for (int level = 0; level < count; level++) {
            if (prices[level] == price) {
                return quantities[level];
            }
        }
        return 0;
    }

    /** True if a level at {@code price} would stand behind the last one. */
    boolean behind(long price) {
        if (count == 0) {
            return true;
        }
        long last = prices[count - 1];
        return side == Side.BUY ? price < last : price > last;
    }
}
