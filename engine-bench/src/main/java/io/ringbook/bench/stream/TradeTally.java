// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

/**
 * What an engine did: its trades, counted and hashed in their order, and its cancels. Every engine
 * reports here, so that all carry the same weight. One thread.
 */
public final class TradeTally {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private long trades;
    private long tradedLots;
    private long tradeHash;
    private long cancels;
    private long canceledLots;

    /**
     * One trade.
     *
     * @param taker id of the incoming order
     * @param maker id of the resting order
     * @param price ticks
     * @param lots quantity
     */
    public void traded(long taker, long maker, long price, long lots) {
        trades++;
        tradedLots += lots;
        long trade = taker + Long.rotateLeft(maker, 32) + price * 31 + Long.rotateLeft(lots, 48);
        tradeHash = (tradeHash ^ trade) * PRIME;
    }

    /**
     * A cancel took an order out.
     *
     * @param lots what was left of it
     */
    public void canceled(long lots) {
        cancels++;
        canceledLots += lots;
    }

    /** Trades. */
    public long trades() {
        return trades;
    }

    /** All that an engine did, to compare. */
    public Totals totals() {
        return new Totals(trades, tradedLots, cancels, canceledLots, tradeHash);
    }

    /**
     * Totals at one moment.
     *
     * @param trades number of trades
     * @param tradedLots sum of their lots
     * @param cancels orders that cancel commands took out
     * @param canceledLots sum of what was left of these
     * @param tradeHash of all trades, with both ids, price and lots, in their order
     */
    public record Totals(
            long trades, long tradedLots, long cancels, long canceledLots, long tradeHash) {}
}
