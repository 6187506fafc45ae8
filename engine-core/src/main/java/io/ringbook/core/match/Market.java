// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.OrderBook;
import io.ringbook.core.book.PriceLevels;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Side;
import io.ringbook.core.risk.PriceBand;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;
import java.util.List;

/**
 * One instrument in trading: its book, its reference price and its match numbers.
 *
 * <p>Reference (rule 6.6): the later of last trade and last market tick of the day, else the
 * previous close, else none. Prices here are mantissas unless said otherwise. Owned by one match
 * shard.
 */
final class Market {
    final Instrument instrument;
    final OrderBook book;

    private final LiveOrders live;
    private final PriceBand band;
    private final PriceBand collar;
    private long lastMatchNumber;

    /** 0 is none, in all of these. */
    private long previousClose;

    private long lastTradePrice;
    private long reference;
    private boolean referenceChanged;

    Market(Instrument instrument, LiveOrders live) {
        this.live = live;
        this.book = new OrderBook(live.store());
        this.instrument = instrument;
        this.band = new PriceBand(instrument.tickSize(), Math.max(1, instrument.bandPpm()));
        this.collar = new PriceBand(instrument.tickSize(), Math.max(1, instrument.bandPpm()));
        this.previousClose = instrument.referencePrice();
        this.reference = previousClose;
        this.referenceChanged = true;
    }

    long nextMatchNumber() {
        return ++lastMatchNumber;
    }

    /** A trade happened. */
    void traded(long priceTicks) {
        lastTradePrice = priceTicks * instrument.tickSize();
        reference = lastTradePrice;
        referenceChanged = true;
    }

    /** A market tick came in. */
    void ticked(long price) {
        reference = price;
        referenceChanged = true;
    }

    /** True if a limit price in ticks may be entered now. */
    boolean isInBand(long priceTicks) {
        if (!instrument.hasBand() || reference == 0) {
            return true;
        }
        return currentBand().contains(priceTicks);
    }

    /** True if something bounds a market order of this side now. */
    boolean hasCollar(Side side) {
        return instrument.hasBand()
                && (reference != 0 || book.best(side.opposite()) != PriceLevels.NONE);
    }

    /** The worst price in ticks at which a market order of this side may trade now. */
    long collar(Side side) {
        PriceBand bounds;
        if (reference != 0) {
            bounds = currentBand();
        } else {
            collar.center(book.ladder(side.opposite()).bestPrice() * instrument.tickSize());
            bounds = collar;
        }
        return side == Side.BUY ? bounds.highest() : bounds.lowest();
    }

    /** The day is over: what was traded becomes the previous close. */
    void closeDay() {
        if (lastTradePrice != 0) {
            previousClose = lastTradePrice;
        }
        lastTradePrice = 0;
        reference = previousClose;
        referenceChanged = true;
    }

    private PriceBand currentBand() {
        if (referenceChanged) {
            band.center(reference);
            referenceChanged = false;
        }
        return band;
    }

    void save(StateWriter out) {
        out.putLong(lastMatchNumber);
        out.putLong(previousClose);
        out.putLong(lastTradePrice);
        out.putLong(reference);
        saveSide(Side.BUY, out);
        saveSide(Side.SELL, out);
    }

    private void saveSide(Side side, StateWriter out) {
        book.forEach(side, order -> OrderState.save(order, live, out));
        out.putLong(0);
    }

    /** Reads what {@link #save} wrote; notes each order, already resting, in {@code loaded}. */
    void load(StateReader in, List<Integer> loaded) {
        lastMatchNumber = in.getLong();
        previousClose = in.getLong();
        lastTradePrice = in.getLong();
        reference = in.getLong();
        referenceChanged = true;
        loadSide(Side.BUY, in, loaded);
        loadSide(Side.SELL, in, loaded);
    }

    private void loadSide(Side side, StateReader in, List<Integer> loaded) {
        for (long orderId = in.getLong(); orderId != 0; orderId = in.getLong()) {
            int order = OrderState.load(orderId, side, instrument.instrumentId(), live, in);
            book.add(order, live.details().limitPrice(order));
            loaded.add(order);
        }
    }
}
