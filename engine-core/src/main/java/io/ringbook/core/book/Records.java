// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import java.util.Arrays;

/**
 * Memory of the books of a shard: records of four longs, 32 bytes, named by an {@code int} above 0.
 * Orders, levels and pages live in it side by side, so that an order's neighbour may be its level.
 *
 * <p>The first block is as large as what was expected, and what is beyond it comes in further
 * blocks: growth moves nothing, and a record of the first block costs what an array element costs.
 * Records are handed out for good; whoever took them keeps his own free list. Owned by one match
 * shard.
 */
final class Records {
    static final int NONE = 0;

    private static final int WORDS_BITS = 2;
    private static final int BLOCK_BITS = 14;
    private static final int BLOCK_RECORDS = 1 << BLOCK_BITS;
    private static final int BLOCK_MASK = BLOCK_RECORDS - 1;
    private static final long LOW_INT = 0xffff_ffffL;

    /** Record 0 is none. */
    private static final int FIRST = 1;

    private final long[] first;
    private final int firstBlocks;

    /** Blocks behind the first one. */
    private long[][] more = new long[0][];

    private int next = FIRST;

    /**
     * @param expectedRecords records in the first block, at least
     */
    Records(int expectedRecords) {
        firstBlocks = Math.max(1, (expectedRecords + BLOCK_MASK) >>> BLOCK_BITS);
        first = new long[Math.multiplyExact(firstBlocks, BLOCK_RECORDS << WORDS_BITS)];
    }

    /** A word of a record; a record of eight words has its second half in the next record. */
    long get(int record, int word) {
        int at = (record << WORDS_BITS) + word;
        return Integer.compareUnsigned(at, first.length) < 0 ? first[at] : getMore(record, word);
    }

    void set(int record, int word, long value) {
        int at = (record << WORDS_BITS) + word;
        if (Integer.compareUnsigned(at, first.length) < 0) {
            first[at] = value;
        } else {
            setMore(record, word, value);
        }
    }

    /** The high half of a word. */
    int high(int record, int word) {
        return (int) (get(record, word) >>> 32);
    }

    /** The low half of a word. */
    int low(int record, int word) {
        return (int) get(record, word);
    }

    void setHigh(int record, int word, int value) {
        set(record, word, (get(record, word) & LOW_INT) | ((long) value << 32));
    }

    void setLow(int record, int word, int value) {
        set(record, word, (get(record, word) & ~LOW_INT) | (value & LOW_INT));
    }

    /** Hands out neighbouring records, at most as many as a block has, all in one; the first. */
    int allocate(int count) {
        int record = next;
        int bound = firstBlocks << BLOCK_BITS;
        if (record < bound && record + count > bound) {
            record = bound;
        } else if (record >= bound && (record & BLOCK_MASK) + count > BLOCK_RECORDS) {
            record = (record + BLOCK_MASK) & ~BLOCK_MASK;
        }
        next = record + count;
        if (next > capacity()) {
            more = Arrays.copyOf(more, more.length + 1);
            more[more.length - 1] = new long[BLOCK_RECORDS << WORDS_BITS];
        }
        return record;
    }

    /** Records that there is memory for. */
    int capacity() {
        return (firstBlocks + more.length) << BLOCK_BITS;
    }

    /** Takes all records back and clears them. */
    void clear() {
        Arrays.fill(first, 0);
        for (long[] block : more) {
            Arrays.fill(block, 0);
        }
        next = FIRST;
    }

    private long getMore(int record, int word) {
        return more[(record >>> BLOCK_BITS) - firstBlocks][
                ((record & BLOCK_MASK) << WORDS_BITS) + word];
    }

    private void setMore(int record, int word, long value) {
        more[(record >>> BLOCK_BITS) - firstBlocks][((record & BLOCK_MASK) << WORDS_BITS) + word] =
                value;
    }
}
