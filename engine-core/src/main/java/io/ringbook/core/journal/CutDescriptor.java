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

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The record of a cut: what follows {@code position} in the roll file {@code roll} is not part of
 * the journal. It stands first in the roll file after, carries the sequence and the time of the
 * last record kept, and goes on with its chain. After the header of every record:
 *
 * <pre>
 *  offset  type  field
 *       0  u32   roll          number of the roll file that was cut
 *       4  u8    reason        1 torn tail, 2 bad record after an unclean stop of the machine
 *       5  u8×3  reserved 0
 *       8  u64   position      byte in that file where the first excerpt cut off starts
 *      16  u32   incarnation   of the journal from here on
 *      20  u32   reserved 0
 * </pre>
 */
public final class CutDescriptor {
    /** The last record was not finished when its writer died. */
    public static final byte TORN = 1;

    /**
     * The machine stopped; the record was above the forced watermark and did not reach the disk.
     */
    public static final byte LOST = 2;

    static final int ROLL_OFFSET = LENGTH;
    static final int REASON_OFFSET = LENGTH + 4;
    static final int POSITION_OFFSET = LENGTH + 8;
    static final int INCARNATION_OFFSET = LENGTH + 16;
    static final int COMMAND_LENGTH = 24;
    static final int RECORD_LENGTH = LENGTH + COMMAND_LENGTH;

    private CutDescriptor() {}

    /** Number of the roll file that was cut. */
    public static int roll(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + ROLL_OFFSET, LITTLE_ENDIAN);
    }

    /** {@link #TORN} or {@link #LOST}. */
    public static byte reason(DirectBuffer buffer, int offset) {
        return buffer.getByte(offset + REASON_OFFSET);
    }

    /** Byte in the cut file from which nothing counts. */
    public static long position(DirectBuffer buffer, int offset) {
        return buffer.getLong(offset + POSITION_OFFSET, LITTLE_ENDIAN);
    }

    /** Incarnation of the journal from this record on. */
    public static int incarnation(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset + INCARNATION_OFFSET, LITTLE_ENDIAN);
    }

    /** Puts an unsealed record at the start of {@code buffer}, which is all zero there. */
    static void put(
            MutableDirectBuffer buffer, Cut cut, int incarnation, long sequence, long timeNs) {
        buffer.putInt(LENGTH_BYTES_OFFSET, RECORD_LENGTH, LITTLE_ENDIAN);
        buffer.putByte(KIND_OFFSET, KIND_CUT);
        buffer.putShort(SCHEMA_VERSION_OFFSET, SCHEMA_VERSION, LITTLE_ENDIAN);
        buffer.putLong(SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
        buffer.putLong(TIME_NS_OFFSET, timeNs, LITTLE_ENDIAN);
        buffer.putInt(COMMAND_LENGTH_BYTES_OFFSET, COMMAND_LENGTH, LITTLE_ENDIAN);
        buffer.putShort(RULES_VERSION_OFFSET, RecordSealer.RULES_VERSION, LITTLE_ENDIAN);
        buffer.putInt(ROLL_OFFSET, cut.roll(), LITTLE_ENDIAN);
        buffer.putByte(REASON_OFFSET, cut.reason());
        buffer.putLong(POSITION_OFFSET, cut.position(), LITTLE_ENDIAN);
        buffer.putInt(INCARNATION_OFFSET, incarnation, LITTLE_ENDIAN);
    }
}
