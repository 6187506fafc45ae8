// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message Pong; layout of the struct: {@link PongDecoder}. Fields that are
 * not set are 0. Not thread-safe.
 */
public final class PongEncoder {
    private static final MessagePreamble PREAMBLE = new MessagePreamble(PongDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public PongEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.PONG,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public PongEncoder token(long token) {
        buffer.putLong(offset + PongDecoder.TOKEN_OFFSET, token, LITTLE_ENDIAN);
        return this;
    }

    public PongEncoder timeNs(long timeNs) {
        buffer.putLong(offset + PongDecoder.TIME_NS_OFFSET, timeNs, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, PongDecoder.LENGTH, (byte) 0);
    }
}
