// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message Login; layout of the struct: {@link LoginDecoder}. Fields that
 * are not set are 0. Not thread-safe.
 */
public final class LoginEncoder {
    private static final MessagePreamble PREAMBLE = new MessagePreamble(LoginDecoder.LENGTH, 2);

    /** Length of the longest frame in bytes. */
    public static final int MAX_FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;
    private int frameOffset;
    private byte flags;
    private long sequence;

    /** Begins a frame at {@code frameOffset}; {@link #encode} ends it. */
    public LoginEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        buffer.boundsCheck(frameOffset, PREAMBLE.minFrameLength());
        this.frameOffset = frameOffset;
        this.flags = flags;
        this.sequence = sequence;
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public LoginEncoder nextSequence(long nextSequence) {
        buffer.putLong(offset + LoginDecoder.NEXT_SEQUENCE_OFFSET, nextSequence, LITTLE_ENDIAN);
        return this;
    }

    public LoginEncoder incarnation(long incarnation) {
        buffer.putLong(offset + LoginDecoder.INCARNATION_OFFSET, incarnation, LITTLE_ENDIAN);
        return this;
    }

    public LoginEncoder heartbeatIntervalNs(long heartbeatIntervalNs) {
        buffer.putLong(
                offset + LoginDecoder.HEARTBEAT_INTERVAL_NS_OFFSET,
                heartbeatIntervalNs,
                LITTLE_ENDIAN);
        return this;
    }

    public LoginEncoder disconnectGraceNs(long disconnectGraceNs) {
        buffer.putLong(
                offset + LoginDecoder.DISCONNECT_GRACE_NS_OFFSET, disconnectGraceNs, LITTLE_ENDIAN);
        return this;
    }

    public LoginEncoder cancelOnDisconnect(byte cancelOnDisconnect) {
        buffer.putByte(offset + LoginDecoder.CANCEL_ON_DISCONNECT_OFFSET, cancelOnDisconnect);
        return this;
    }

    /** Copies the signature from {@code source}. */
    public LoginEncoder signature(byte[] source, int sourceOffset) {
        buffer.putBytes(
                offset + LoginDecoder.SIGNATURE_OFFSET,
                source,
                sourceOffset,
                LoginDecoder.SIGNATURE_LENGTH);
        return this;
    }

    /**
     * Ends the frame with its texts.
     *
     * @return the length of the frame
     * @throws IllegalArgumentException if a text is longer than {@link MessageText#MAX_LENGTH} or
     *     not printable ASCII
     */
    public int encode(CharSequence firm, CharSequence session) {
        int end = PREAMBLE.textOffset();
        end = PREAMBLE.putText(buffer, frameOffset, 0, end, firm);
        end = PREAMBLE.putText(buffer, frameOffset, 1, end, session);
        return FrameEncoder.encode(
                buffer,
                frameOffset,
                end - FrameDescriptor.HEADER_LENGTH,
                MessageType.LOGIN,
                flags,
                sequence);
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, LoginDecoder.LENGTH, (byte) 0);
    }
}
