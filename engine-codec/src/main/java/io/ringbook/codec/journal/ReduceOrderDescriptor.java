// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: reduce of an order. Tail, only when the instrument or the account is
 * unknown: two texts, symbol and account.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     sessionId              session that sent it
 *       4  u32     accountId              account of the command; 0 unknown
 *       8  u32     instrumentId           instrument of the command; 0 unknown
 *      12  u32     reserved               0
 *      16  id      clientOrderId          own id of the command; zero for none
 *      40  id      origClientOrderId      id of the target; zero for none
 *      64  u64     origOrderId            our id of the target; 0 for none
 *      72  i64     quantity               what is taken off, mantissa
 *      80  u8      flags                  bit 0: possResend, sent perhaps before
 *      81  u8      reserved               0
 *      82  u16     reserved               0
 *      84  u32     clientSequence         sender's count of its order commands; 0 from a file
 *      88          length
 * </pre>
 *
 * <p>Words of an id: {@link ClientOrderIdDescriptor}.
 */
public final class ReduceOrderDescriptor {
    public static final int SESSION_ID_OFFSET = 0;
    public static final int ACCOUNT_ID_OFFSET = 4;
    public static final int INSTRUMENT_ID_OFFSET = 8;
    public static final int CLIENT_ORDER_ID_OFFSET = 16;
    public static final int ORIG_CLIENT_ORDER_ID_OFFSET = 40;
    public static final int ORIG_ORDER_ID_OFFSET = 64;
    public static final int QUANTITY_OFFSET = 72;
    public static final int FLAGS_OFFSET = 80;
    public static final int CLIENT_SEQUENCE_OFFSET = 84;

    /** Length of the struct in bytes, tail not counted. */
    public static final int LENGTH = 88;

    /** Bit of flags: the sender marks this as possibly sent before. */
    public static final byte POSS_RESEND_FLAG = 1;

    private ReduceOrderDescriptor() {}
}
