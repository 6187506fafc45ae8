// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message MassCancel; layout of the struct: {@link MassCancelDecoder}.
 * Fields that are not set are 0. Not thread-safe.
 */
public final class MassCancelEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(MassCancelDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public MassCancelEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.MASS_CANCEL,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public MassCancelEncoder accountId(int accountId) {
        buffer.putInt(offset + MassCancelDecoder.ACCOUNT_ID_OFFSET, accountId, LITTLE_ENDIAN);
        return this;
    }

    public MassCancelEncoder instrumentId(int instrumentId) {
        buffer.putInt(offset + MassCancelDecoder.INSTRUMENT_ID_OFFSET, instrumentId, LITTLE_ENDIAN);
        return this;
    }

    public MassCancelEncoder clientOrderId(long word0, long word1, int word2) {
        buffer.putLong(offset + MassCancelDecoder.CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(offset + MassCancelDecoder.CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(offset + MassCancelDecoder.CLIENT_ORDER_ID_OFFSET + 16, word2, LITTLE_ENDIAN);
        return this;
    }

    public MassCancelEncoder side(byte side) {
        buffer.putByte(offset + MassCancelDecoder.SIDE_OFFSET, side);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, MassCancelDecoder.LENGTH, (byte) 0);
    }
}
