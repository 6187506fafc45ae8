// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with one of the messages Heartbeat, ReplayComplete, EndOfSession; layout of the
 * struct: {@link SequenceMarkDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class SequenceMarkEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(SequenceMarkDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public SequenceMarkEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte type, byte flags, long sequence) {
        assert type == MessageType.HEARTBEAT
                || type == MessageType.REPLAY_COMPLETE
                || type == MessageType.END_OF_SESSION;
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                type,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public SequenceMarkEncoder mark(long mark) {
        buffer.putLong(offset + SequenceMarkDecoder.MARK_OFFSET, mark, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, SequenceMarkDecoder.LENGTH, (byte) 0);
    }
}
