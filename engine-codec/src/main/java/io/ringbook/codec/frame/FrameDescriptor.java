// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.frame;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Layout of a frame, little-endian.
 *
 * <pre>
 *  offset  type  field          meaning
 *       0  u32   length         whole frame in bytes, a multiple of 8, 16 to 4,096
 *       4  u8    type           type of the message
 *       5  u8    flags          bit 0: possResend (from a client), replay (from the server)
 *                               bit 1: last in its batch
 *       6  u16   schemaVersion  1
 *       8  u64   sequence       of the sender's stream; 0 where a message is not sequenced
 *      16        payload        FlatBuffers buffer, zero padded
 * </pre>
 */
public final class FrameDescriptor {
    public static final int LENGTH_OFFSET = 0;
    public static final int TYPE_OFFSET = 4;
    public static final int FLAGS_OFFSET = 5;
    public static final int SCHEMA_VERSION_OFFSET = 6;
    public static final int SEQUENCE_OFFSET = 8;
    public static final int PAYLOAD_OFFSET = 16;

    /** Length of the header and of the shortest frame. */
    public static final int HEADER_LENGTH = 16;

    /** Length of the longest frame. */
    public static final int MAX_LENGTH = 4096;

    /** Frames are multiples of this many bytes. */
    public static final int ALIGNMENT = 8;

    /** Version of the order entry schema that this build writes, and the newest that it reads. */
    public static final short SCHEMA_VERSION = 1;

    /** Bit of flags from a client: the message may have been sent before. */
    public static final byte POSS_RESEND_FLAG = 1;

    /** Bit of flags from the server: the message answers a login that asked for it again. */
    public static final byte REPLAY_FLAG = 1;

    /** Bit of flags: the sender has nothing more to say at once. */
    public static final byte LAST_IN_BATCH_FLAG = 2;

    private FrameDescriptor() {}

    /** What the length field says; negative if 2<sup>31</sup> or more. */
    public static int length(DirectBuffer buffer, int frameOffset) {
        return buffer.getInt(frameOffset + LENGTH_OFFSET, LITTLE_ENDIAN);
    }

    public static byte type(DirectBuffer buffer, int frameOffset) {
        return buffer.getByte(frameOffset + TYPE_OFFSET);
    }

    public static byte flags(DirectBuffer buffer, int frameOffset) {
        return buffer.getByte(frameOffset + FLAGS_OFFSET);
    }

    public static int schemaVersion(DirectBuffer buffer, int frameOffset) {
        return buffer.getShort(frameOffset + SCHEMA_VERSION_OFFSET, LITTLE_ENDIAN) & 0xFFFF;
    }

    public static long sequence(DirectBuffer buffer, int frameOffset) {
        return buffer.getLong(frameOffset + SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }
}
