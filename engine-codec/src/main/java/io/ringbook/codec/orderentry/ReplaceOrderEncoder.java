// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message ReplaceOrder; layout of the struct: {@link ReplaceOrderDecoder}.
 * Fields that are not set are 0. Not thread-safe.
 */
public final class ReplaceOrderEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(ReplaceOrderDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public ReplaceOrderEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.REPLACE_ORDER,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public ReplaceOrderEncoder accountId(int accountId) {
        buffer.putInt(offset + ReplaceOrderDecoder.ACCOUNT_ID_OFFSET, accountId, LITTLE_ENDIAN);
        return this;
    }

    public ReplaceOrderEncoder instrumentId(int instrumentId) {
        buffer.putInt(
                offset + ReplaceOrderDecoder.INSTRUMENT_ID_OFFSET, instrumentId, LITTLE_ENDIAN);
        return this;
    }

    public ReplaceOrderEncoder clientOrderId(long word0, long word1, int word2) {
        buffer.putLong(offset + ReplaceOrderDecoder.CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + ReplaceOrderDecoder.CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(
                offset + ReplaceOrderDecoder.CLIENT_ORDER_ID_OFFSET + 16, word2, LITTLE_ENDIAN);
        return this;
    }

    public ReplaceOrderEncoder origClientOrderId(long word0, long word1, int word2) {
        buffer.putLong(
                offset + ReplaceOrderDecoder.ORIG_CLIENT_ORDER_ID_OFFSET, word0, LITTLE_ENDIAN);
        buffer.putLong(
                offset + ReplaceOrderDecoder.ORIG_CLIENT_ORDER_ID_OFFSET + 8, word1, LITTLE_ENDIAN);
        buffer.putInt(
                offset + ReplaceOrderDecoder.ORIG_CLIENT_ORDER_ID_OFFSET + 16,
                word2,
                LITTLE_ENDIAN);
        return this;
    }

    public ReplaceOrderEncoder origOrderId(long origOrderId) {
        buffer.putLong(
                offset + ReplaceOrderDecoder.ORIG_ORDER_ID_OFFSET, origOrderId, LITTLE_ENDIAN);
        return this;
    }

    public ReplaceOrderEncoder quantity(long quantity) {
        buffer.putLong(offset + ReplaceOrderDecoder.QUANTITY_OFFSET, quantity, LITTLE_ENDIAN);
        return this;
    }

    public ReplaceOrderEncoder price(long price) {
        buffer.putLong(offset + ReplaceOrderDecoder.PRICE_OFFSET, price, LITTLE_ENDIAN);
        return this;
    }

    public ReplaceOrderEncoder stopPrice(long stopPrice) {
        buffer.putLong(offset + ReplaceOrderDecoder.STOP_PRICE_OFFSET, stopPrice, LITTLE_ENDIAN);
        return this;
    }

    public ReplaceOrderEncoder displayQuantity(long displayQuantity) {
        buffer.putLong(
                offset + ReplaceOrderDecoder.DISPLAY_QUANTITY_OFFSET,
                displayQuantity,
                LITTLE_ENDIAN);
        return this;
    }

    public ReplaceOrderEncoder expireNs(long expireNs) {
        buffer.putLong(offset + ReplaceOrderDecoder.EXPIRE_NS_OFFSET, expireNs, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, ReplaceOrderDecoder.LENGTH, (byte) 0);
    }
}
