// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with one of the messages OrderRejected, CancelRejected, ReplaceRejected; layout of
 * the struct: {@link RejectReportDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class RejectReportEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(RejectReportDecoder.LENGTH, 1);

    /** Length of the longest frame in bytes. */
    public static final int MAX_FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private final OrderReportEncoder report = new OrderReportEncoder();
    private MutableDirectBuffer buffer;
    private int offset;
    private int frameOffset;
    private byte type;
    private byte flags;
    private long sequence;

    /** Begins a frame at {@code frameOffset}; {@link #encode} ends it. */
    public RejectReportEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte type, byte flags, long sequence) {
        assert type == MessageType.ORDER_REJECTED
                || type == MessageType.CANCEL_REJECTED
                || type == MessageType.REPLACE_REJECTED;
        buffer.boundsCheck(frameOffset, PREAMBLE.minFrameLength());
        this.frameOffset = frameOffset;
        this.type = type;
        this.flags = flags;
        this.sequence = sequence;
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    /** Writer of what every report says. */
    public OrderReportEncoder report() {
        return report;
    }

    public RejectReportEncoder origClientOrderId(long word0, long word1, int word2) {
        buffer.putLong(
                offset + RejectReportDecoder.ORIG_CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + RejectReportDecoder.ORIG_CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(
                offset + RejectReportDecoder.ORIG_CLIENT_ORDER_ID_OFFSET + 16,
                word2,
                LITTLE_ENDIAN);
        return this;
    }

    public RejectReportEncoder fixReason(int fixReason) {
        buffer.putShort(
                offset + RejectReportDecoder.FIX_REASON_OFFSET, (short) fixReason, LITTLE_ENDIAN);
        return this;
    }

    /**
     * Ends the frame with its text.
     *
     * @return the length of the frame
     * @throws IllegalArgumentException if a text is longer than {@link MessageText#MAX_LENGTH} or
     *     not printable ASCII
     */
    public int encode(CharSequence text) {
        int end = PREAMBLE.textOffset();
        end = PREAMBLE.putText(buffer, frameOffset, 0, end, text);
        return FrameEncoder.encode(
                buffer, frameOffset, end - FrameDescriptor.HEADER_LENGTH, type, flags, sequence);
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, RejectReportDecoder.LENGTH, (byte) 0);
        report.wrapBody(buffer, offset);
    }
}
