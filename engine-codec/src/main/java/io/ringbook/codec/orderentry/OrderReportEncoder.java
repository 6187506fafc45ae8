// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with one of the messages OrderAccepted, OrderExpired, OrderRestated; layout of the
 * struct: {@link OrderReportDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class OrderReportEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(OrderReportDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public OrderReportEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte type, byte flags, long sequence) {
        assert type == MessageType.ORDER_ACCEPTED
                || type == MessageType.ORDER_EXPIRED
                || type == MessageType.ORDER_RESTATED;
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

    public OrderReportEncoder orderId(long orderId) {
        buffer.putLong(offset + OrderReportDecoder.ORDER_ID_OFFSET, orderId, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder clientOrderId(long word0, long word1, int word2) {
        buffer.putLong(offset + OrderReportDecoder.CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + OrderReportDecoder.CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(
                offset + OrderReportDecoder.CLIENT_ORDER_ID_OFFSET + 16, word2, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder accountId(int accountId) {
        buffer.putInt(offset + OrderReportDecoder.ACCOUNT_ID_OFFSET, accountId, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder instrumentId(int instrumentId) {
        buffer.putInt(
                offset + OrderReportDecoder.INSTRUMENT_ID_OFFSET, instrumentId, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder side(byte side) {
        buffer.putByte(offset + OrderReportDecoder.SIDE_OFFSET, side);
        return this;
    }

    public OrderReportEncoder reason(byte reason) {
        buffer.putByte(offset + OrderReportDecoder.REASON_OFFSET, reason);
        return this;
    }

    public OrderReportEncoder flags(byte flags) {
        buffer.putByte(offset + OrderReportDecoder.FLAGS_OFFSET, flags);
        return this;
    }

    public OrderReportEncoder liquidity(byte liquidity) {
        buffer.putByte(offset + OrderReportDecoder.LIQUIDITY_OFFSET, liquidity);
        return this;
    }

    public OrderReportEncoder recordIndex(int recordIndex) {
        buffer.putInt(offset + OrderReportDecoder.RECORD_INDEX_OFFSET, recordIndex, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder recordSequence(long recordSequence) {
        buffer.putLong(
                offset + OrderReportDecoder.RECORD_SEQUENCE_OFFSET, recordSequence, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder timeNs(long timeNs) {
        buffer.putLong(offset + OrderReportDecoder.TIME_NS_OFFSET, timeNs, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder price(long price) {
        buffer.putLong(offset + OrderReportDecoder.PRICE_OFFSET, price, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder quantity(long quantity) {
        buffer.putLong(offset + OrderReportDecoder.QUANTITY_OFFSET, quantity, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder leavesQuantity(long leavesQuantity) {
        buffer.putLong(
                offset + OrderReportDecoder.LEAVES_QUANTITY_OFFSET, leavesQuantity, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder cumQuantity(long cumQuantity) {
        buffer.putLong(offset + OrderReportDecoder.CUM_QUANTITY_OFFSET, cumQuantity, LITTLE_ENDIAN);
        return this;
    }

    public OrderReportEncoder preventedQuantity(long preventedQuantity) {
        buffer.putLong(
                offset + OrderReportDecoder.PREVENTED_QUANTITY_OFFSET,
                preventedQuantity,
                LITTLE_ENDIAN);
        return this;
    }

    /** Writes the struct at {@code offset}, inside a message of another kind. */
    void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, OrderReportDecoder.LENGTH, (byte) 0);
    }
}
