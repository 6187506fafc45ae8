// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message OrderExecuted; layout of the struct: {@link
 * ExecutionReportDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class ExecutionReportEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(ExecutionReportDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private final OrderReportEncoder report = new OrderReportEncoder();
    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public ExecutionReportEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.ORDER_EXECUTED,
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

    public ExecutionReportEncoder matchNumber(long matchNumber) {
        buffer.putLong(
                offset + ExecutionReportDecoder.MATCH_NUMBER_OFFSET, matchNumber, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, ExecutionReportDecoder.LENGTH, (byte) 0);
        report.wrapBody(buffer, offset);
    }
}
