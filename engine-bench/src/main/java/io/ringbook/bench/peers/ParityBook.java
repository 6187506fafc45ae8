// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import com.paritytrading.parity.match.OrderBook;
import com.paritytrading.parity.match.OrderBookListener;
import com.paritytrading.parity.match.Side;
import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.stream.TradeTally;

/**
 * Parity's matcher. One thread.
 *
 * <p>It knows neither immediate-or-cancel nor replace: the rest of the one is canceled when it came
 * to rest, the other is a cancel and a new order under the same id.
 */
final class ParityBook implements StreamPlayer, OrderBookListener {
    private final OrderBook book = new OrderBook(this);
    private TradeTally tally;

    /** The last order that came to rest, and what the last cancel took out. */
    private long added;

    private long canceledLots;

    @Override
    public void play(CommandStream stream, int from, int to, TradeTally toTally) {
        tally = toTally;
        for (int i = from; i < to; i++) {
            switch (stream.kind(i)) {
                case CommandStream.CANCEL -> {
                    if (takeOut(stream.target(i))) {
                        tally.canceled(canceledLots);
                    }
                }
                case CommandStream.REPLACE, CommandStream.REPRICE -> {
                    if (takeOut(stream.target(i))) {
                        enter(stream, i, stream.target(i));
                    }
                }
                case CommandStream.NEW -> enter(stream, i, stream.id(i));
                case CommandStream.IOC -> {
                    enter(stream, i, stream.id(i));
                    if (added == stream.id(i)) {
                        book.cancel(added, 0);
                    }
                }
                default -> throw new IllegalArgumentException("not in the streams for peers");
            }
        }
    }

    private void enter(CommandStream stream, int index, long orderId) {
        Side side = stream.side(index) == CommandStream.BUY ? Side.BUY : Side.SELL;
        book.enter(orderId, side, stream.price(index), stream.quantity(index));
    }

    private boolean takeOut(long orderId) {
        canceledLots = 0;
        book.cancel(orderId, 0);
        return canceledLots > 0;
    }

    @Override
    public void match(
            long restingOrderId,
            long incomingOrderId,
            Side incomingSide,
            long price,
            long executedQuantity,
            long remainingQuantity) {
        tally.traded(incomingOrderId, restingOrderId, price, executedQuantity);
    }

    @Override
    public void add(long orderId, Side side, long price, long size) {
        added = orderId;
    }

    @Override
    public void cancel(long orderId, long canceledQuantity, long remainingQuantity) {
        canceledLots = canceledQuantity;
    }
}
