// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message Ping; layout of the struct: {@link PingDecoder}. Fields that are
 * not set are 0. Not thread-safe.
 */
public final class PingEncoder {
    private static final MessagePreamble PREAMBLE = new MessagePreamble(PingDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public PingEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.PING,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public PingEncoder token(long token) {
        buffer.putLong(offset + PingDecoder.TOKEN_OFFSET, token, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, PingDecoder.LENGTH, (byte) 0);
    }
}
