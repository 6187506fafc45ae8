// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import exchange.core2.core.orderbook.OrderBookNaiveImpl;
import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.stream.TradeTally;
import java.util.Map;

/**
 * exchange-core's bare order book, its direct or its naive one, with the pool sizes and the events
 * helper of its own matching engine. One thread.
 *
 * <p>It has no replace: one that changes only the price is its move, any other a cancel and a new
 * order under the same id.
 */
final class ExchangeCoreBook implements StreamPlayer {
    private static final long ACCOUNT = 1;
    private static final CoreSymbolSpecification SYMBOL =
            CoreSymbolSpecification.builder().symbolId(1).type(SymbolType.FUTURES_CONTRACT).build();

    private final IOrderBook book;
    private final OrderCommand command = new OrderCommand();
    private TradeTally tally;

    private ExchangeCoreBook(IOrderBook book) {
        this.book = book;
        command.uid = ACCOUNT;
        command.symbol = 1;
    }

    static ExchangeCoreBook direct() {
        return new ExchangeCoreBook(
                new OrderBookDirectImpl(SYMBOL, pool(), events(), LoggingConfiguration.DEFAULT));
    }

    static ExchangeCoreBook naive() {
        return new ExchangeCoreBook(
                new OrderBookNaiveImpl(SYMBOL, pool(), events(), LoggingConfiguration.DEFAULT));
    }

    @Override
    public void play(CommandStream stream, int from, int to, TradeTally toTally) {
        tally = toTally;
        for (int i = from; i < to; i++) {
            switch (stream.kind(i)) {
                case CommandStream.CANCEL -> cancel(stream.target(i));
                case CommandStream.REPRICE -> move(stream.target(i), stream.price(i));
                case CommandStream.REPLACE -> replace(stream, i);
                case CommandStream.NEW -> enter(stream, i, stream.id(i), OrderType.GTC);
                case CommandStream.IOC -> enter(stream, i, stream.id(i), OrderType.IOC);
                default -> throw new IllegalArgumentException("not in the streams for peers");
            }
        }
    }

    private void enter(CommandStream stream, int index, long orderId, OrderType type) {
        OrderAction action =
                stream.side(index) == CommandStream.BUY ? OrderAction.BID : OrderAction.ASK;
        command.orderId = orderId;
        command.action = action;
        command.orderType = type;
        command.price = stream.price(index);
        command.reserveBidPrice = command.price;
        command.size = stream.quantity(index);
        command.matcherEvent = null;
        book.newOrder(command);
        takeTrades(orderId);
    }

    private void cancel(long orderId) {
        if (takeOut(orderId)) {
            tally.canceled(command.matcherEvent.size);
        }
    }

    private void replace(CommandStream stream, int index) {
        long orderId = stream.target(index);
        if (takeOut(orderId)) {
            enter(stream, index, orderId, OrderType.GTC);
        }
    }

    private void move(long orderId, long price) {
        command.orderId = orderId;
        command.price = price;
        command.matcherEvent = null;
        if (book.moveOrder(command) == CommandResultCode.SUCCESS) {
            takeTrades(orderId);
        }
    }

    private boolean takeOut(long orderId) {
        command.orderId = orderId;
        command.matcherEvent = null;
        return book.cancelOrder(command) == CommandResultCode.SUCCESS;
    }

    private void takeTrades(long taker) {
        for (MatcherTradeEvent event = command.matcherEvent;
                event != null;
                event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                tally.traded(taker, event.matchedOrderId, event.price, event.size);
            }
        }
    }

    private static OrderBookEventsHelper events() {
        return new OrderBookEventsHelper(MatcherTradeEvent::new);
    }

    /** The sizes that exchange-core's MatchingEngineRouter gives. */
    private static ObjectsPool pool() {
        return new ObjectsPool(
                Map.of(
                        ObjectsPool.DIRECT_ORDER, 1024 * 1024,
                        ObjectsPool.DIRECT_BUCKET, 1024 * 64,
                        ObjectsPool.ART_NODE_4, 1024 * 32,
                        ObjectsPool.ART_NODE_16, 1024 * 16,
                        ObjectsPool.ART_NODE_48, 1024 * 8,
                        ObjectsPool.ART_NODE_256, 1024 * 4));
    }
}
