// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message InstrumentDefinition; layout of the struct: {@link
 * InstrumentDefinitionDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class InstrumentDefinitionEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(InstrumentDefinitionDecoder.LENGTH, 2);

    /** Length of the longest frame in bytes. */
    public static final int MAX_FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;
    private int frameOffset;
    private byte flags;
    private long sequence;

    /** Begins a frame at {@code frameOffset}; {@link #encode} ends it. */
    public InstrumentDefinitionEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        buffer.boundsCheck(frameOffset, PREAMBLE.minFrameLength());
        this.frameOffset = frameOffset;
        this.flags = flags;
        this.sequence = sequence;
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public InstrumentDefinitionEncoder instrumentId(int instrumentId) {
        buffer.putInt(
                offset + InstrumentDefinitionDecoder.INSTRUMENT_ID_OFFSET,
                instrumentId,
                LITTLE_ENDIAN);
        return this;
    }

    public InstrumentDefinitionEncoder priceDecimals(byte priceDecimals) {
        buffer.putByte(offset + InstrumentDefinitionDecoder.PRICE_DECIMALS_OFFSET, priceDecimals);
        return this;
    }

    public InstrumentDefinitionEncoder quantityDecimals(byte quantityDecimals) {
        buffer.putByte(
                offset + InstrumentDefinitionDecoder.QUANTITY_DECIMALS_OFFSET, quantityDecimals);
        return this;
    }

    public InstrumentDefinitionEncoder phase(byte phase) {
        buffer.putByte(offset + InstrumentDefinitionDecoder.PHASE_OFFSET, phase);
        return this;
    }

    public InstrumentDefinitionEncoder tickSize(long tickSize) {
        buffer.putLong(
                offset + InstrumentDefinitionDecoder.TICK_SIZE_OFFSET, tickSize, LITTLE_ENDIAN);
        return this;
    }

    public InstrumentDefinitionEncoder lotSize(long lotSize) {
        buffer.putLong(
                offset + InstrumentDefinitionDecoder.LOT_SIZE_OFFSET, lotSize, LITTLE_ENDIAN);
        return this;
    }

    public InstrumentDefinitionEncoder minQuantity(long minQuantity) {
        buffer.putLong(
                offset + InstrumentDefinitionDecoder.MIN_QUANTITY_OFFSET,
                minQuantity,
                LITTLE_ENDIAN);
        return this;
    }

    public InstrumentDefinitionEncoder maxQuantity(long maxQuantity) {
        buffer.putLong(
                offset + InstrumentDefinitionDecoder.MAX_QUANTITY_OFFSET,
                maxQuantity,
                LITTLE_ENDIAN);
        return this;
    }

    public InstrumentDefinitionEncoder maxNotionalLow(long maxNotionalLow) {
        buffer.putLong(
                offset + InstrumentDefinitionDecoder.MAX_NOTIONAL_LOW_OFFSET,
                maxNotionalLow,
                LITTLE_ENDIAN);
        return this;
    }

    public InstrumentDefinitionEncoder maxNotionalHigh(long maxNotionalHigh) {
        buffer.putLong(
                offset + InstrumentDefinitionDecoder.MAX_NOTIONAL_HIGH_OFFSET,
                maxNotionalHigh,
                LITTLE_ENDIAN);
        return this;
    }

    public InstrumentDefinitionEncoder bandPpm(long bandPpm) {
        buffer.putLong(
                offset + InstrumentDefinitionDecoder.BAND_PPM_OFFSET, bandPpm, LITTLE_ENDIAN);
        return this;
    }

    /**
     * Ends the frame with its texts.
     *
     * @return the length of the frame
     * @throws IllegalArgumentException if a text is longer than {@link MessageText#MAX_LENGTH} or
     *     not printable ASCII
     */
    public int encode(CharSequence symbol, CharSequence currency) {
        int end = PREAMBLE.textOffset();
        end = PREAMBLE.putText(buffer, frameOffset, 0, end, symbol);
        end = PREAMBLE.putText(buffer, frameOffset, 1, end, currency);
        return FrameEncoder.encode(
                buffer,
                frameOffset,
                end - FrameDescriptor.HEADER_LENGTH,
                MessageType.INSTRUMENT_DEFINITION,
                flags,
                sequence);
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, InstrumentDefinitionDecoder.LENGTH, (byte) 0);
    }
}
