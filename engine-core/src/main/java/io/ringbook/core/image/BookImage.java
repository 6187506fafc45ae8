// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.image;

import io.ringbook.core.book.Order;
import io.ringbook.core.book.OrderBook;
import io.ringbook.core.book.OrderPool;
import io.ringbook.core.book.PriceLevel;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.order.EventListener;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Side;
import io.ringbook.core.record.EventDecoder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The books of all instruments as the published events tell them, order by order.
 *
 * <p>Whole between records: an incoming order is shown once its record is over and something of it
 * rests. Prices and quantities are mantissas. One thread; no allocation once warm.
 */
public final class BookImage implements RecordHandler, EventListener {
    private final EventDecoder decoder = new EventDecoder();
    private final OrderPool pool = new OrderPool(1024);
    private final Long2ObjectHashMap<Order> orders = new Long2ObjectHashMap<>(4096, 0.6f, false);

    /** By instrument id; null until an order of it was accepted. */
    private OrderBook[] books = new OrderBook[16];

    /** The order of this record that is not in its book: new, or replaced with loss of priority. */
    private Order incoming;

    @Override
    public void onRecord(DirectBuffer buffer, int offset, int length) {
        decoder.decode(buffer, offset, this);
        endRecord();
    }

    /** The events of a record are over: what is left of its incoming order rests. */
    public void endRecord() {
        if (incoming != null) {
            books[incoming.instrumentId].add(incoming);
            incoming = null;
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
            case CANCELED, EXPIRED -> remove(orders.get(event.orderId));
            default -> {}
        }
    }

    private void accept(OrderEvent event) {
        Order order = pool.take();
        order.orderId = event.orderId;
        order.instrumentId = event.instrumentId;
        order.side = Side.of(event.side);
        order.limitPrice = event.price;
        order.leavesQuantity = event.leavesQuantity;
        orders.put(order.orderId, order);
        if (event.instrumentId >= books.length) {
            books = Arrays.copyOf(books, Math.max(event.instrumentId + 1, books.length * 2));
        }
        if (books[event.instrumentId] == null) {
            books[event.instrumentId] = new OrderBook();
        }
        incoming = order;
    }

    private void change(OrderEvent event) {
        Order order = orders.get(event.orderId);
        if (event.leavesQuantity == 0) {
            remove(order);
        } else if (order.isResting()) {
            books[order.instrumentId].changeLeaves(order, event.leavesQuantity);
        } else {
            order.leavesQuantity = event.leavesQuantity;
        }
    }

    private void replace(OrderEvent event) {
        Order order = orders.get(event.orderId);
        if ((event.flags & OrderEvent.PRIORITY_KEPT) != 0) {
            books[order.instrumentId].changeLeaves(order, event.leavesQuantity);
            return;
        }
        books[order.instrumentId].remove(order);
        order.limitPrice = event.price;
        order.leavesQuantity = event.leavesQuantity;
        incoming = order;
    }

    private void remove(Order order) {
        if (order.isResting()) {
            books[order.instrumentId].remove(order);
        } else {
            incoming = null;
        }
        orders.remove(order.orderId);
        pool.release(order);
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
        PriceLevel level = book.best(side);
        for (int i = 0; i < depth && level != null; i++) {
            visitor.onLevel(level.price(), level.quantity(), level.orderCount());
            level = book.ladder(side).worse(level);
        }
    }

    /** Shows every resting order of one side. */
    public void orders(int instrumentId, Side side, OrderVisitor visitor) {
        OrderBook book = book(instrumentId);
        if (book == null) {
            return;
        }
        PriceLevel level = book.best(side);
        while (level != null) {
            for (Order order = level.first(); order != null; order = order.nextInLevel()) {
                visitor.onOrder(order.orderId, order.limitPrice, order.leavesQuantity);
            }
            level = book.ladder(side).worse(level);
        }
    }

    /** Resting orders of all instruments. */
    public int orderCount() {
        return orders.size();
    }

    private OrderBook book(int instrumentId) {
        return instrumentId > 0 && instrumentId < books.length ? books[instrumentId] : null;
    }
}
