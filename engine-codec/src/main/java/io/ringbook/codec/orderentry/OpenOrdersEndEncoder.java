// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message OpenOrdersEnd; layout of the struct: {@link
 * OpenOrdersEndDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class OpenOrdersEndEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(OpenOrdersEndDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public OpenOrdersEndEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.OPEN_ORDERS_END,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public OpenOrdersEndEncoder requestId(long requestId) {
        buffer.putLong(offset + OpenOrdersEndDecoder.REQUEST_ID_OFFSET, requestId, LITTLE_ENDIAN);
        return this;
    }

    public OpenOrdersEndEncoder orderCount(long orderCount) {
        buffer.putLong(offset + OpenOrdersEndDecoder.ORDER_COUNT_OFFSET, orderCount, LITTLE_ENDIAN);
        return this;
    }

    public OpenOrdersEndEncoder recordSequence(long recordSequence) {
        buffer.putLong(
                offset + OpenOrdersEndDecoder.RECORD_SEQUENCE_OFFSET,
                recordSequence,
                LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, OpenOrdersEndDecoder.LENGTH, (byte) 0);
    }
}
