// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

/**
 * The price levels of all books of a shard as records of 32 bytes; a level is named by an {@code
 * int} above 0, {@link #NONE} is no level.
 *
 * <pre>
 * offset  type
 *  0      i64   price, ticks; of a free level the next free one
 *  8      i64   sum of the leaves quantities, lots, modulo 2^64
 * 16      i32   first order; the level itself when it has none
 * 20      i32   last order; the level itself when it has none
 * 24      i32   orders
 * 28      i32   page; 0 while it has none
 * </pre>
 *
 * <p>A level and its orders are a ring: the level's links stand where an order's do, so that an
 * order comes and goes without asking whether it is the first or the last. A released level is the
 * next one given out. Owned by one match shard.
 */
public final class PriceLevels {
    /** No level. */
    public static final int NONE = Records.NONE;

    private static final int QUANTITY = 8;

    /** Where an order has its neighbours. */
    private static final int FIRST = Orders.NEXT;

    private static final int LAST = Orders.PREVIOUS;
    private static final int COUNT = 24;
    private static final int PAGE = 28;

    /** Levels fetched at once when none is free. */
    private static final int BATCH = 64;

    private final Records records;

    private int free;

    PriceLevels(Records records) {
        this.records = records;
    }

    /** Price of every order here, ticks. */
    public long price(int level) {
        return records.getLong(level, 0);
    }

    /** Sum of the leaves quantities, lots, modulo 2^64: exact whenever the true sum fits a long. */
    public long quantity(int level) {
        return records.getLong(level, QUANTITY);
    }

    /** Orders resting here. */
    public int orderCount(int level) {
        return records.getInt(level, COUNT);
    }

    /** The order that trades first. */
    public int first(int level) {
        return records.getInt(level, FIRST);
    }

    int page(int level) {
        return records.getInt(level, PAGE);
    }

    void setPage(int level, int page) {
        records.putInt(level, PAGE, page);
    }

    /** Puts an order at the back. */
    void append(int level, int order) {
        int last = records.getInt(level, LAST);
        records.putInt(last, Orders.NEXT, order);
        records.putInt(level, LAST, order);
        records.putInt(order, Orders.NEXT, level);
        records.putInt(order, Orders.PREVIOUS, last);
        records.putInt(order, Orders.LEVEL, level);
        changeQuantity(level, records.getLong(order, Orders.LEAVES));
        records.putInt(level, COUNT, orderCount(level) + 1);
    }

    /**
     * Takes an order out.
     *
     * @return orders that stay
     */
    int unlink(int level, int order) {
        int next = records.getInt(order, Orders.NEXT);
        int previous = records.getInt(order, Orders.PREVIOUS);
        records.putInt(previous, Orders.NEXT, next);
        records.putInt(next, Orders.PREVIOUS, previous);
        records.putInt(order, Orders.LEVEL, NONE);
        changeQuantity(level, -records.getLong(order, Orders.LEAVES));
        int count = orderCount(level) - 1;
        records.putInt(level, COUNT, count);
        return count;
    }

    void changeQuantity(int level, long delta) {
        records.putLong(level, QUANTITY, quantity(level) + delta);
    }

    /** A level without orders. */
    int take(long price, int page) {
        if (free == NONE) {
            fetch();
        }
        int level = free;
        free = (int) records.getLong(level, 0);
        records.putLong(level, 0, price);
        records.putLong(level, QUANTITY, 0);
        records.putInt(level, FIRST, level);
        records.putInt(level, LAST, level);
        records.putInt(level, COUNT, 0);
        records.putInt(level, PAGE, page);
        return level;
    }

    /** Gives back a level without orders. */
    void release(int level) {
        assert orderCount(level) == 0 : "level still has orders";
        records.putLong(level, 0, free);
        free = level;
    }

    void clear() {
        free = NONE;
    }

    /** Makes new levels free, the lowest first. */
    private void fetch() {
        int batch = records.allocate(BATCH);
        for (int level = batch + BATCH - 1; level >= batch; level--) {
            records.putLong(level, 0, free);
            free = level;
        }
    }
}
