// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

/**
 * The price levels of all books of a shard as records of 32 bytes; a level is named by an {@code
 * int} above 0, {@link #NONE} is no level.
 *
 * <pre>
 * word 0  price, ticks
 * word 1  sum of the leaves quantities, lots, modulo 2^64: exact whenever the true sum fits a long
 * word 2  last (high int) | first (low int) order; the level itself when it has none
 * word 3  page, 0 while it has none (high int) | orders (low int)
 * </pre>
 *
 * <p>A level and its orders are a ring: the level's links stand where an order's do, so that an
 * order comes and goes without asking whether it is the first or the last. A released level is the
 * next one given out. Owned by one match shard.
 */
public final class PriceLevels {
    /** No level. */
    public static final int NONE = Records.NONE;

    private static final int QUANTITY = 1;
    private static final int LINKS = Orders.LINKS;
    private static final int COUNT = 3;

    private final Records records;

    /** Word 0 of a free level is the next free one. */
    private int free;

    private int taken;

    PriceLevels(Records records) {
        this.records = records;
    }

    /** Price of every order here, ticks. */
    public long price(int level) {
        return records.get(level, 0);
    }

    /** Sum of the leaves quantities, lots, modulo 2^64: exact whenever the true sum fits a long. */
    public long quantity(int level) {
        return records.get(level, QUANTITY);
    }

    /** Orders resting here. */
    public int orderCount(int level) {
        return records.low(level, COUNT);
    }

    /** The order that trades first. */
    public int first(int level) {
        return records.low(level, LINKS);
    }

    int page(int level) {
        return records.high(level, COUNT);
    }

    void setPage(int level, int page) {
        records.setHigh(level, COUNT, page);
    }

    /** Puts an order at the back. */
    void append(int level, int order) {
        int last = records.high(level, LINKS);
        records.setLow(last, LINKS, order);
        records.setHigh(level, LINKS, order);
        records.set(order, LINKS, ((long) last << 32) | level);
        records.setHigh(order, Orders.PLACE, level);
        records.set(level, QUANTITY, quantity(level) + records.get(order, Orders.LEAVES));
        records.set(level, COUNT, records.get(level, COUNT) + 1);
    }

    /**
     * Takes an order out.
     *
     * @return orders that stay
     */
    int unlink(int level, int order) {
        long links = records.get(order, LINKS);
        int previous = (int) (links >>> 32);
        int next = (int) links;
        records.setLow(previous, LINKS, next);
        records.setHigh(next, LINKS, previous);
        records.set(level, QUANTITY, quantity(level) - records.get(order, Orders.LEAVES));
        records.setHigh(order, Orders.PLACE, NONE);
        long count = records.get(level, COUNT) - 1;
        records.set(level, COUNT, count);
        return (int) count;
    }

    void changeQuantity(int level, long delta) {
        records.set(level, QUANTITY, quantity(level) + delta);
    }

    /** A level without orders. */
    int take(long price, int page) {
        int level = free;
        if (level == NONE) {
            level = records.allocate(1);
        } else {
            free = (int) records.get(level, 0);
        }
        records.set(level, 0, price);
        records.set(level, QUANTITY, 0);
        records.set(level, LINKS, ((long) level << 32) | level);
        records.set(level, COUNT, (long) page << 32);
        taken++;
        return level;
    }

    /** Gives back a level without orders. */
    void release(int level) {
        assert orderCount(level) == 0 : "level still has orders";
        records.set(level, 0, free);
        free = level;
        taken--;
    }

    /** Levels in use. */
    int takenCount() {
        return taken;
    }

    void clear() {
        free = NONE;
        taken = 0;
    }
}
