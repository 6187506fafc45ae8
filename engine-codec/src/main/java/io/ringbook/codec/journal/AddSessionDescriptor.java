// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: session of the configuration. Tail: one text, name.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     sessionId              id of the session, from 1
 *       4  u32     firmId                 firm that owns it
 *       8  i64     orderRate              order tokens per second; 0 no limit
 *      16  i64     orderBurst             order tokens at most
 *      24  i64     cancelRate             cancel tokens per second; 0 no limit
 *      32  i64     cancelBurst            cancel tokens at most
 *      40  i64     idsPerDay              client order ids per day; 0 no limit
 *      48  u64     reserved               0
 *      56          length
 * </pre>
 */
public final class AddSessionDescriptor {
    public static final int SESSION_ID_OFFSET = 0;
    public static final int FIRM_ID_OFFSET = 4;
    public static final int ORDER_RATE_OFFSET = 8;
    public static final int ORDER_BURST_OFFSET = 16;
    public static final int CANCEL_RATE_OFFSET = 24;
    public static final int CANCEL_BURST_OFFSET = 32;
    public static final int IDS_PER_DAY_OFFSET = 40;

    /** Length of the struct in bytes, tail not counted. */
    public static final int LENGTH = 56;

    private AddSessionDescriptor() {}
}
