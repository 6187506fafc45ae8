// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message ReduceOrder; layout of the struct: {@link ReduceOrderDecoder}.
 * Fields that are not set are 0. Not thread-safe.
 */
public final class ReduceOrderEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(ReduceOrderDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public ReduceOrderEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.REDUCE_ORDER,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public ReduceOrderEncoder accountId(int accountId) {
        buffer.putInt(offset + ReduceOrderDecoder.ACCOUNT_ID_OFFSET, accountId, LITTLE_ENDIAN);
        return this;
    }

    public ReduceOrderEncoder instrumentId(int instrumentId) {
        buffer.putInt(
                offset + ReduceOrderDecoder.INSTRUMENT_ID_OFFSET, instrumentId, LITTLE_ENDIAN);
        return this;
    }

    public ReduceOrderEncoder clientOrderId(long word0, long word1, int word2) {
        buffer.putLong(offset + ReduceOrderDecoder.CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + ReduceOrderDecoder.CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(
                offset + ReduceOrderDecoder.CLIENT_ORDER_ID_OFFSET + 16, word2, LITTLE_ENDIAN);
        return this;
    }

    public ReduceOrderEncoder origClientOrderId(long word0, long word1, int word2) {
        buffer.putLong(
                offset + ReduceOrderDecoder.ORIG_CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + ReduceOrderDecoder.ORIG_CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(
                offset + ReduceOrderDecoder.ORIG_CLIENT_ORDER_ID_OFFSET + 16, word2, LITTLE_ENDIAN);
        return this;
    }

    public ReduceOrderEncoder origOrderId(long origOrderId) {
        buffer.putLong(
                offset + ReduceOrderDecoder.ORIG_ORDER_ID_OFFSET, origOrderId, LITTLE_ENDIAN);
        return this;
    }

    public ReduceOrderEncoder quantity(long quantity) {
        buffer.putLong(offset + ReduceOrderDecoder.QUANTITY_OFFSET, quantity, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, ReduceOrderDecoder.LENGTH, (byte) 0);
    }
}
