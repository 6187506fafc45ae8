// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message Logout; layout of the struct: {@link LogoutDecoder}. Fields that
 * are not set are 0. Not thread-safe.
 */
public final class LogoutEncoder {
    private static final MessagePreamble PREAMBLE = new MessagePreamble(LogoutDecoder.LENGTH, 1);

    /** Length of the longest frame in bytes. */
    public static final int MAX_FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;
    private int frameOffset;
    private byte flags;
    private long sequence;

    /** Begins a frame at {@code frameOffset}; {@link #encode} ends it. */
    public LogoutEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        buffer.boundsCheck(frameOffset, PREAMBLE.minFrameLength());
        this.frameOffset = frameOffset;
        this.flags = flags;
        this.sequence = sequence;
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public LogoutEncoder reason(byte reason) {
        buffer.putByte(offset + LogoutDecoder.REASON_OFFSET, reason);
        return this;
    }

    public LogoutEncoder expectedClientSequence(int expectedClientSequence) {
        buffer.putInt(
                offset + LogoutDecoder.EXPECTED_CLIENT_SEQUENCE_OFFSET,
                expectedClientSequence,
                LITTLE_ENDIAN);
        return this;
    }

    /**
     * Ends the frame with its text.
     *
     * @return the length of the frame
     * @throws IllegalArgumentException if a text is longer than {@link MessageText#MAX_LENGTH} or
     *     not printable ASCII
     */
    public int encode(CharSequence text) {
        int end = PREAMBLE.textOffset();
        end = PREAMBLE.putText(buffer, frameOffset, 0, end, text);
        return FrameEncoder.encode(
                buffer,
                frameOffset,
                end - FrameDescriptor.HEADER_LENGTH,
                MessageType.LOGOUT,
                flags,
                sequence);
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, LogoutDecoder.LENGTH, (byte) 0);
    }
}
