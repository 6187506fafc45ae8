// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.core.order.Side;
import java.io.InputStream;

/**
 * Reads a message file: seconds after midnight, type, order id, shares, price times 10,000, side of
 * the resting order (1 buy, -1 sell). The accessors are those of the line read last.
 */
final class MessageReader implements AutoCloseable {
    static final int NEW_ORDER = 1;
    static final int PARTIAL_CANCEL = 2;
    static final int WHOLE_CANCEL = 3;
    static final int EXECUTION = 4;
    static final int HIDDEN_EXECUTION = 5;
    static final int CROSS_TRADE = 6;
    static final int HALT = 7;

    private static final int FIELD_COUNT = 6;

    private final TextRows rows;
    private long timeOfDayNs;
    private int type;
    private long orderId;
    private long quantity;
    private long price;
    private Side side;

    MessageReader(InputStream in, String name) {
        rows = new TextRows(in, name);
    }

    boolean next() {
        if (!rows.next()) {
            return false;
        }
        if (rows.fieldCount() != FIELD_COUNT) {
            throw rows.badLine(
                    "found "
                            + rows.fieldCount()
                            + " fields, expected 6: time, type, order id, size, price, direction");
        }
        long timeNs = rows.secondsAsNs(0, "time");
        if (timeNs < timeOfDayNs) {
            throw rows.badField(0, "time", "not before the line above");
        }
        timeOfDayNs = timeNs;
        long code = rows.integer(1, "type");
        if (code < NEW_ORDER || code > HALT) {
            throw rows.badField(1, "type", "a number from 1 to 7");
        }
        type = (int) code;
        orderId = rows.integer(2, "order id");
        quantity = rows.integer(3, "size");
        price = rows.integer(4, "price");
        side = side();
        if (changesBook() && quantity <= 0) {
            throw rows.badField(3, "size", "a positive number of shares");
        }
        if (changesBook() && price <= 0) {
            throw rows.badField(4, "price", "a positive price times 10,000");
        }
        return true;
    }

    /** True for the types that change the visible book. */
    boolean changesBook() {
        return type <= EXECUTION;
    }

    long timeOfDayNs() {
        return timeOfDayNs;
    }

    int type() {
        return type;
    }

    long orderId() {
        return orderId;
    }

    long quantity() {
        return quantity;
    }

    long price() {
        return price;
    }

    /** Side of the resting order. */
    Side restingSide() {
        return side;
    }

    TextRows rows() {
        return rows;
    }

    @Override
    public void close() {
        rows.close();
    }

    private Side side() {
        long direction = rows.integer(5, "direction");
        if (direction != 1 && direction != -1) {
            throw rows.badField(5, "direction", "1 for buy or -1 for sell");
        }
        return direction == 1 ? Side.BUY : Side.SELL;
    }
}
