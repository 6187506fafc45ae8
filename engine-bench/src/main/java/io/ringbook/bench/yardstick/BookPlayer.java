// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

import io.ringbook.core.book.BookStore;
import io.ringbook.core.book.Matcher;
import io.ringbook.core.book.OrderBook;
import io.ringbook.core.book.Orders;
import io.ringbook.core.book.PriceLevels;
import io.ringbook.core.book.TradeListener;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;

/**
 * Plays messages on the engine's book and matcher. The harness' order ids are our order ids, and
 * what a report says of an order is asked of the book: nothing about an order is kept here.
 *
 * <p>A modify takes the order out and in again, as the harness defines it; its quantity is what is
 * open afterwards, where that of a replace is a total.
 */
final class BookPlayer implements Player, TradeListener {
    /** Events of one command at most, as in the engine (rule 2.8). */
    private static final int MAX_EVENTS = 65_536;

    private static final int INSTRUMENT = 1;
    private static final int BUY = 0;

    private static final byte NO_STP = 0;

    /** Codes by the harness' side and IOC flag. */
    private static final byte[] SIDES = {Side.BUY.code(), Side.SELL.code()};

    private static final byte[] TIMES_IN_FORCE = {TimeInForce.GTC.code(), TimeInForce.IOC.code()};

    private final ReportWriter out;
    private final Orders orders;
    private final PriceLevels levels;
    private final OrderBook book;
    private final Matcher matcher;

    /** Of the message at hand. */
    private long sequence;

    private int room;

    /**
     * @param expectedOrders resting orders for which nothing grows
     */
    BookPlayer(ReportWriter out, int expectedOrders) {
        this.out = out;
        BookStore store = new BookStore(expectedOrders);
        orders = store.orders();
        levels = store.levels();
        book = new OrderBook(store);
        matcher = new Matcher(store, this);
    }

    @Override
    public void play(long messages, int count) {
        long end = messages + (long) count * MessageDescriptor.LENGTH;
        for (long at = messages; at != end; at += MessageDescriptor.LENGTH) {
            sequence = NativeMemory.getLong(at + MessageDescriptor.SEQUENCE);
            room = MAX_EVENTS;
            long orderId = NativeMemory.getLong(at + MessageDescriptor.ORDER_ID);
            switch (NativeMemory.getUnsignedByte(at + MessageDescriptor.TYPE)) {
                case MessageDescriptor.NEW_ORDER -> enter(at, orderId);
                case MessageDescriptor.CANCEL -> cancel(orderId);
                default -> modify(at, orderId);
            }
        }
        out.flush();
    }

    private void enter(long at, long orderId) {
        int side = NativeMemory.getUnsignedByte(at + MessageDescriptor.SIDE);
        long price = NativeMemory.getLong(at + MessageDescriptor.PRICE);
        int quantity = NativeMemory.getInt(at + MessageDescriptor.QUANTITY);
        int ioc = NativeMemory.getUnsignedByte(at + MessageDescriptor.IOC);
        out.ack(ReportDescriptor.ORDER_ACK, side, sequence, orderId, price, quantity);
        int terms = Orders.terms(SIDES[side], NO_STP, TIMES_IN_FORCE[ioc], 0);
        int order = orders.take(orderId, quantity, INSTRUMENT, terms);
        Matcher.Outcome outcome = matcher.enter(book, order, price, 0, ioc == 0);
        if (outcome == Matcher.Outcome.RESTING) {
            return;
        }
        if (outcome != Matcher.Outcome.FILLED) {
            long left = orders.leavesQuantity(order);
            out.ack(ReportDescriptor.CANCEL_ACK, side, sequence, orderId, price, left);
        }
        orders.release(order);
    }

    private void cancel(long orderId) {
        int order = orders.find(orderId);
        if (order == Orders.NONE) {
            out.reject(ReportDescriptor.CANCEL_REJECT, sequence, orderId);
            return;
        }
        long price = levels.price(orders.level(order));
        long left = orders.leavesQuantity(order);
        int side = orders.side(order) == Side.BUY ? 0 : 1;
        book.remove(order);
        orders.deregister(order);
        orders.release(order);
        out.ack(ReportDescriptor.CANCEL_ACK, side, sequence, orderId, price, left);
    }

    private void modify(long at, long orderId) {
        int order = orders.find(orderId);
        if (order == Orders.NONE) {
            out.reject(ReportDescriptor.MODIFY_REJECT, sequence, orderId);
            return;
        }
        int side = NativeMemory.getUnsignedByte(at + MessageDescriptor.SIDE);
        long price = NativeMemory.getLong(at + MessageDescriptor.PRICE);
        int quantity = NativeMemory.getInt(at + MessageDescriptor.QUANTITY);
        book.remove(order);
        orders.setLeavesQuantity(order, quantity);
        if (matcher.reenter(book, order, price) != Matcher.Outcome.RESTING) {
            orders.deregister(order);
            orders.release(order);
        }
        out.ack(ReportDescriptor.MODIFY_ACK, side, sequence, orderId, price, quantity);
    }

    @Override
    public int room() {
        return room;
    }

    /** No order here is in a group. */
    @Override
    public boolean isSelfTrade(int taker, int maker) {
        return false;
    }

    @Override
    public boolean onSelfTrade(int taker, int maker) {
        throw new IllegalStateException("no order is in a group");
    }

    @Override
    public void onTrade(int taker, int maker, long lots, long price) {
        room -= 2;
        out.trade(sequence, price, lots, orders.orderId(maker), orders.orderId(taker));
    }

    @Override
    public long bestBid() {
        int best = book.best(Side.BUY);
        return best == PriceLevels.NONE ? Long.MIN_VALUE : levels.price(best);
    }

    @Override
    public long bestAsk() {
        int best = book.best(Side.SELL);
        return best == PriceLevels.NONE ? Long.MAX_VALUE : levels.price(best);
    }

    @Override
    public long quantityAt(long price, int side) {
        int level = book.ladder(side == BUY ? Side.BUY : Side.SELL).find(price);
        return level == PriceLevels.NONE ? 0 : levels.quantity(level);
    }
}
