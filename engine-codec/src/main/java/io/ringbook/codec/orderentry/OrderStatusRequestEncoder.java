// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message OrderStatusRequest; layout of the struct: {@link
 * OrderStatusRequestDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class OrderStatusRequestEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(OrderStatusRequestDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public OrderStatusRequestEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.ORDER_STATUS_REQUEST,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public OrderStatusRequestEncoder requestId(long requestId) {
        buffer.putLong(
                offset + OrderStatusRequestDecoder.REQUEST_ID_OFFSET, requestId, LITTLE_ENDIAN);
        return this;
    }

    public OrderStatusRequestEncoder orderId(long orderId) {
        buffer.putLong(offset + OrderStatusRequestDecoder.ORDER_ID_OFFSET, orderId, LITTLE_ENDIAN);
        return this;
    }

    public OrderStatusRequestEncoder clientOrderId(long word0, long word1, int word2) {
        buffer.putLong(
                offset + OrderStatusRequestDecoder.CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + OrderStatusRequestDecoder.CLIENT_ORDER_ID_OFFSET + 8,
                word1,
                LITTLE_ENDIAN);
        buffer.putInt(
                offset + OrderStatusRequestDecoder.CLIENT_ORDER_ID_OFFSET + 16,
                word2,
                LITTLE_ENDIAN);
        return this;
    }

    public OrderStatusRequestEncoder instrumentId(int instrumentId) {
        buffer.putInt(
                offset + OrderStatusRequestDecoder.INSTRUMENT_ID_OFFSET,
                instrumentId,
                LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, OrderStatusRequestDecoder.LENGTH, (byte) 0);
    }
}
