// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.codec.journal.RecordHeaderDescriptor.CHAIN_HASH_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.CRC32C_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.FORCED_WATERMARK_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.LENGTH;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import net.openhft.hashing.LongHashFunction;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Fills in and checks what binds a record to its bytes and to the record before it.
 *
 * <p>Chain hash: XXH3-64 (seed 0) over the whole record with forcedWatermark 0, crc32c 0 and, in
 * the place of the chain hash, the previous record's. Checksum: CRC32C over the whole record with
 * crc32c 0, made after the chain hash and the watermark are in place. So the watermark, which
 * depends on when the disk was reached, is under the checksum and outside the chain.
 *
 * <p>Seals a copy of the record in memory of its own, which grows to the largest record; checks
 * records where they stand in a window, and leaves them as they were. One thread; no allocation but
 * for that growth.
 */
final class RecordSealer {
    /** Version of the matching rules under which this build makes records. */
    static final short RULES_VERSION = 1;

    /** No record is longer. 65,536 events of 128 bytes and a command take about 8.4 MB. */
    static final int MAX_RECORD_LENGTH = 16 << 20;

    private static final int INITIAL_CAPACITY = 1 << 16;

    private final LongHashFunction xxh3 = LongHashFunction.xx3();
    private final CRC32C crc = new CRC32C();
    private final UnsafeBuffer copy = new UnsafeBuffer(new byte[0]);
    private ByteBuffer bytes;
    private long address;

    /** Seals a record in place, and keeps a sealed copy at {@link #address}. */
    void seal(
            MutableDirectBuffer record, int offset, int length, long previousHash, long watermark) {
        copy(record, offset, length);
        copy.putLong(FORCED_WATERMARK_OFFSET, 0L);
        copy.putInt(CRC32C_OFFSET, 0);
        copy.putLong(CHAIN_HASH_OFFSET, previousHash, LITTLE_ENDIAN);
        copy.putLong(CHAIN_HASH_OFFSET, xxh3.hashMemory(address, length), LITTLE_ENDIAN);
        copy.putLong(FORCED_WATERMARK_OFFSET, watermark, LITTLE_ENDIAN);
        copy.putInt(CRC32C_OFFSET, checksum(bytes, 0, length), LITTLE_ENDIAN);
        record.putBytes(offset, copy, 0, LENGTH);
    }

    /** Whether the checksum of a record in a window is the one of its bytes. */
    boolean hasChecksum(FileWindow window, int offset, int length) {
        UnsafeBuffer buffer = window.buffer();
        int stored = buffer.getInt(offset + CRC32C_OFFSET, LITTLE_ENDIAN);
        buffer.putInt(offset + CRC32C_OFFSET, 0);
        int computed = checksum(window.bytes(), offset, length);
        buffer.putInt(offset + CRC32C_OFFSET, stored, LITTLE_ENDIAN);
        return stored == computed;
    }

    /** Whether a record in a window goes on from a chain hash. */
    boolean continuesChain(FileWindow window, int offset, int length, long previousHash) {
        UnsafeBuffer buffer = window.buffer();
        int crc32c = buffer.getInt(offset + CRC32C_OFFSET);
        long watermark = buffer.getLong(offset + FORCED_WATERMARK_OFFSET);
        long stored = chainHash(buffer, offset);
        buffer.putInt(offset + CRC32C_OFFSET, 0);
        buffer.putLong(offset + FORCED_WATERMARK_OFFSET, 0L);
        buffer.putLong(offset + CHAIN_HASH_OFFSET, previousHash, LITTLE_ENDIAN);
        long computed = xxh3.hashMemory(buffer.addressOffset() + offset, length);
        buffer.putInt(offset + CRC32C_OFFSET, crc32c);
        buffer.putLong(offset + FORCED_WATERMARK_OFFSET, watermark);
        buffer.putLong(offset + CHAIN_HASH_OFFSET, stored, LITTLE_ENDIAN);
        return stored == computed;
    }

    /** Where the sealed copy stands in memory; valid until the next call. */
    long address() {
        return address;
    }

    /** The chain hash in the header of a record. */
    static long chainHash(DirectBuffer record, int offset) {
        return record.getLong(offset + CHAIN_HASH_OFFSET, LITTLE_ENDIAN);
    }

    private void copy(DirectBuffer record, int offset, int length) {
        if (length > copy.capacity()) {
            grow(Math.max(length, Math.max(INITIAL_CAPACITY, 2 * copy.capacity())));
        }
        copy.putBytes(0, record, offset, length);
    }

    private void grow(int capacity) {
        bytes = ByteBuffer.allocateDirect(capacity);
        copy.wrap(bytes);
        address = BufferUtil.address(bytes);
    }

    private int checksum(ByteBuffer of, int offset, int length) {
        crc.reset();
        crc.update(of.clear().position(offset).limit(offset + length));
        return (int) crc.getValue();
    }
}
