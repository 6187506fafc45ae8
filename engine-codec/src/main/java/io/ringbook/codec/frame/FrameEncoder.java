// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.frame;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.MutableDirectBuffer;

/** Writes the header of a frame and the zeros behind its payload. */
public final class FrameEncoder {
    private FrameEncoder() {}

    /** Length of a frame with a payload of this length. */
    public static int frameLength(int payloadLength) {
        return (FrameDescriptor.HEADER_LENGTH + payloadLength + FrameDescriptor.ALIGNMENT - 1)
                & -FrameDescriptor.ALIGNMENT;
    }

    /**
     * Writes the header at {@code frameOffset} and zeros behind the payload, which the caller
     * writes.
     *
     * @return the length of the frame
     * @throws IllegalArgumentException if the payload does not fit into a frame
     */
    public static int encode(
            MutableDirectBuffer buffer,
            int frameOffset,
            int payloadLength,
            byte type,
            byte flags,
            long sequence) {
        int length = frameLength(payloadLength);
        if (payloadLength < 0 || length > FrameDescriptor.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a payload of " + payloadLength + " bytes does not fit into a frame");
        }
        buffer.boundsCheck(frameOffset, length);
        buffer.putInt(frameOffset + FrameDescriptor.LENGTH_OFFSET, length, LITTLE_ENDIAN);
        buffer.putByte(frameOffset + FrameDescriptor.TYPE_OFFSET, type);
        buffer.putByte(frameOffset + FrameDescriptor.FLAGS_OFFSET, flags);
        buffer.putShort(
                frameOffset + FrameDescriptor.SCHEMA_VERSION_OFFSET,
                FrameDescriptor.SCHEMA_VERSION,
                LITTLE_ENDIAN);
        buffer.putLong(frameOffset + FrameDescriptor.SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
        int payloadEnd = FrameDescriptor.HEADER_LENGTH + payloadLength;
        for (int i = payloadEnd; i < length; i++) {
            buffer.putByte(frameOffset + i, (byte) 0);
        }
        return length;
    }
}
