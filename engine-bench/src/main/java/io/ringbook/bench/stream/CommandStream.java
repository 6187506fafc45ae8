// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.stream;

import java.util.Arrays;

/**
 * Commands in columns, as flat arrays: nothing is decoded or looked up while they are played.
 *
 * <pre>
 *  part      indices
 *  fill      0 ..                 orders that fill the book; not timed
 *  measured  measuredFrom() ..    what is timed
 *  drain     measuredTo() ..      sweeps that empty the book, so that the trade hash covers what
 *            .. count()           rested, in its order; not timed
 * </pre>
 *
 * <p>A new order's id is its {@link #id}, its index plus 1 unless the stream was restarted; of any
 * other command {@link #target} is the id that it names. Of a replace, {@link #quantity} is what is
 * to be left of the order and {@link #total} the new total, which is that and what was filled.
 */
public final class CommandStream {
    /** Kind: an order whose rest stays. */
    public static final byte NEW = 1;

    /** Kind: an order whose rest goes. */
    public static final byte IOC = 2;

    /** Kind: an order that trades whole or not at all. */
    public static final byte FOK = 3;

    /** Kind: takes an order out. */
    public static final byte CANCEL = 4;

    /** Kind: gives an order more lots and perhaps a new price; it goes to the back. */
    public static final byte REPLACE = 5;

    /** Kind: takes lots off an order, which keeps its place. */
    public static final byte REDUCE = 6;

    /** Kind: a replace that gives an order another price and leaves it its lots. */
    public static final byte REPRICE = 7;

    /** Side: buys. */
    public static final byte BUY = 1;

    /** Side: sells. */
    public static final byte SELL = 2;

    private static final int FIRST_CAPACITY = 16;

    private byte[] kinds = new byte[FIRST_CAPACITY];
    private byte[] sides = new byte[FIRST_CAPACITY];
    private int[] targets = new int[FIRST_CAPACITY];
    private long[] prices = new long[FIRST_CAPACITY];
    private int[] quantities = new int[FIRST_CAPACITY];
    private int[] totals = new int[FIRST_CAPACITY];

    /** By index: the book; null when there is one. */
    private int[] instruments;

    private int count;
    private int idBefore;
    private int measuredFrom;
    private int measuredTo;

    /** Appends a new order. */
    public void addNew(byte kind, byte side, long price, int quantity) {
        add(kind, side, 0, price, quantity, quantity);
    }

    /** Appends a cancel. */
    public void addCancel(byte side, int target) {
        add(CANCEL, side, target, 0, 0, 0);
    }

    /** Appends a {@link #REPLACE} or {@link #REPRICE}. */
    public void addReplace(byte kind, byte side, int target, long price, int leaves, int total) {
        add(kind, side, target, price, leaves, total);
    }

    /** Appends a reduce. */
    public void addReduce(byte side, int target, int quantity) {
        add(REDUCE, side, target, 0, quantity, 0);
    }

    /**
     * Says which book each command is for.
     *
     * @param byIndex instrument ids from 1; kept
     */
    void setInstruments(int[] byIndex) {
        instruments = byIndex;
    }

    /** What follows is measured. */
    public void beginMeasured() {
        measuredFrom = count;
        measuredTo = count;
    }

    /** What follows is not measured any more. */
    public void endMeasured() {
        measuredTo = count;
    }

    /** Forgets all commands and numbers new orders on, for a stream made piece by piece. */
    public void restart() {
        idBefore += count;
        count = 0;
        beginMeasured();
    }

    /** Commands in all. */
    public int count() {
        return count;
    }

    /** Index of the first measured command. */
    public int measuredFrom() {
        return measuredFrom;
    }

    /** Index behind the last measured command. */
    public int measuredTo() {
        return measuredTo;
    }

    /** Id of the order that the command enters, if it does; rising by one. */
    public int id(int index) {
        return idBefore + index + 1;
    }

    /** Instrument of the book that the command is for, from 1. */
    public int instrument(int index) {
        return instruments == null ? 1 : instruments[index];
    }

    /** One of the kinds above. */
    public byte kind(int index) {
        return kinds[index];
    }

    /** {@link #BUY} or {@link #SELL}; also of a command that names an order. */
    public byte side(int index) {
        return sides[index];
    }

    /** Id of the order named; 0 of a new order. */
    public int target(int index) {
        return targets[index];
    }

    /** Ticks. */
    public long price(int index) {
        return prices[index];
    }

    /** Lots: of the order, to be left of it, or to take off. */
    public int quantity(int index) {
        return quantities[index];
    }

    /** Lots: the new total of a replace. */
    public int total(int index) {
        return totals[index];
    }

    private void add(byte kind, byte side, int target, long price, int quantity, int total) {
        if (count == kinds.length) {
            grow();
        }
        kinds[count] = kind;
        sides[count] = side;
        targets[count] = target;
        prices[count] = price;
        quantities[count] = quantity;
        totals[count] = total;
        count++;
    }

    private void grow() {
        int capacity = count * 2;
        kinds = Arrays.copyOf(kinds, capacity);
        sides = Arrays.copyOf(sides, capacity);
        targets = Arrays.copyOf(targets, capacity);
        prices = Arrays.copyOf(prices, capacity);
        quantities = Arrays.copyOf(quantities, capacity);
        totals = Arrays.copyOf(totals, capacity);
    }
}
