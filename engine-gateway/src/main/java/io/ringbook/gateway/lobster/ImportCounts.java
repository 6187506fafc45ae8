// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

/** What an import made of a day, counted. Index of the arrays is LOBSTER's message type. */
public final class ImportCounts {
    private static final int TYPES = MessageReader.HALT + 1;

    final long[] rows = new long[TYPES];
    final long[] newOrders = new long[TYPES];
    final long[] reduces = new long[TYPES];
    final long[] cancels = new long[TYPES];
    final long[] rowsOfSeveral = new long[TYPES];
    long seedOrders;
    long levelsLeft;
    long ordersLeft;
    long levelsShownAgain;
    long commands;
    int levels;

    /** Rows of the message file. */
    public long rows() {
        long sum = 0;
        for (long count : rows) {
            sum += count;
        }
        return sum;
    }

    /** Rows of one message type, 1 to 7. */
    public long rows(int type) {
        return rows[type];
    }

    /** New orders made of rows of a type: resting ones of type 1, IOC of type 4. */
    public long newOrders(int type) {
        return newOrders[type];
    }

    /** Reduces made of rows of a type. */
    public long reduces(int type) {
        return reduces[type];
    }

    /** Cancels made of rows of a type. */
    public long cancels(int type) {
        return cancels[type];
    }

    /** Rows of a type that took more than one command. */
    public long rowsOfSeveral(int type) {
        return rowsOfSeveral[type];
    }

    /** Anonymous orders of the book before the first row. */
    public long seedOrders() {
        return seedOrders;
    }

    /** Levels that left the window. */
    public long levelsLeft() {
        return levelsLeft;
    }

    /** Orders canceled because their level left the window. */
    public long ordersLeft() {
        return ordersLeft;
    }

    /** Levels that showed again, each as one anonymous order. */
    public long levelsShownAgain() {
        return levelsShownAgain;
    }

    /** Commands in the file. */
    public long commands() {
        return commands;
    }

    /** Levels per side in the order book file. */
    public int levels() {
        return levels;
    }
}
