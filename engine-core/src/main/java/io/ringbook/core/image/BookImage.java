// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.image;

import io.ringbook.core.book.BookStore;
import io.ringbook.core.book.OrderBook;
import io.ringbook.core.book.Orders;
import io.ringbook.core.book.PriceLevels;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.order.EventListener;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.record.EventDecoder;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * The books of all instruments as the published events tell them, order by order.
 *
 * <p>Whole between records: an incoming order is shown once its record is over and something of it
 * rests. Prices and quantities are mantissas. One thread; no allocation once warm.
 */
public final class BookImage implements RecordHandler, EventListener {
    private static final int EXPECTED_ORDERS = 4096;

    private final EventDecoder decoder = new EventDecoder();
    private final BookStore store = new BookStore(EXPECTED_ORDERS);
    private final Orders orders = store.orders();
    private final PriceLevels levels = store.levels();

    /** By instrument id; null until an order of it was accepted. */
    private OrderBook[] books = new OrderBook[16];

    /** The order of this record that is not in its book: new, or replaced with loss of priority. */
    private int incoming = Orders.NONE;

    private long incomingPrice;

    @Override
    public void onRecord(DirectBuffer buffer, int offset, int length) {
        decoder.decode(buffer, offset, this);
        endRecord();
    }

    /** The events of a record are over: what is left of its incoming order rests. */
    public void endRecord() {
        if (incoming != Orders.NONE) {
            books[orders.instrumentId(incoming)].add(incoming, incomingPrice);
            incoming = Orders.NONE;
        }
    }

    /** One event; {@link #endRecord} follows behind the last of a record. */
    @Override
    public void onEvent(OrderEvent event) {
        if ((event.flags & OrderEvent.REPEAT) != 0) {
            return;
        }
        switch (event.kind) {
            case ACCEPTED -> accept(event);
            case EXECUTED, REDUCED, RESTATED -> change(event);
            case REPLACED -> replace(event);
            case CANCELED, EXPIRED -> remove(orders.find(event.orderId));
            default -> {}
        }
    }

    private void accept(OrderEvent event) {
        if (event.instrumentId >= books.length) {
            books = Arrays.copyOf(books, Math.max(event.instrumentId + 1, books.length * 2));
        }
        if (books[event.instrumentId] == null) {
            books[event.instrumentId] = new OrderBook(store);
        }
        int terms = Orders.terms(Side.of(event.side), null, TimeInForce.DAY, false, false);
        incoming = orders.take(event.orderId, event.leavesQuantity, event.instrumentId, terms);
        incomingPrice = event.price;
        orders.register(incoming);
    }

    private void change(OrderEvent event) {
        int order = orders.find(event.orderId);
        if (event.leavesQuantity == 0) {
            remove(order);
        } else if (orders.isResting(order)) {
            books[event.instrumentId].changeLeaves(order, event.leavesQuantity);
        } else {
            orders.setLeavesQuantity(order, event.leavesQuantity);
        }
    }

    private void replace(OrderEvent event) {
        int order = orders.find(event.orderId);
        if ((event.flags & OrderEvent.PRIORITY_KEPT) != 0) {
            books[event.instrumentId].changeLeaves(order, event.leavesQuantity);
            return;
        }
        books[event.instrumentId].remove(order);
        orders.setLeavesQuantity(order, event.leavesQuantity);
        incoming = order;
        incomingPrice = event.price;
    }

    private void remove(int order) {
        if (orders.isResting(order)) {
            books[orders.instrumentId(order)].remove(order);
        } else {
            incoming = Orders.NONE;
        }
        orders.deregister(order);
        orders.release(order);
    }

    /**
     * Shows the best levels of one side.
     *
     * @param depth most levels to show
     */
    public void levels(int instrumentId, Side side, int depth, LevelVisitor visitor) {
        OrderBook book = book(instrumentId);
        if (book == null) {
            return;
        }
        int level = book.best(side);
        for (int i = 0; i < depth && level != PriceLevels.NONE; i++) {
            visitor.onLevel(levels.price(level), levels.quantity(level), levels.orderCount(level));
            level = book.ladder(side).worse(level);
        }
    }

    /** Shows every resting order of one side. */
    public void orders(int instrumentId, Side side, OrderVisitor visitor) {
        OrderBook book = book(instrumentId);
        if (book == null) {
            return;
        }
        book.forEach(
                side,
                order ->
                        visitor.onOrder(
                                orders.orderId(order),
                                levels.price(orders.level(order)),
                                orders.leavesQuantity(order)));
    }

    /** Resting orders of all instruments. */
    public int orderCount() {
        return orders.registeredCount();
    }

    private OrderBook book(int instrumentId) {
        return instrumentId > 0 && instrumentId < books.length ? books[instrumentId] : null;
    }
}
