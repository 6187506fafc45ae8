// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.subject;

import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.stream.TradeTally;
import io.ringbook.core.book.BookStore;
import io.ringbook.core.book.Matcher;
import io.ringbook.core.book.OrderBook;
import io.ringbook.core.book.Orders;
import io.ringbook.core.book.TradeListener;
import io.ringbook.core.order.TimeInForce;

/**
 * The <i>book</i> row: orders, their ids, the book and matching, as the match stage drives them,
 * with every rule of matching in it. Without accounts, events, and what reports need of an order.
 * Orders are named by our own order id, which may be any long. One thread.
 */
public final class RingbookBook implements StreamPlayer, TradeListener {
    private static final byte NO_STP = 0;

    /** Codes by kind of command. */
    private static final byte[] TIME_IN_FORCE = timesInForce();

    private final Orders orders;
    private final Matcher matcher;

    /** By instrument id, from 1. */
    private final OrderBook[] books;

    private TradeTally tally;
    private int room;

    /**
     * Makes books.
     *
     * @param count how many
     * @param expectedOrders live orders for which nothing grows
     */
    public RingbookBook(int count, int expectedOrders) {
        BookStore store = new BookStore(expectedOrders);
        orders = store.orders();
        matcher = new Matcher(store, this);
        books = new OrderBook[count + 1];
        for (int id = 1; id <= count; id++) {
            books[id] = new OrderBook(store);
        }
    }

    @Override
    public void play(CommandStream stream, int from, int to, TradeTally toTally) {
        tally = toTally;
        for (int i = from; i < to; i++) {
            room = StreamMarket.MAX_EVENTS;
            int instrument = stream.instrument(i);
            switch (stream.kind(i)) {
                case CommandStream.CANCEL -> cancel(books[instrument], stream.target(i));
                case CommandStream.REPLACE, CommandStream.REPRICE ->
                        replace(
                                books[instrument],
                                stream.target(i),
                                stream.price(i),
                                stream.quantity(i));
                case CommandStream.REDUCE ->
                        reduce(books[instrument], stream.target(i), stream.quantity(i));
                default -> enter(stream, i, instrument);
            }
        }
    }

    private void enter(CommandStream stream, int index, int instrument) {
        byte kind = stream.kind(index);
        int lots = stream.quantity(index);
        int terms = Orders.terms(stream.side(index), NO_STP, TIME_IN_FORCE[kind], 0);
        int order = orders.take(stream.id(index), lots, instrument, terms);
        Matcher.Outcome outcome =
                matcher.enter(
                        books[instrument],
                        order,
                        stream.price(index),
                        kind == CommandStream.FOK ? lots : 0,
                        kind == CommandStream.NEW);
        if (outcome != Matcher.Outcome.RESTING) {
            orders.release(order);
        }
    }

    private void cancel(OrderBook book, long orderId) {
        int order = orders.find(orderId);
        if (order != Orders.NONE) {
            tally.canceled(orders.leavesQuantity(order));
            book.remove(order);
            orders.deregister(order);
            orders.release(order);
        }
    }

    /** In the streams each replace changes the price or adds lots: it loses its place. */
    private void replace(OrderBook book, long orderId, long price, long leaves) {
        int order = orders.find(orderId);
        if (order == Orders.NONE) {
            return;
        }
        book.remove(order);
        orders.setLeavesQuantity(order, leaves);
        if (matcher.reenter(book, order, price) != Matcher.Outcome.RESTING) {
            orders.deregister(order);
            orders.release(order);
        }
    }

    private void reduce(OrderBook book, long orderId, long lots) {
        int order = orders.find(orderId);
        if (order != Orders.NONE) {
            book.changeLeaves(order, orders.leavesQuantity(order) - lots);
        }
    }

    @Override
    public int room() {
        return room;
    }

    @Override
    public void onTrade(int taker, int maker, long lots, long price) {
        room -= 2;
        tally.traded(orders.orderId(taker), orders.orderId(maker), price, lots);
    }

    /** Not asked: no order of the streams is in a group. */
    @Override
    public boolean isSelfTrade(int taker, int maker) {
        return false;
    }

    @Override
    public boolean onSelfTrade(int taker, int maker) {
        throw new IllegalStateException("no order of the streams is in a group");
    }

    private static byte[] timesInForce() {
        byte[] codes = new byte[CommandStream.REPRICE + 1];
        codes[CommandStream.NEW] = TimeInForce.GTC.code();
        codes[CommandStream.IOC] = TimeInForce.IOC.code();
        codes[CommandStream.FOK] = TimeInForce.FOK.code();
        return codes;
    }
}
