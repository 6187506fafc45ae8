// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import java.util.Arrays;
import org.agrona.UnsafeApi;

/**
 * Memory of the books of a shard: records of 32 bytes, named by an {@code int} above 0. Orders,
 * levels and price nodes live in it side by side, so that an order's neighbour may be its level.
 *
 * <p>The first block is as large as what was expected, and what is beyond it comes in further
 * blocks: growth moves nothing, and a record of the first block costs what an array element costs.
 * Records are handed out for good; whoever took them keeps his own free list. Fields are named by
 * their offset in bytes; a thing of several records goes on in the next ones. Owned by one match
 * shard.
 */
final class Records {
    static final int NONE = 0;

    private static final int LENGTH_BITS = 5;

    /**
     * The elements of an array begin 16 bytes behind its address, which for large arrays is a
     * multiple of a cache line: with these before the first, no record lies in two lines.
     */
    private static final int PAD_WORDS = 2;

    private static final long BASE =
            UnsafeApi.arrayBaseOffset(long[].class) + (long) PAD_WORDS * Long.BYTES;
    private static final int WORDS_BITS = 2;

    private static final int BLOCK_BITS = 14;
    private static final int BLOCK_RECORDS = 1 << BLOCK_BITS;
    private static final int BLOCK_MASK = BLOCK_RECORDS - 1;

    /** A first block of a gibibyte. */
    private static final int MOST_FIRST_BLOCKS = 1 << (30 - LENGTH_BITS - BLOCK_BITS);

    /** Record 0 is none. */
    private static final int FIRST = 1;

    private final long[] first;
    private final int firstRecords;

    /** Blocks behind the first one. */
    private long[][] more = new long[0][];

    private int next = FIRST;

    /**
     * @param expectedRecords records in the first block, at least, up to a gibibyte
     */
    Records(int expectedRecords) {
        int blocks = (expectedRecords + BLOCK_MASK) >>> BLOCK_BITS;
        firstRecords = Math.clamp(blocks, 1, MOST_FIRST_BLOCKS) << BLOCK_BITS;
        first = new long[(firstRecords << WORDS_BITS) + PAD_WORDS];
    }

    long getLong(int record, int offset) {
        return UnsafeApi.getLong(block(record), address(record) + offset);
    }

    void putLong(int record, int offset, long value) {
        UnsafeApi.putLong(block(record), address(record) + offset, value);
    }

    int getInt(int record, int offset) {
        return UnsafeApi.getInt(block(record), address(record) + offset);
    }

    void putInt(int record, int offset, int value) {
        UnsafeApi.putInt(block(record), address(record) + offset, value);
    }

    /** Hands out neighbouring records, at most as many as a block has, all in one; the first. */
    int allocate(int count) {
        int record = next;
        if (record < firstRecords && record + count > firstRecords) {
            record = firstRecords;
        } else if (record >= firstRecords && (record & BLOCK_MASK) + count > BLOCK_RECORDS) {
            record = (record + BLOCK_MASK) & ~BLOCK_MASK;
        }
        next = record + count;
        if (next > capacity()) {
            more = Arrays.copyOf(more, more.length + 1);
            more[more.length - 1] = new long[(BLOCK_RECORDS << WORDS_BITS) + PAD_WORDS];
        }
        return record;
    }

    /** Records that there is memory for. */
    int capacity() {
        return firstRecords + (more.length << BLOCK_BITS);
    }

    /** Takes all records back and clears them. */
    void clear() {
        Arrays.fill(first, 0);
        for (long[] block : more) {
            Arrays.fill(block, 0);
        }
        next = FIRST;
    }

    private long[] block(int record) {
        assert record > NONE && record < next : "no such record";
        return record < firstRecords ? first : more[(record - firstRecords) >>> BLOCK_BITS];
    }

    private long address(int record) {
        int inBlock = record < firstRecords ? record : record & BLOCK_MASK;
        return BASE + ((long) inBlock << LENGTH_BITS);
    }
}
