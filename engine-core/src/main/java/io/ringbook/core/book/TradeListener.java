// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

/**
 * Takes what {@link Matcher} does, in the order in which it happens, and says what it may not do.
 */
public interface TradeListener {
    /** Events that may still be reported; a step of a sweep takes at most two (rule 2.8). */
    int room();

    /**
     * True if two orders must not trade with each other (rule 4.1). Asked only of orders that both
     * are in a group of self-trade prevention.
     *
     * @param taker incoming order
     * @param maker resting order
     */
    boolean isSelfTrade(int taker, int maker);

    /**
     * Two orders met that must not trade; the listener takes out or decrements what its rules say.
     *
     * @return true if the incoming order meets no more
     */
    boolean onSelfTrade(int taker, int maker);

    /**
     * Two orders traded; their leaves are what is left after it. A maker without leaves is out of
     * its book and not registered any more; its slot is given back after this call.
     *
     * @param lots quantity, lots
     * @param price the maker's, ticks
     */
    void onTrade(int taker, int maker, long lots, long price);
}
