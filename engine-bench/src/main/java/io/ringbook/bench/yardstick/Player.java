// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

/** What the harness drives: plays messages in order, each wholly before the next is looked at. */
interface Player {
    /**
     * Plays a run of messages and hands over every report of it.
     *
     * @param messages address of the first, see {@link MessageDescriptor}
     */
    void play(long messages, int count);

    /** Highest bid, ticks; {@link Long#MIN_VALUE} without one. */
    long bestBid();

    /** Lowest ask, ticks; {@link Long#MAX_VALUE} without one. */
    long bestAsk();

    /**
     * Lots that rest at a price.
     *
     * @param side 0 buy, 1 sell
     */
    long quantityAt(long price, int side);
}
