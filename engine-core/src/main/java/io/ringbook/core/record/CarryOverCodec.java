// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.record;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.CarryOverDescriptor;
import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.core.order.CommandKind;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** The carry-over of a day as records: one state, cut into parts (rule 7.6). Stateless. */
public final class CarryOverCodec {
    /** Largest payload of one part, in bytes. */
    public static final int MAX_PAYLOAD = 1 << 20;

    private CarryOverCodec() {}

    /** Starts a record with one part of a state. */
    public static void encode(
            DirectBuffer state,
            int stateLength,
            int part,
            long stateHash,
            long sequence,
            long timeNs,
            RecordBuffer record) {
        int from = part * MAX_PAYLOAD;
        int payload = Math.min(MAX_PAYLOAD, stateLength - from);
        CommandEncoder.beginRecord(CommandKind.CARRY_OVER, sequence, timeNs, record);
        int at = record.append(CarryOverDescriptor.LENGTH + payload);
        MutableDirectBuffer to = record.buffer();
        to.setMemory(at, CarryOverDescriptor.LENGTH, (byte) 0);
        to.putInt(at + CarryOverDescriptor.PART_OFFSET, part, LITTLE_ENDIAN);
        to.putInt(at + CarryOverDescriptor.PARTS_OFFSET, parts(stateLength), LITTLE_ENDIAN);
        to.putLong(at + CarryOverDescriptor.STATE_HASH_OFFSET, stateHash, LITTLE_ENDIAN);
        to.putInt(at + CarryOverDescriptor.PAYLOAD_LENGTH_BYTES_OFFSET, payload, LITTLE_ENDIAN);
        to.putBytes(at + CarryOverDescriptor.LENGTH, state, from, payload);
        CommandEncoder.endCommand(record);
    }

    /** Parts that a state of this length takes. */
    public static int parts(int stateLength) {
        return (stateLength + MAX_PAYLOAD - 1) / MAX_PAYLOAD;
    }

    /** Index of the part that the record at {@code offset} holds. */
    public static int part(DirectBuffer record, int offset) {
        return record.getInt(struct(offset) + CarryOverDescriptor.PART_OFFSET, LITTLE_ENDIAN);
    }

    /** Parts in all. */
    public static int parts(DirectBuffer record, int offset) {
        return record.getInt(struct(offset) + CarryOverDescriptor.PARTS_OFFSET, LITTLE_ENDIAN);
    }

    /** Hash of the whole state. */
    public static long stateHash(DirectBuffer record, int offset) {
        return record.getLong(
                struct(offset) + CarryOverDescriptor.STATE_HASH_OFFSET, LITTLE_ENDIAN);
    }

    /** Offset of this part's bytes. */
    public static int payloadOffset(int offset) {
        return struct(offset) + CarryOverDescriptor.LENGTH;
    }

    /** Number of this part's bytes. */
    public static int payloadLength(DirectBuffer record, int offset) {
        return record.getInt(
                struct(offset) + CarryOverDescriptor.PAYLOAD_LENGTH_BYTES_OFFSET, LITTLE_ENDIAN);
    }

    private static int struct(int offset) {
        return offset + RecordHeaderDescriptor.LENGTH;
    }
}
