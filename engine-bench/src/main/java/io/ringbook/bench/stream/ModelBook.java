// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A plain book that trades by price and time while a stream is made, and knows which orders are
 * alive. Obvious before fast; shares no code with any engine measured.
 *
 * <p>Prices in ticks, quantities in lots. Ids are indices into its arrays, which grow.
 */
final class ModelBook {
    private static final int FIRST_CAPACITY = 64;

    /** The orders at one price, oldest first, linked by id; 0 is none. */
    private static final class Level {
        int first;
        int last;
    }

    private final TreeMap<Long, Level> bids = new TreeMap<>(Comparator.reverseOrder());
    private final TreeMap<Long, Level> asks = new TreeMap<>();
    private final TradeTally tally = new TradeTally();

    /** By id. */
    private byte[] sides = new byte[FIRST_CAPACITY];

    private long[] prices = new long[FIRST_CAPACITY];
    private int[] leaves = new int[FIRST_CAPACITY];
    private int[] filled = new int[FIRST_CAPACITY];
    private int[] before = new int[FIRST_CAPACITY];
    private int[] behind = new int[FIRST_CAPACITY];

    /** By id: place in {@link #live}. */
    private int[] places = new int[FIRST_CAPACITY];

    private int[] live = new int[FIRST_CAPACITY];
    private int liveCount;

    /** Enters an order; what is left of it rests if it may. */
    void enter(int id, byte side, long price, int quantity, boolean rests) {
        reserve(id);
        sides[id] = side;
        prices[id] = price;
        leaves[id] = quantity;
        filled[id] = 0;
        trade(id);
        if (leaves[id] > 0 && rests) {
            rest(id);
        } else {
            leaves[id] = 0;
        }
    }

    /** Takes an order out, if it is alive. */
    void cancel(int id) {
        if (isLive(id)) {
            tally.canceled(leaves[id]);
            remove(id);
            leaves[id] = 0;
        }
    }

    /** Gives a live order a new price and leaves, at the back. */
    void replace(int id, long price, int newLeaves) {
        remove(id);
        prices[id] = price;
        leaves[id] = newLeaves;
        trade(id);
        if (leaves[id] > 0) {
            rest(id);
        }
    }

    boolean isLive(int id) {
        return leaves[id] > 0;
    }

    int leaves(int id) {
        return leaves[id];
    }

    /** Lots of the order that traded. */
    int filled(int id) {
        return filled[id];
    }

    byte side(int id) {
        return sides[id];
    }

    long price(int id) {
        return prices[id];
    }

    int liveCount() {
        return liveCount;
    }

    /** The id at a place from 0 among the live orders; their order is a function of the stream. */
    int live(int place) {
        return live[place];
    }

    int levelCount() {
        return bids.size() + asks.size();
    }

    boolean isEmpty(byte side) {
        return levels(side).isEmpty();
    }

    /** Best price of a side that is not empty. */
    long best(byte side) {
        return levels(side).firstKey();
    }

    /** Worst price of a side that is not empty. */
    long worst(byte side) {
        return levels(side).lastKey();
    }

    TradeTally.Totals totals() {
        return tally.totals();
    }

    private void trade(int taker) {
        boolean buys = sides[taker] == CommandStream.BUY;
        NavigableMap<Long, Level> opposite = buys ? asks : bids;
        while (leaves[taker] > 0) {
            Map.Entry<Long, Level> best = opposite.firstEntry();
            if (best == null
                    || (buys ? best.getKey() > prices[taker] : best.getKey() < prices[taker])) {
                return;
            }
            int maker = best.getValue().first;
            int lots = Math.min(leaves[taker], leaves[maker]);
            tally.traded(taker, maker, prices[maker], lots);
            filled[taker] += lots;
            filled[maker] += lots;
            leaves[taker] -= lots;
            if (lots == leaves[maker]) {
                remove(maker);
            }
            leaves[maker] -= lots;
        }
    }

    private void rest(int id) {
        Level level = levels(sides[id]).computeIfAbsent(prices[id], price -> new Level());
        before[id] = level.last;
        behind[id] = 0;
        if (level.last == 0) {
            level.first = id;
        } else {
            behind[level.last] = id;
        }
        level.last = id;
        if (liveCount == live.length) {
            live = Arrays.copyOf(live, liveCount * 2);
        }
        places[id] = liveCount;
        live[liveCount++] = id;
    }

    private void remove(int id) {
        Level level = levels(sides[id]).get(prices[id]);
        if (before[id] == 0) {
            level.first = behind[id];
        } else {
            behind[before[id]] = behind[id];
        }
        if (behind[id] == 0) {
            level.last = before[id];
        } else {
            before[behind[id]] = before[id];
        }
        if (level.first == 0) {
            levels(sides[id]).remove(prices[id]);
        }
        int moved = live[--liveCount];
        live[places[id]] = moved;
        places[moved] = places[id];
    }

    private NavigableMap<Long, Level> levels(byte side) {
        return side == CommandStream.BUY ? bids : asks;
    }

    private void reserve(int id) {
        if (id < sides.length) {
            return;
        }
        int capacity = Math.max(id + 1, sides.length * 2);
        sides = Arrays.copyOf(sides, capacity);
        prices = Arrays.copyOf(prices, capacity);
        leaves = Arrays.copyOf(leaves, capacity);
        filled = Arrays.copyOf(filled, capacity);
        before = Arrays.copyOf(before, capacity);
        behind = Arrays.copyOf(behind, capacity);
        places = Arrays.copyOf(places, capacity);
    }
}
