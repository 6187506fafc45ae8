// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the header of a journal record in place; layout: {@link RecordHeaderDescriptor}. It checks
 * nothing but the buffer's bounds: lengths and counts are as the bytes say, and as {@code int} a
 * value of 2<sup>31</sup> or more is negative.
 *
 * <p>Valid while the wrapped bytes stay; not thread-safe.
 */
public final class RecordHeaderFlyweight {
    private DirectBuffer buffer;
    private int offset;

    /** Reads the header that starts at {@code offset} of {@code buffer} from now on. */
    public RecordHeaderFlyweight wrap(DirectBuffer buffer, int offset) {
        buffer.boundsCheck(offset, RecordHeaderDescriptor.LENGTH);
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public int lengthBytes() {
        return buffer.getInt(offset + RecordHeaderDescriptor.LENGTH_BYTES_OFFSET, LITTLE_ENDIAN);
    }

    public byte kind() {
        return buffer.getByte(offset + RecordHeaderDescriptor.KIND_OFFSET);
    }

    public byte flags() {
        return buffer.getByte(offset + RecordHeaderDescriptor.FLAGS_OFFSET);
    }

    public int schemaVersion() {
        return Short.toUnsignedInt(
                buffer.getShort(
                        offset + RecordHeaderDescriptor.SCHEMA_VERSION_OFFSET, LITTLE_ENDIAN));
    }

    public long sequence() {
        return buffer.getLong(offset + RecordHeaderDescriptor.SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }

    public long timeNs() {
        return buffer.getLong(offset + RecordHeaderDescriptor.TIME_NS_OFFSET, LITTLE_ENDIAN);
    }

    public long forcedWatermark() {
        return buffer.getLong(
                offset + RecordHeaderDescriptor.FORCED_WATERMARK_OFFSET, LITTLE_ENDIAN);
    }

    public long chainHash() {
        return buffer.getLong(offset + RecordHeaderDescriptor.CHAIN_HASH_OFFSET, LITTLE_ENDIAN);
    }

    public int commandLengthBytes() {
        return buffer.getInt(
                offset + RecordHeaderDescriptor.COMMAND_LENGTH_BYTES_OFFSET, LITTLE_ENDIAN);
    }

    public int eventCount() {
        return buffer.getInt(offset + RecordHeaderDescriptor.EVENT_COUNT_OFFSET, LITTLE_ENDIAN);
    }

    public int rulesVersion() {
        return Short.toUnsignedInt(
                buffer.getShort(
                        offset + RecordHeaderDescriptor.RULES_VERSION_OFFSET, LITTLE_ENDIAN));
    }

    public int crc32c() {
        return buffer.getInt(offset + RecordHeaderDescriptor.CRC32C_OFFSET, LITTLE_ENDIAN);
    }
}
