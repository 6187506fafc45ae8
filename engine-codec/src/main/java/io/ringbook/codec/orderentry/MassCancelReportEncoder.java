// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message MassCancelReport; layout of the struct: {@link
 * MassCancelReportDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class MassCancelReportEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(MassCancelReportDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public MassCancelReportEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.MASS_CANCEL_REPORT,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public MassCancelReportEncoder clientOrderId(long word0, long word1, int word2) {
        buffer.putLong(
                offset + MassCancelReportDecoder.CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + MassCancelReportDecoder.CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(
                offset + MassCancelReportDecoder.CLIENT_ORDER_ID_OFFSET + 16, word2, LITTLE_ENDIAN);
        return this;
    }

    public MassCancelReportEncoder accountId(int accountId) {
        buffer.putInt(offset + MassCancelReportDecoder.ACCOUNT_ID_OFFSET, accountId, LITTLE_ENDIAN);
        return this;
    }

    public MassCancelReportEncoder instrumentId(int instrumentId) {
        buffer.putInt(
                offset + MassCancelReportDecoder.INSTRUMENT_ID_OFFSET, instrumentId, LITTLE_ENDIAN);
        return this;
    }

    public MassCancelReportEncoder side(byte side) {
        buffer.putByte(offset + MassCancelReportDecoder.SIDE_OFFSET, side);
        return this;
    }

    public MassCancelReportEncoder flags(byte flags) {
        buffer.putByte(offset + MassCancelReportDecoder.FLAGS_OFFSET, flags);
        return this;
    }

    public MassCancelReportEncoder recordIndex(int recordIndex) {
        buffer.putInt(
                offset + MassCancelReportDecoder.RECORD_INDEX_OFFSET, recordIndex, LITTLE_ENDIAN);
        return this;
    }

    public MassCancelReportEncoder recordSequence(long recordSequence) {
        buffer.putLong(
                offset + MassCancelReportDecoder.RECORD_SEQUENCE_OFFSET,
                recordSequence,
                LITTLE_ENDIAN);
        return this;
    }

    public MassCancelReportEncoder timeNs(long timeNs) {
        buffer.putLong(offset + MassCancelReportDecoder.TIME_NS_OFFSET, timeNs, LITTLE_ENDIAN);
        return this;
    }

    public MassCancelReportEncoder canceledCount(long canceledCount) {
        buffer.putLong(
                offset + MassCancelReportDecoder.CANCELED_COUNT_OFFSET,
                canceledCount,
                LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, MassCancelReportDecoder.LENGTH, (byte) 0);
    }
}
