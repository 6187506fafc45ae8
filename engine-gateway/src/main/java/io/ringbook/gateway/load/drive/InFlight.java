// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.drive;

import io.ringbook.core.order.CommandKind;

/**
 * What a session has sent and not been answered, in its order: answers come in the same. Rings of
 * {@value #CAPACITY}. One thread.
 */
final class InFlight {
    static final int CAPACITY = 1 << 16;

    private static final int MASK = CAPACITY - 1;

    private final long[] dueNs = new long[CAPACITY];
    private final long[] ids = new long[CAPACITY];
    private final int[] marks = new int[CAPACITY];
    private final byte[] kinds = new byte[CAPACITY];
    private final boolean[] measured = new boolean[CAPACITY];
    private long sentCount;
    private long answeredCount;

    /** Commands without an answer. */
    int count() {
        return (int) (sentCount - answeredCount);
    }

    boolean isFull() {
        return count() == CAPACITY;
    }

    /**
     * A command was sent.
     *
     * @param id word 1 of its client order id
     * @param counts true if it belongs to the measured time
     */
    void add(CommandKind kind, int mark, long id, long due, boolean counts) {
        int at = (int) sentCount++ & MASK;
        kinds[at] = kind.code();
        marks[at] = mark;
        ids[at] = id;
        dueNs[at] = due;
        measured[at] = counts;
    }

    /** The first has its answer. */
    void removeFirst() {
        answeredCount++;
    }

    /** Kind of the one at an index from 0, the first sent. */
    CommandKind kind(int index) {
        return CommandKind.of(kinds[at(index)]);
    }

    /** The source's mark of the first. */
    int mark() {
        return marks[at(0)];
    }

    /** Word 1 of the first one's client order id. */
    long id() {
        return ids[at(0)];
    }

    /** From when its latency counts. */
    long dueNs(int index) {
        return dueNs[at(index)];
    }

    /** True if it belongs to the measured time. */
    boolean isMeasured(int index) {
        return measured[at(index)];
    }

    /** It no longer belongs to the measured time. */
    void giveUp(int index) {
        measured[at(index)] = false;
    }

    private int at(int index) {
        return (int) (answeredCount + index) & MASK;
    }
}
