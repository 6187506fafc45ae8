// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message NewOrder; layout of the struct: {@link NewOrderDecoder}. Fields
 * that are not set are 0. Not thread-safe.
 */
public final class NewOrderEncoder {
    private static final MessagePreamble PREAMBLE = new MessagePreamble(NewOrderDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public NewOrderEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.NEW_ORDER,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public NewOrderEncoder accountId(int accountId) {
        buffer.putInt(offset + NewOrderDecoder.ACCOUNT_ID_OFFSET, accountId, LITTLE_ENDIAN);
        return this;
    }

    public NewOrderEncoder instrumentId(int instrumentId) {
        buffer.putInt(offset + NewOrderDecoder.INSTRUMENT_ID_OFFSET, instrumentId, LITTLE_ENDIAN);
        return this;
    }

    public NewOrderEncoder stpGroup(int stpGroup) {
        buffer.putInt(offset + NewOrderDecoder.STP_GROUP_OFFSET, stpGroup, LITTLE_ENDIAN);
        return this;
    }

    public NewOrderEncoder clientOrderId(long word0, long word1, int word2) {
        buffer.putLong(offset + NewOrderDecoder.CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(offset + NewOrderDecoder.CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(offset + NewOrderDecoder.CLIENT_ORDER_ID_OFFSET + 16, word2, LITTLE_ENDIAN);
        return this;
    }

    public NewOrderEncoder quantity(long quantity) {
        buffer.putLong(offset + NewOrderDecoder.QUANTITY_OFFSET, quantity, LITTLE_ENDIAN);
        return this;
    }

    public NewOrderEncoder price(long price) {
        buffer.putLong(offset + NewOrderDecoder.PRICE_OFFSET, price, LITTLE_ENDIAN);
        return this;
    }

    public NewOrderEncoder stopPrice(long stopPrice) {
        buffer.putLong(offset + NewOrderDecoder.STOP_PRICE_OFFSET, stopPrice, LITTLE_ENDIAN);
        return this;
    }

    public NewOrderEncoder displayQuantity(long displayQuantity) {
        buffer.putLong(
                offset + NewOrderDecoder.DISPLAY_QUANTITY_OFFSET, displayQuantity, LITTLE_ENDIAN);
        return this;
    }

    public NewOrderEncoder minQuantity(long minQuantity) {
        buffer.putLong(offset + NewOrderDecoder.MIN_QUANTITY_OFFSET, minQuantity, LITTLE_ENDIAN);
        return this;
    }

    public NewOrderEncoder expireNs(long expireNs) {
        buffer.putLong(offset + NewOrderDecoder.EXPIRE_NS_OFFSET, expireNs, LITTLE_ENDIAN);
        return this;
    }

    public NewOrderEncoder side(byte side) {
        buffer.putByte(offset + NewOrderDecoder.SIDE_OFFSET, side);
        return this;
    }

    public NewOrderEncoder type(byte type) {
        buffer.putByte(offset + NewOrderDecoder.TYPE_OFFSET, type);
        return this;
    }

    public NewOrderEncoder tif(byte tif) {
        buffer.putByte(offset + NewOrderDecoder.TIF_OFFSET, tif);
        return this;
    }

    public NewOrderEncoder execInst(byte execInst) {
        buffer.putByte(offset + NewOrderDecoder.EXEC_INST_OFFSET, execInst);
        return this;
    }

    public NewOrderEncoder stpMode(byte stpMode) {
        buffer.putByte(offset + NewOrderDecoder.STP_MODE_OFFSET, stpMode);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, NewOrderDecoder.LENGTH, (byte) 0);
    }
}
