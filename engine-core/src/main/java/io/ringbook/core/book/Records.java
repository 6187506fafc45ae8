// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import io.ringbook.core.memory.ReservedMemory;
import org.agrona.UnsafeApi;

/**
 * Memory of the books of a shard: records of 32 bytes, two to a cache line, named by an {@code int}
 * above 0. Orders, levels, price nodes and the index of ids live in it side by side.
 *
 * <p>It stands outside the heap at one address: growth moves nothing, a record is a shift and an
 * addition away, and what was expected is in huge pages. Records are handed out for good; whoever
 * took them keeps his own free list, and makes them what he needs them to be. Fields are named by
 * their offset in bytes; a thing of several records goes on in the next ones. Owned by one match
 * shard. See ADR 0018.
 */
final class Records {
    static final int NONE = 0;

    private static final int LENGTH_BITS = 5;
    private static final int IN_LINE = 2;

    /** Addresses reserved for a shard: 4 GiB, of which only what is touched becomes memory. */
    private static final int MOST = 1 << 27;

    private final ReservedMemory memory;
    private final long base;

    /** The first line is no record's. */
    private int next = IN_LINE;

    /**
     * @param expectedRecords records that are in memory from the beginning
     */
    Records(int expectedRecords) {
        memory = ReservedMemory.reserve((long) MOST << LENGTH_BITS);
        memory.touch((long) expectedRecords << LENGTH_BITS);
        base = memory.address();
    }

    long getLong(int record, int offset) {
        return UnsafeApi.getLong(address(record) + offset);
    }

    void putLong(int record, int offset, long value) {
        UnsafeApi.putLong(address(record) + offset, value);
    }

    int getInt(int record, int offset) {
        return UnsafeApi.getInt(address(record) + offset);
    }

    void putInt(int record, int offset, int value) {
        UnsafeApi.putInt(address(record) + offset, value);
    }

    /**
     * Hands out neighbouring records, an even number of them, from the beginning of a cache line.
     * What is in them is of no meaning.
     *
     * @return the first
     * @throws OutOfMemoryError if there are no more
     */
    int allocate(int count) {
        assert count % IN_LINE == 0 : "not whole cache lines";
        if (count > MOST - next) {
            throw new OutOfMemoryError(
                    "The books of this shard are full, at " + MOST + " records.");
        }
        int record = next;
        next = record + count;
        return record;
    }

    /** Takes all records back. */
    void clear() {
        next = IN_LINE;
    }

    private long address(int record) {
        assert record > NONE && record < next : "no such record";
        return base + ((long) record << LENGTH_BITS);
    }
}
