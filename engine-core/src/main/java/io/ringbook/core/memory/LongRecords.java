// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.memory;

import org.agrona.UnsafeApi;

/**
 * Records of some longs each, by number from 0, outside the heap at one address (ADR 0018). What
 * was never set is 0. Growth is the use of a further record: nothing is allocated, moved or cleared
 * for it. Records of two, four or eight longs do not lie across more cache lines than they must.
 *
 * <p>One thread. Numbers are asserted, not checked.
 */
public final class LongRecords {
    private final ReservedMemory memory;
    private final long base;
    private final int recordLength;
    private final int most;

    /**
     * @param recordLength longs of a record
     * @param most records that there are addresses for
     * @param expected records that are in memory from the beginning
     */
    public LongRecords(int recordLength, int most, int expected) {
        this.recordLength = recordLength;
        this.most = most;
        memory = ReservedMemory.reserve(bytes(most));
        memory.touch(bytes(expected));
        base = memory.address();
    }

    /** A long of a record. */
    public long get(int record, int index) {
        return UnsafeApi.getLong(address(record, index));
    }

    /** Sets a long of a record. */
    public void set(int record, int index, long value) {
        UnsafeApi.putLong(address(record, index), value);
    }

    /** Sets all longs of the first {@code count} records to 0. */
    public void clear(int count) {
        UnsafeApi.setMemory(base, bytes(Math.min(count, most)), (byte) 0);
    }

    private long address(int record, int index) {
        assert record >= 0 && record < most : "no such record";
        assert index >= 0 && index < recordLength : "no such long of a record";
        return base + ((((long) record * recordLength) + index) << 3);
    }

    private long bytes(int records) {
        return (long) records * recordLength * Long.BYTES;
    }
}
