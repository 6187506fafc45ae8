// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.core.order.Side;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes the commands that no message states: the orders of the book before the first row, cancels
 * for levels that leave the window of the order book file, and one anonymous order for a level that
 * shows again. Any other difference between book and row is a contradiction in the files.
 */
final class WindowFollower {
    private final OrderBookReader row;
    private final MirrorBook book;
    private final CommandSheet sheet;
    private final ImportCounts counts;

    WindowFollower(OrderBookReader row, MirrorBook book, CommandSheet sheet, ImportCounts counts) {
        this.row = row;
        this.book = book;
        this.sheet = sheet;
        this.counts = counts;
    }

    /** Makes the book of the first row with the first message undone. */
    void seed(MessageReader first) {
        for (Side side : List.of(Side.BUY, Side.SELL)) {
            boolean touched = first.changesBook() && first.restingSide() == side;
            boolean undone = !touched;
            Depth depth = row.depth(side);
            for (int level = 0; level < depth.count(); level++) {
                long quantity = depth.quantity(level);
                if (touched && depth.price(level) == first.price()) {
                    quantity += undoing(first);
                    undone = true;
                }
                if (quantity < 0) {
                    throw row.rows().badLine("the first message does not fit the first row");
                }
                seed(side, depth.price(level), quantity);
            }
            if (!undone && undoing(first) < 0) {
                throw row.rows().badLine("the first message does not fit the first row");
            }
            if (!undone) {
                seed(side, first.price(), undoing(first));
            }
        }
    }

    /** Brings the book to the row read last. */
    void follow() {
        follow(Side.SELL);
        follow(Side.BUY);
    }

    private void seed(Side side, long price, long quantity) {
        if (quantity > 0) {
            sheet.rest(
                    book.addAnonymous(side, price, quantity).clientOrderId, side, quantity, price);
            counts.seedOrders++;
        }
    }

    private static long undoing(MessageReader first) {
        return first.type() == MessageReader.NEW_ORDER ? -first.quantity() : first.quantity();
    }

    private void follow(Side side) {
        Depth depth = row.depth(side);
        Iterator<Map.Entry<Long, Deque<MirrorOrder>>> levels =
                book.side(side).levels().entrySet().iterator();
        while (levels.hasNext()) {
            Map.Entry<Long, Deque<MirrorOrder>> level = levels.next();
            if (depth.quantityAt(level.getKey()) == 0) {
                leave(side, level.getKey(), level.getValue());
                levels.remove();
            }
        }
        for (int level = 0; level < depth.count(); level++) {
            long quantity = book.side(side).quantityAt(depth.price(level));
            if (quantity == 0) {
                show(side, depth.price(level), depth.quantity(level));
            } else if (quantity != depth.quantity(level)) {
                throw contradiction(side, depth.price(level), depth.quantity(level), quantity);
            }
        }
    }

    private void leave(Side side, long price, Deque<MirrorOrder> orders) {
        Depth depth = row.depth(side);
        if (depth.count() < row.levels() || !depth.behind(price)) {
            throw contradiction(side, price, 0, book.side(side).quantityAt(price));
        }
        for (MirrorOrder order : new ArrayList<>(orders)) {
            sheet.cancel(order.clientOrderId);
            counts.ordersLeft++;
        }
        counts.levelsLeft++;
        book.forgetAll(orders);
    }

    private void show(Side side, long price, long quantity) {
        MirrorOrder order = book.addAnonymous(side, price, quantity);
        sheet.rest(order.clientOrderId, side, quantity, price);
        counts.levelsShownAgain++;
    }

    private RuntimeException contradiction(Side side, long price, long found, long expected) {
        return row.rows()
                .badLine(
                        (side == Side.BUY ? "bid " : "ask ")
                                + price
                                + " holds "
                                + found
                                + ", expected "
                                + expected
                                + " by the messages up to here");
    }
}
