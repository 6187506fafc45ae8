// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.codec.journal.RecordHeaderDescriptor.COMMAND_LENGTH_BYTES_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.KIND_CUT;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.KIND_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.LENGTH;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.LENGTH_BYTES_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.RULES_VERSION_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.SCHEMA_VERSION;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.SCHEMA_VERSION_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.SEQUENCE_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.TIME_NS_OFFSET;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.CutDescriptor;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The record of a cut: what follows {@code position} in the roll file {@code roll} is not part of
 * the journal. It stands first in the roll file after, carries the sequence and the time of the
 * last record kept, and goes on with its chain. Its command lies as {@link CutDescriptor} says.
 */
public final class CutRecord {
    /** The last record was not finished when its writer died. */
    public static final byte TORN = 1;

    /**
     * The machine stopped; the record was above the forced watermark and did not reach the disk.
     */
    public static final byte LOST = 2;

    static final int RECORD_LENGTH = LENGTH + CutDescriptor.LENGTH;

    private static final int ROLL_AT = LENGTH + CutDescriptor.ROLL_OFFSET;
    private static final int REASON_AT = LENGTH + CutDescriptor.REASON_OFFSET;
    private static final int POSITION_AT = LENGTH + CutDescriptor.POSITION_OFFSET;
    private static final int INCARNATION_AT = LENGTH + CutDescriptor.INCARNATION_OFFSET;

    private CutRecord() {}

    /** Number of the roll file that was cut. */
    public static int roll(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + ROLL_AT, LITTLE_ENDIAN);
    }

    /** {@link #TORN} or {@link #LOST}. */
    public static byte reason(DirectBuffer buffer, int offset) {
        return buffer.getByte(offset + REASON_AT);
    }

    /** Byte in the cut file from which nothing counts. */
    public static long position(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + POSITION_AT, LITTLE_ENDIAN);
    }

    /** Incarnation of the journal from this record on. */
    public static int incarnation(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + INCARNATION_AT, LITTLE_ENDIAN);
    }

    /** Puts an unsealed record at the start of {@code buffer}, which is all zero there. */
    static void put(
            MutableDirectBuffer buffer, Cut cut, int incarnation, long sequence, long timeNs) {
        buffer.putInt(LENGTH_BYTES_OFFSET, RECORD_LENGTH, LITTLE_ENDIAN);
        buffer.putByte(KIND_OFFSET, KIND_CUT);
        buffer.putShort(SCHEMA_VERSION_OFFSET, SCHEMA_VERSION, LITTLE_ENDIAN);
        buffer.putLong(SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
        buffer.putLong(TIME_NS_OFFSET, timeNs, LITTLE_ENDIAN);
        buffer.putInt(COMMAND_LENGTH_BYTES_OFFSET, CutDescriptor.LENGTH, LITTLE_ENDIAN);
        buffer.putShort(RULES_VERSION_OFFSET, RecordSealer.RULES_VERSION, LITTLE_ENDIAN);
        buffer.putInt(ROLL_AT, cut.roll(), LITTLE_ENDIAN);
        buffer.putByte(REASON_AT, cut.reason());
        buffer.putLong(POSITION_AT, cut.position(), LITTLE_ENDIAN);
        buffer.putInt(INCARNATION_AT, incarnation, LITTLE_ENDIAN);
    }
}
