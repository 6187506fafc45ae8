// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message CancelOrder; layout of the struct: {@link CancelOrderDecoder}.
 * Fields that are not set are 0. Not thread-safe.
 */
public final class CancelOrderEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(CancelOrderDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public CancelOrderEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.CANCEL_ORDER,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public CancelOrderEncoder accountId(int accountId) {
        buffer.putInt(offset + CancelOrderDecoder.ACCOUNT_ID_OFFSET, accountId, LITTLE_ENDIAN);
        return this;
    }

    public CancelOrderEncoder instrumentId(int instrumentId) {
        buffer.putInt(
                offset + CancelOrderDecoder.INSTRUMENT_ID_OFFSET, instrumentId, LITTLE_ENDIAN);
        return this;
    }

    public CancelOrderEncoder clientOrderId(long word0, long word1, int word2) {
        buffer.putLong(offset + CancelOrderDecoder.CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + CancelOrderDecoder.CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(
                offset + CancelOrderDecoder.CLIENT_ORDER_ID_OFFSET + 16, word2, LITTLE_ENDIAN);
        return this;
    }

    public CancelOrderEncoder origClientOrderId(long word0, long word1, int word2) {
        buffer.putLong(
                offset + CancelOrderDecoder.ORIG_CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + CancelOrderDecoder.ORIG_CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(
                offset + CancelOrderDecoder.ORIG_CLIENT_ORDER_ID_OFFSET + 16, word2, LITTLE_ENDIAN);
        return this;
    }

    public CancelOrderEncoder origOrderId(long origOrderId) {
        buffer.putLong(
                offset + CancelOrderDecoder.ORIG_ORDER_ID_OFFSET, origOrderId, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, CancelOrderDecoder.LENGTH, (byte) 0);
    }
}
