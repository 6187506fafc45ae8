// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

/**
 * What the books of a shard share: their orders, levels and price nodes, so that a hundred thousand
 * small books cost what rests in them. Owned by one match shard.
 */
public final class BookStore {
    private final Records records;
    private final Orders orders;
    private final PriceLevels levels;
    private final PriceNodes nodes;

    /**
     * @param expectedOrders orders whose records are in memory from the beginning; for more there
     *     is memory as they come
     */
    public BookStore(int expectedOrders) {
        records = new Records(expectedOrders + expectedOrders / 4);
        orders = new Orders(records);
        levels = new PriceLevels(records);
        nodes = new PriceNodes(records);
    }

    /** The orders of all books. */
    public Orders orders() {
        return orders;
    }

    /** The price levels of all books. */
    public PriceLevels levels() {
        return levels;
    }

    PriceNodes nodes() {
        return nodes;
    }

    /** Words that the growth of what is shared has moved so far. */
    long movedWords() {
        return orders.movedWords();
    }

    /** Forgets all; the books that used it must not be used any more. */
    public void clear() {
        records.clear();
        orders.clear();
        levels.clear();
        nodes.clear();
    }
}
