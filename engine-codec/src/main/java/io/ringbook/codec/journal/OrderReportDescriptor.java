// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of an event: all kinds but those of a chain or a trade.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u16     lengthBytes            length of this event
 *       2  u8      kind                   kind of the event
 *       3  u8      flags                  bit 0: repeat; bit 1: priority kept
 *       4  u32     instrumentId           instrument; 0 unknown
 *       8  u64     orderId                our order id; 0 unknown
 *      16  id      clientOrderId          client order id; zero for none
 *      36  u32     sessionId              session of the order or command
 *      40  u32     accountId              account of the order or command
 *      44  u8      side                   1 buy, 2 sell, 0 none
 *      45  u8      reason                 reject or cancel reason, or phase; else 0
 *      46  u8      liquidity              1 maker, 2 taker; else 0
 *      47  u8      reserved               0
 *      48  i64     price                  limit price or trade price, mantissa
 *      56  i64     quantity               quantity that the kind speaks of, mantissa
 *      64  i64     leavesQuantity         quantity still open, mantissa
 *      72  i64     cumQuantity            quantity traded, mantissa
 *      80  i64     preventedQuantity      quantity that self-trade prevention took, mantissa
 *      88          length
 * </pre>
 *
 * <p>Words of an id: {@link ClientOrderIdDescriptor}.
 */
public final class OrderReportDescriptor {
    public static final int LENGTH_BYTES_OFFSET = 0;
    public static final int KIND_OFFSET = 2;
    public static final int FLAGS_OFFSET = 3;
    public static final int INSTRUMENT_ID_OFFSET = 4;
    public static final int ORDER_ID_OFFSET = 8;
    public static final int CLIENT_ORDER_ID_OFFSET = 16;
    public static final int SESSION_ID_OFFSET = 36;
    public static final int ACCOUNT_ID_OFFSET = 40;
    public static final int SIDE_OFFSET = 44;
    public static final int REASON_OFFSET = 45;
    public static final int LIQUIDITY_OFFSET = 46;
    public static final int PRICE_OFFSET = 48;
    public static final int QUANTITY_OFFSET = 56;
    public static final int LEAVES_QUANTITY_OFFSET = 64;
    public static final int CUM_QUANTITY_OFFSET = 72;
    public static final int PREVENTED_QUANTITY_OFFSET = 80;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 88;

    /** Bit of flags: the first answer given again. */
    public static final byte REPEAT_FLAG = 1;

    /** Bit of flags of REPLACED: the order kept its place in its level. */
    public static final byte PRIORITY_KEPT_FLAG = 2;

    private OrderReportDescriptor() {}
}
