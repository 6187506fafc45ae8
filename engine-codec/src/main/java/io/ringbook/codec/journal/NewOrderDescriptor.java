// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: new order. Tail, only when the instrument or the account is unknown: two
 * texts, symbol and account.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     sessionId              session that sent it
 *       4  u32     accountId              account of the order; 0 unknown
 *       8  u32     instrumentId           instrument of the order; 0 unknown
 *      12  u32     stpGroup               self-trade prevention group; 0 none
 *      16  id      clientOrderId          id of the order; zero for none
 *      40  i64     quantity               order quantity, mantissa
 *      48  i64     price                  limit price, mantissa; 0 for market
 *      56  i64     stopPrice              stop price, mantissa; 0 for none
 *      64  i64     displayQuantity        shown quantity, mantissa; 0 for all
 *      72  i64     minQuantity            least quantity of an IOC, mantissa; 0 for none
 *      80  i64     expireNs               expiry of a GTD, epoch ns; else 0
 *      88  u8      side                   1 buy, 2 sell
 *      89  u8      type                   1 limit, 2 market
 *      90  u8      tif                    1 DAY, 2 GTC, 3 GTD, 4 IOC, 5 FOK
 *      91  u8      execInst               bit 0: post-only; bit 1: stays after a cut
 *      92  u8      stpMode                self-trade prevention mode; 0 with no group
 *      93  u8      flags                  bit 0: possResend, sent perhaps before
 *      94  u8      riskVerdict            0, kept for an external risk check
 *      95  u8      reserved               0
 *      96  u32     clientSequence         sender's count of its order commands; 0 from a file
 *     100  u32     reserved               0
 *     104          length
 * </pre>
 *
 * <p>Words of an id: {@link ClientOrderIdDescriptor}.
 */
public final class NewOrderDescriptor {
    public static final int SESSION_ID_OFFSET = 0;
    public static final int ACCOUNT_ID_OFFSET = 4;
    public static final int INSTRUMENT_ID_OFFSET = 8;
    public static final int STP_GROUP_OFFSET = 12;
    public static final int CLIENT_ORDER_ID_OFFSET = 16;
    public static final int QUANTITY_OFFSET = 40;
    public static final int PRICE_OFFSET = 48;
    public static final int STOP_PRICE_OFFSET = 56;
    public static final int DISPLAY_QUANTITY_OFFSET = 64;
    public static final int MIN_QUANTITY_OFFSET = 72;
    public static final int EXPIRE_NS_OFFSET = 80;
    public static final int SIDE_OFFSET = 88;
    public static final int TYPE_OFFSET = 89;
    public static final int TIF_OFFSET = 90;
    public static final int EXEC_INST_OFFSET = 91;
    public static final int STP_MODE_OFFSET = 92;
    public static final int FLAGS_OFFSET = 93;
    public static final int RISK_VERDICT_OFFSET = 94;
    public static final int CLIENT_SEQUENCE_OFFSET = 96;

    /** Length of the struct in bytes, tail not counted. */
    public static final int LENGTH = 104;

    /** Bit of flags: the sender marks this as possibly sent before. */
    public static final byte POSS_RESEND_FLAG = 1;

    private NewOrderDescriptor() {}
}
