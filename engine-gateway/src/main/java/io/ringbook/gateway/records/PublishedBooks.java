// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.records;

import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Side;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The books as the events say: what a reader of the records knows without asking match. Right at
 * the end of each record; within one an incoming order counts before it has traded.
 */
public final class PublishedBooks implements RecordSink {
    /** Takes a level of a book, the best one first. */
    @FunctionalInterface
    public interface LevelListener {
        /** Levels count from 1; price and quantity are mantissas. */
        void onLevel(int level, long price, long quantity, long orders);
    }

    /** A live order by its last event. */
    private static final class Live {
        Side side;
        int instrumentId;
        long price;
        long leavesQuantity;
    }

    /** What is live at a price. */
    private static final class Level {
        long quantity;
        long orders;
    }

    /** Both sides of an instrument, best price first. */
    private static final class Book {
        final TreeMap<Long, Level> bids = new TreeMap<>(Comparator.<Long>reverseOrder());
        final TreeMap<Long, Level> asks = new TreeMap<>();
        long lastPrice;

        Map<Long, Level> side(Side side) {
            return side == Side.BUY ? bids : asks;
        }
    }

    private final Int2ObjectHashMap<Book> books = new Int2ObjectHashMap<>();
    private final Long2ObjectHashMap<Live> orders = new Long2ObjectHashMap<>();

    @Override
    public void onEvent(RecordedCommand recorded, OrderEvent event) {
        if ((event.flags & OrderEvent.REPEAT) != 0) {
            return;
        }
        switch (event.kind) {
            case ACCEPTED -> enter(event);
            case REPLACED -> {
                leave(event.orderId);
                enter(event);
            }
            case EXECUTED, REDUCED, RESTATED -> {
                if (event.kind == EventKind.EXECUTED) {
                    books.get(event.instrumentId).lastPrice = event.price;
                }
                keep(event.orderId, event.leavesQuantity);
            }
            case CANCELED, EXPIRED -> leave(event.orderId);
            default -> {}
        }
    }

    /** Hands over at most {@code depth} levels of a side. */
    public void levels(int instrumentId, Side side, int depth, LevelListener listener) {
        Book book = books.get(instrumentId);
        if (book == null) {
            return;
        }
        int level = 0;
        for (Map.Entry<Long, Level> entry : book.side(side).entrySet()) {
            if (++level > depth) {
                return;
            }
            listener.onLevel(
                    level, entry.getKey(), entry.getValue().quantity, entry.getValue().orders);
        }
    }

    /** Price of an instrument's last trade, as a mantissa; 0 before the first. */
    public long lastPrice(int instrumentId) {
        Book book = books.get(instrumentId);
        return book == null ? 0 : book.lastPrice;
    }

    private void enter(OrderEvent event) {
        Live live = new Live();
        live.side = Side.of(event.side);
        live.instrumentId = event.instrumentId;
        live.price = event.price;
        live.leavesQuantity = event.leavesQuantity;
        if (live.leavesQuantity == 0) {
            return;
        }
        orders.put(event.orderId, live);
        Level level =
                books.computeIfAbsent(event.instrumentId, id -> new Book())
                        .side(live.side)
                        .computeIfAbsent(live.price, price -> new Level());
        level.quantity += live.leavesQuantity;
        level.orders++;
    }

    private void keep(long orderId, long leavesQuantity) {
        Live live = orders.get(orderId);
        if (leavesQuantity == 0 || live == null) {
            leave(orderId);
            return;
        }
        Level level = books.get(live.instrumentId).side(live.side).get(live.price);
        level.quantity += leavesQuantity - live.leavesQuantity;
        live.leavesQuantity = leavesQuantity;
    }

    private void leave(long orderId) {
        Live live = orders.remove(orderId);
        if (live == null) {
            return;
        }
        Map<Long, Level> side = books.get(live.instrumentId).side(live.side);
        Level level = side.get(live.price);
        level.quantity -= live.leavesQuantity;
        if (--level.orders == 0) {
            side.remove(live.price);
        }
    }
}
