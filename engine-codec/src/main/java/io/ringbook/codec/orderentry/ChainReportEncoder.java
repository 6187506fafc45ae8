// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with one of the messages OrderReplaced, OrderReduced, OrderCanceled; layout of the
 * struct: {@link ChainReportDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class ChainReportEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(ChainReportDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private final OrderReportEncoder report = new OrderReportEncoder();
    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public ChainReportEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte type, byte flags, long sequence) {
        assert type == MessageType.ORDER_REPLACED
                || type == MessageType.ORDER_REDUCED
                || type == MessageType.ORDER_CANCELED;
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

    /** Writer of what every report says. */
    public OrderReportEncoder report() {
        return report;
    }

    public ChainReportEncoder origClientOrderId(long word0, long word1, int word2) {
        buffer.putLong(
                offset + ChainReportDecoder.ORIG_CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + ChainReportDecoder.ORIG_CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(
                offset + ChainReportDecoder.ORIG_CLIENT_ORDER_ID_OFFSET + 16, word2, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, ChainReportDecoder.LENGTH, (byte) 0);
        report.wrapBody(buffer, offset);
    }
}
