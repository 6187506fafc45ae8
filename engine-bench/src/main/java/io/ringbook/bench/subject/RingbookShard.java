// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.subject;

import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.StreamPlayer;
import io.ringbook.bench.stream.TradeTally;
import io.ringbook.core.match.MatchShard;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.EventListener;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.validate.Admission;

/**
 * The <i>shard</i> row: the match stage whole, with the book, accounts, what reports need of an
 * order, which orders finished today, and all events; without admission, client order ids, codec
 * and record. Orders are named by our own order id. One thread.
 *
 * <p>Of each command only the fields that differ from the last of its kind are written, as for the
 * peers.
 */
public final class RingbookShard implements StreamPlayer, EventListener {
    private final MatchShard shard;
    private final Command entry = command(CommandKind.NEW_ORDER);
    private final Command cancel = command(CommandKind.CANCEL_ORDER);
    private final Command replace = command(CommandKind.REPLACE_ORDER);
    private final Command reduce = command(CommandKind.REDUCE_ORDER);
    private final Admission admission = new Admission();
    private TradeTally tally;

    /**
     * Makes an engine.
     *
     * @param books how many
     * @param expectedOrders live orders for which nothing grows
     * @param expectedIds orders a day for which nothing grows
     */
    public RingbookShard(int books, int expectedOrders, int expectedIds) {
        shard = new MatchShard(0, 1, expectedOrders, expectedIds, StreamMarket.MAX_EVENTS);
        for (int id = 1; id <= books; id++) {
            shard.add(StreamMarket.instrument(id));
        }
        shard.add(StreamMarket.account());
        shard.add(StreamMarket.session());
        entry.type = OrderType.LIMIT.code();
    }

    @Override
    public void play(CommandStream stream, int from, int to, TradeTally toTally) {
        tally = toTally;
        for (int i = from; i < to; i++) {
            step(stream, i);
        }
    }

    private void step(CommandStream stream, int index) {
        byte kind = stream.kind(index);
        switch (kind) {
            case CommandStream.CANCEL -> change(cancel, stream, index);
            case CommandStream.REPLACE, CommandStream.REPRICE -> {
                replace.price = stream.price(index);
                replace.quantity = stream.total(index);
                admission.limitPrice = replace.price;
                admission.quantity = replace.quantity;
                change(replace, stream, index);
            }
            case CommandStream.REDUCE -> {
                reduce.quantity = stream.quantity(index);
                admission.quantity = reduce.quantity;
                change(reduce, stream, index);
            }
            default -> {
                entry.sequence = stream.id(index);
                entry.instrumentId = stream.instrument(index);
                entry.side = stream.side(index);
                entry.tif = timeInForce(kind);
                entry.price = stream.price(index);
                entry.quantity = stream.quantity(index);
                admission.limitPrice = entry.price;
                admission.quantity = entry.quantity;
                shard.match(entry, admission, this);
            }
        }
    }

    private void change(Command command, CommandStream stream, int index) {
        command.sequence = stream.id(index);
        command.instrumentId = stream.instrument(index);
        command.origOrderId = stream.target(index);
        shard.match(command, admission, this);
    }

    @Override
    public void onEvent(OrderEvent event) {
        count(event, tally);
    }

    /** What the tally takes of an event: the taker's side of a trade, and cancels by command. */
    static void count(OrderEvent event, TradeTally tally) {
        if (event.kind == EventKind.EXECUTED) {
            if (event.liquidity == Liquidity.TAKER.code()) {
                tally.traded(event.orderId, event.contraOrderId, event.price, event.quantity);
            }
        } else if (event.kind == EventKind.CANCELED && event.reason == CancelReason.USER.code()) {
            tally.canceled(event.quantity);
        }
    }

    static byte timeInForce(byte kind) {
        return switch (kind) {
            case CommandStream.NEW -> TimeInForce.GTC.code();
            case CommandStream.IOC -> TimeInForce.IOC.code();
            default -> TimeInForce.FOK.code();
        };
    }

    private static Command command(CommandKind kind) {
        Command command = new Command();
        command.kind = kind;
        command.sessionId = StreamMarket.SESSION;
        command.accountId = StreamMarket.ACCOUNT;
        return command;
    }
}
