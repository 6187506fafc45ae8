// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.core.order.Side;
import java.io.InputStream;

/**
 * Reads an order book file: ask price, ask quantity, bid price, bid quantity, level by level from
 * the best; an empty level has quantity 0 and the price ±9999999999. The accessors are those of the
 * line read last.
 */
public final class OrderBookReader implements AutoCloseable {
    private static final int FIELDS_PER_LEVEL = 4;
    private static final int MAX_LEVELS = 1_000;

    private final TextRows rows;
    private final Depth asks = new Depth(Side.SELL);
    private final Depth bids = new Depth(Side.BUY);
    private int levels;

    /**
     * @param in closed by {@link #close}
     * @param name what a fault calls it
     */
    public OrderBookReader(InputStream in, String name) {
        rows = new TextRows(in, name);
    }

    /**
     * Reads the next row; false at the end.
     *
     * @throws io.ringbook.gateway.fault.Fault if it is malformed
     */
    public boolean next() {
        if (!rows.next()) {
            return false;
        }
        if (levels == 0) {
            levels = rows.fieldCount() / FIELDS_PER_LEVEL;
            if (levels == 0 || levels > MAX_LEVELS || rows.fieldCount() % FIELDS_PER_LEVEL != 0) {
                throw rows.badLine(
                        "found "
                                + rows.fieldCount()
                                + " fields, expected four for each level: ask price, ask size, bid"
                                + " price, bid size");
            }
        } else if (rows.fieldCount() != levels * FIELDS_PER_LEVEL) {
            throw rows.badLine(
                    "found "
                            + rows.fieldCount()
                            + " fields, expected "
                            + levels * FIELDS_PER_LEVEL
                            + " as on the first line");
        }
        read(asks, 0);
        read(bids, 2);
        if (asks.count() > 0 && bids.count() > 0 && bids.price(0) >= asks.price(0)) {
            throw rows.badLine(
                    "the best bid "
                            + bids.price(0)
                            + " is not below the best ask "
                            + asks.price(0));
        }
        return true;
    }

    /** The levels of a side. */
    public Depth depth(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** Levels per side that the file has room for. */
    public int levels() {
        return levels;
    }

    /** Number of the line, from 1. */
    public long line() {
        return rows.line();
    }

    /** What a fault calls the file. */
    public String name() {
        return rows.name();
    }

    TextRows rows() {
        return rows;
    }

    @Override
    public void close() {
        rows.close();
    }

    private void read(Depth depth, int firstField) {
        depth.clear();
        for (int level = 0; level < levels; level++) {
            int field = level * FIELDS_PER_LEVEL + firstField;
            long price = rows.integer(field, "price of level " + (level + 1));
            long quantity = rows.integer(field + 1, "size of level " + (level + 1));
            if (quantity < 0) {
                throw rows.badField(field + 1, "size of level " + (level + 1), "0 or more shares");
            }
            if (quantity == 0) {
                continue;
            }
            if (depth.count() != level || price <= 0 || !depth.behind(price)) {
                throw rows.badField(
                        field,
                        "price of level " + (level + 1),
                        "a positive price behind the level before it");
            }
            depth.add(price, quantity);
        }
    }
}
