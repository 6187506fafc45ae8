// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.oracle.ReferenceEvents.Trade;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import java.math.BigDecimal;

/** An incoming order's way through the other side of the book: rules 1, 2.4, 2.7, 2.8 and 4. */
final class ReferenceSweep {
    /** A sweep goes on only while its record has at least this many places (rule 2.8). */
    private static final int PLACES_FOR_A_STEP = 4;

    /** What stopped a sweep. */
    enum End {
        FILLED,
        NOTHING_LEFT,
        COLLAR,
        SELF_TRADE,
        SWEEP_LIMIT
    }

    /** What a look ahead finds. */
    enum Available {
        ENOUGH,
        TOO_LITTLE,
        BEYOND_COLLAR
    }

    private final ReferenceState state;
    private final ReferenceEvents events;

    ReferenceSweep(ReferenceState state, ReferenceEvents events) {
        this.state = state;
        this.events = events;
    }

    /** Rules 2.4, 2.7: is this much there, over exactly the orders that would be met in order? */
    Available look(ReferenceOrder taker, ReferenceBook book, BigDecimal collar, long needed) {
        long found = 0;
        int places = events.placesLeft();
        for (ReferenceOrder maker : book.orders(taker.side.opposite())) {
            if (!taker.accepts(maker.price)) {
                return Available.TOO_LITTLE;
            }
            if (ReferenceBand.isBeyond(collar, taker.side, maker.price)) {
                return Available.BEYOND_COLLAR;
            }
            if (places < PLACES_FOR_A_STEP) {
                return Available.TOO_LITTLE;
            }
            if (taker.isOwn(maker)) {
                if (taker.stpMode != StpMode.CANCEL_OLDEST) {
                    return Available.TOO_LITTLE;
                }
                places -= 1;
                continue;
            }
            if (maker.leaves >= needed - found) {
                return Available.ENOUGH;
            }
            found += maker.leaves;
            places -= 2;
        }
        return Available.TOO_LITTLE;
    }

    End run(ReferenceOrder taker, ReferenceBook book, BigDecimal collar, long sequence) {
        while (taker.leaves > 0) {
            ReferenceOrder maker = book.best(taker.side.opposite());
            if (maker == null || !taker.accepts(maker.price)) {
                return End.NOTHING_LEFT;
            }
            if (ReferenceBand.isBeyond(collar, taker.side, maker.price)) {
                return End.COLLAR;
            }
            if (events.placesLeft() < PLACES_FOR_A_STEP) {
                return End.SWEEP_LIMIT;
            }
            if (!taker.isOwn(maker)) {
                trade(taker, maker, book, sequence);
                continue;
            }
            prevent(taker, maker, book);
            if (!taker.live) {
                return End.SELF_TRADE;
            }
        }
        return End.FILLED;
    }

    private void trade(
            ReferenceOrder taker, ReferenceOrder maker, ReferenceBook book, long sequence) {
        long quantity = Math.min(taker.leaves, maker.leaves);
        book.lastMatchNumber++;
        book.lastTradePrice = maker.price;
        book.lastTradeSequence = sequence;
        Trade trade = new Trade(book.lastMatchNumber, maker.price, quantity);
        taker.leaves -= quantity;
        taker.cum += quantity;
        maker.leaves -= quantity;
        maker.cum += quantity;
        events.executed(taker, maker, Liquidity.TAKER, trade);
        events.executed(maker, taker, Liquidity.MAKER, trade);
        if (maker.leaves == 0) {
            book.remove(maker);
            state.finish(maker);
        }
        if (taker.leaves == 0) {
            state.finish(taker);
        }
    }

    /** Rule 4.1, the resting order's event before the taker's. */
    private void prevent(ReferenceOrder taker, ReferenceOrder maker, ReferenceBook book) {
        switch (taker.stpMode) {
            case CANCEL_NEWEST -> cancel(taker);
            case CANCEL_OLDEST -> cancelResting(maker, book);
            case CANCEL_BOTH -> {
                cancelResting(maker, book);
                cancel(taker);
            }
            case DECREMENT -> decrement(taker, maker, book);
        }
    }

    private void decrement(ReferenceOrder taker, ReferenceOrder maker, ReferenceBook book) {
        long prevented = Math.min(taker.leaves, maker.leaves);
        taker.leaves -= prevented;
        taker.prevented += prevented;
        maker.leaves -= prevented;
        maker.prevented += prevented;
        if (maker.leaves == 0) {
            cancelResting(maker, book);
        } else {
            events.restated(maker, prevented);
        }
        if (taker.leaves == 0) {
            cancel(taker);
        } else {
            events.restated(taker, prevented);
        }
    }

    private void cancelResting(ReferenceOrder maker, ReferenceBook book) {
        book.remove(maker);
        cancel(maker);
    }

    private void cancel(ReferenceOrder order) {
        long gone = order.leaves;
        order.leaves = 0;
        state.finish(order);
        events.canceled(order, CancelReason.SELF_TRADE, gone, ClientId.NONE);
    }

    /** Rule 2.5: any order of the other side at or through the price, own ones too. */
    static boolean wouldTrade(ReferenceBook book, Side side, long price) {
        ReferenceOrder best = book.best(side.opposite());
        return best != null && (side == Side.BUY ? best.price <= price : best.price >= price);
    }
}
