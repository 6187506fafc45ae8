// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of InstrumentDefinition. Wrap only what a verifier found good: nothing is
 * checked here. Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u32     instrumentId         id of the instrument
 *       4  u8      priceDecimals        decimals of prices, 0 to 9
 *       5  u8      quantityDecimals     decimals of quantities, 0 to 9
 *       6  u8      phase                1 continuous, 2 halted, 3 closed
 *       7  u8      reserved             0
 *       8  i64     tickSize             tick, price mantissa
 *      16  i64     lotSize              lot, quantity mantissa
 *      24  i64     minQuantity          least order quantity, mantissa; 0 no limit
 *      32  i64     maxQuantity          largest order quantity, mantissa; 0 no limit
 *      40  u64     maxNotionalLow       largest notional of 128 bits, low word
 *      48  i64     maxNotionalHigh      its high word; both 0 no limit
 *      56  i64     bandPpm              price band, parts per million; 0 no band
 *      64  u64     reserved             0
 *      72          length
 * </pre>
 */
public final class InstrumentDefinitionDecoder {
    public static final int INSTRUMENT_ID_OFFSET = 0;
    public static final int PRICE_DECIMALS_OFFSET = 4;
    public static final int QUANTITY_DECIMALS_OFFSET = 5;
    public static final int PHASE_OFFSET = 6;
    public static final int TICK_SIZE_OFFSET = 8;
    public static final int LOT_SIZE_OFFSET = 16;
    public static final int MIN_QUANTITY_OFFSET = 24;
    public static final int MAX_QUANTITY_OFFSET = 32;
    public static final int MAX_NOTIONAL_LOW_OFFSET = 40;
    public static final int MAX_NOTIONAL_HIGH_OFFSET = 48;
    public static final int BAND_PPM_OFFSET = 56;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 72;

    private DirectBuffer buffer;
    private int offset;
    private int symbolOffset;
    private int currencyOffset;

    /** Reads the struct at {@code offset} and the texts whose lengths are at the other offsets. */
    public InstrumentDefinitionDecoder wrap(
            DirectBuffer buffer, int offset, int symbolOffset, int currencyOffset) {
        this.buffer = buffer;
        this.offset = offset;
        this.symbolOffset = symbolOffset;
        this.currencyOffset = currencyOffset;
        return this;
    }

    public int instrumentId() {
        return buffer.getInt(offset + INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
    }

    public byte priceDecimals() {
        return buffer.getByte(offset + PRICE_DECIMALS_OFFSET);
    }

    public byte quantityDecimals() {
        return buffer.getByte(offset + QUANTITY_DECIMALS_OFFSET);
    }

    public byte phase() {
        return buffer.getByte(offset + PHASE_OFFSET);
    }

    public long tickSize() {
        return buffer.getLong(offset + TICK_SIZE_OFFSET, LITTLE_ENDIAN);
    }

    public long lotSize() {
        return buffer.getLong(offset + LOT_SIZE_OFFSET, LITTLE_ENDIAN);
    }

    public long minQuantity() {
        return buffer.getLong(offset + MIN_QUANTITY_OFFSET, LITTLE_ENDIAN);
    }

    public long maxQuantity() {
        return buffer.getLong(offset + MAX_QUANTITY_OFFSET, LITTLE_ENDIAN);
    }

    public long maxNotionalLow() {
        return buffer.getLong(offset + MAX_NOTIONAL_LOW_OFFSET, LITTLE_ENDIAN);
    }

    public long maxNotionalHigh() {
        return buffer.getLong(offset + MAX_NOTIONAL_HIGH_OFFSET, LITTLE_ENDIAN);
    }

    public long bandPpm() {
        return buffer.getLong(offset + BAND_PPM_OFFSET, LITTLE_ENDIAN);
    }

    /** Length of the symbol in characters. */
    public int symbolLength() {
        return MessageText.length(buffer, symbolOffset);
    }

    /** Appends the symbol. */
    public void appendSymbolTo(StringBuilder target) {
        MessageText.appendTo(target, buffer, symbolOffset);
    }

    /** True if the symbol is the one given. */
    public boolean isSymbol(CharSequence other) {
        return MessageText.isEqual(buffer, symbolOffset, other);
    }

    /** Length of the currency in characters. */
    public int currencyLength() {
        return MessageText.length(buffer, currencyOffset);
    }

    /** Appends the currency. */
    public void appendCurrencyTo(StringBuilder target) {
        MessageText.appendTo(target, buffer, currencyOffset);
    }

    /** True if the currency is the one given. */
    public boolean isCurrency(CharSequence other) {
        return MessageText.isEqual(buffer, currencyOffset, other);
    }
}
