// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message OrderStatus; layout of the struct: {@link OrderStatusDecoder}.
 * Fields that are not set are 0. Not thread-safe.
 */
public final class OrderStatusEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(OrderStatusDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private final OrderReportEncoder report = new OrderReportEncoder();
    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public OrderStatusEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.ORDER_STATUS,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    /** Writer of what every report says. */
    public OrderReportEncoder report() {
        return report;
    }

    public OrderStatusEncoder requestId(long requestId) {
        buffer.putLong(offset + OrderStatusDecoder.REQUEST_ID_OFFSET, requestId, LITTLE_ENDIAN);
        return this;
    }

    public OrderStatusEncoder state(byte state) {
        buffer.putByte(offset + OrderStatusDecoder.STATE_OFFSET, state);
        return this;
    }

    public OrderStatusEncoder sessionId(int sessionId) {
        buffer.putInt(offset + OrderStatusDecoder.SESSION_ID_OFFSET, sessionId, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, OrderStatusDecoder.LENGTH, (byte) 0);
        report.wrapBody(buffer, offset);
    }
}
