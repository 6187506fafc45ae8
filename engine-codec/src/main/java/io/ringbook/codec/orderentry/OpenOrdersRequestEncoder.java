// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message OpenOrdersRequest; layout of the struct: {@link
 * OpenOrdersRequestDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class OpenOrdersRequestEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(OpenOrdersRequestDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public OpenOrdersRequestEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.OPEN_ORDERS_REQUEST,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public OpenOrdersRequestEncoder requestId(long requestId) {
        buffer.putLong(
                offset + OpenOrdersRequestDecoder.REQUEST_ID_OFFSET, requestId, LITTLE_ENDIAN);
        return this;
    }

    public OpenOrdersRequestEncoder accountId(int accountId) {
        buffer.putInt(
                offset + OpenOrdersRequestDecoder.ACCOUNT_ID_OFFSET, accountId, LITTLE_ENDIAN);
        return this;
    }

    public OpenOrdersRequestEncoder instrumentId(int instrumentId) {
        buffer.putInt(
                offset + OpenOrdersRequestDecoder.INSTRUMENT_ID_OFFSET,
                instrumentId,
                LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, OpenOrdersRequestDecoder.LENGTH, (byte) 0);
    }
}
