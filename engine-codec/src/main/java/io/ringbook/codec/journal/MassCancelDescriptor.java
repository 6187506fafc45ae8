// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: cancel of all orders of a filter. Tail, only when the instrument or the
 * account is unknown: two texts, symbol and account.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     sessionId              session that sent it; its firm is the filter
 *       4  u32     accountId              account; 0 for all of the firm
 *       8  u32     instrumentId           instrument; 0 for all
 *      12  u32     reserved               0
 *      16  id      clientOrderId          id of the command, only echoed; zero for none
 *      40  u8      side                   1 buy, 2 sell, 0 both
 *      41  u8      flags                  bit 0: possResend, sent perhaps before
 *      42  u16     reserved               0
 *      44  u32     clientSequence         sender's count of its order commands; 0 from a file
 *      48          length
 * </pre>
 *
 * <p>Words of an id: {@link ClientOrderIdDescriptor}.
 */
public final class MassCancelDescriptor {
    public static final int SESSION_ID_OFFSET = 0;
    public static final int ACCOUNT_ID_OFFSET = 4;
    public static final int INSTRUMENT_ID_OFFSET = 8;
    public static final int CLIENT_ORDER_ID_OFFSET = 16;
    public static final int SIDE_OFFSET = 40;
    public static final int FLAGS_OFFSET = 41;
    public static final int CLIENT_SEQUENCE_OFFSET = 44;

    /** Length of the struct in bytes, tail not counted. */
    public static final int LENGTH = 48;

    /** Bit of flags: the sender marks this as possibly sent before. */
    public static final byte POSS_RESEND_FLAG = 1;

    private MassCancelDescriptor() {}
}
