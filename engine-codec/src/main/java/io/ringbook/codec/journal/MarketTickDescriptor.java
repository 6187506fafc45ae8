// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: price from another market. Tail, only when the instrument is unknown: two
 * texts, symbol and an empty account.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     instrumentId           instrument; 0 unknown
 *       4  u32     reserved               0
 *       8  i64     price                  price, mantissa
 *      16  i64     quantity               traded quantity, mantissa
 *      24  i64     sourceTimeNs           time given by the source, epoch ns
 *      32          length
 * </pre>
 */
public final class MarketTickDescriptor {
    public static final int INSTRUMENT_ID_OFFSET = 0;
    public static final int PRICE_OFFSET = 8;
    public static final int QUANTITY_OFFSET = 16;
    public static final int SOURCE_TIME_NS_OFFSET = 24;

    /** Length of the struct in bytes, tail not counted. */
    public static final int LENGTH = 32;

    private MarketTickDescriptor() {}
}
