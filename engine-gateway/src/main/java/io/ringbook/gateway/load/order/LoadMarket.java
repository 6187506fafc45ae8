// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.order;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.gateway.fault.Fault;

/**
 * Where on an instrument a load trades: around a middle price that stays, within so many ticks of
 * it. Immutable; prices and quantities are mantissas.
 *
 * @param instrumentId the exchange's
 * @param tick price grid
 * @param lot quantity grid
 * @param leastLots smallest order, in lots
 * @param mostLots largest total of an order, in lots
 * @param middle a price on the grid
 * @param widthTicks how far from the middle the farthest order is
 */
public record LoadMarket(
        int instrumentId,
        long tick,
        long lot,
        long leastLots,
        long mostLots,
        long middle,
        int widthTicks) {
    /** How far orders go where nothing forbids it. */
    static final int WIDTH_TICKS = 200;

    private static final long MILLION = 1_000_000;
    private static final long DEFAULT_UNITS = 100;

    /**
     * A market on an instrument.
     *
     * @param middle mantissa on the grid, or 0: then 100 units, if the instrument has no band
     * @throws Fault if a band hides where orders are taken, or there is no room for a market
     */
    public static LoadMarket of(Instrument instrument, long middle) {
        long tick = instrument.tickSize();
        if (middle == 0 && instrument.bandPpm() > 0) {
            throw new Fault(
                    instrument.symbol()
                            + " has a price band, and an exchange does not tell around which price:"
                            + " say it, as in --symbol "
                            + instrument.symbol()
                            + "=PRICE");
        }
        long around = middle == 0 ? defaultMiddle(instrument) : middle;
        long width = Math.min(WIDTH_TICKS, around / tick / 2);
        if (instrument.bandPpm() > 0) {
            // Half of the band: the reference moves with each trade.
            long band = (long) ((double) around * instrument.bandPpm() / MILLION / 2 / tick);
            width = Math.min(width, band);
        }
        if (width < 2) {
            throw new Fault(
                    "there are no two ticks of "
                            + instrument.symbol()
                            + " around the price to trade at; give another price with --symbol");
        }
        long least = Math.max(1, -Math.floorDiv(-instrument.minQuantity(), instrument.lotSize()));
        long most =
                instrument.maxQuantity() == 0
                        ? Long.MAX_VALUE / instrument.lotSize()
                        : Math.max(least, instrument.maxQuantity() / instrument.lotSize());
        return new LoadMarket(
                instrument.instrumentId(),
                tick,
                instrument.lotSize(),
                least,
                most,
                around,
                (int) width);
    }

    private static long defaultMiddle(Instrument instrument) {
        long units = DEFAULT_UNITS;
        for (int i = 0; i < instrument.priceDecimals(); i++) {
            units *= 10;
        }
        long tick = instrument.tickSize();
        return Math.max(units / tick, 2L * WIDTH_TICKS) * tick;
    }
}
