// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: instrument of the configuration. Tail: two texts, symbol and currency.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     instrumentId           id of the instrument, from 1
 *       4  u8      priceDecimals          decimals of prices, 0 to 9
 *       5  u8      quantityDecimals       decimals of quantities, 0 to 9
 *       6  u8      phase                  1 continuous, 2 halted, 3 closed
 *       7  u8      reserved               0
 *       8  i64     tickSize               tick, price mantissa
 *      16  i64     lotSize                lot, quantity mantissa
 *      24  i64     minQuantity            least order quantity, mantissa; 0 no limit
 *      32  i64     maxQuantity            largest order quantity, mantissa; 0 no limit
 *      40  u64     maxNotionalLow         largest notional of 128 bits, low word
 *      48  i64     maxNotionalHigh        its high word; both 0 no limit
 *      56  i64     bandPpm                price band, parts per million; 0 no band
 *      64  i64     referencePrice         initial reference price, mantissa; 0 none
 *      72  u64     reserved               0
 *      80  u64     reserved               0
 *      88          length
 * </pre>
 */
public final class AddInstrumentDescriptor {
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
    public static final int REFERENCE_PRICE_OFFSET = 64;

    /** Length of the struct in bytes, tail not counted. */
    public static final int LENGTH = 88;

    private AddInstrumentDescriptor() {}
}
