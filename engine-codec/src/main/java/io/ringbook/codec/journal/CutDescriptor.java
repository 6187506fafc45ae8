// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: where a torn or lost tail was cut. It stands in a record of kind 32, the
 * first of its roll file.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     roll                   number of the roll file that was cut
 *       4  u8      reason                 1 torn tail, 2 lost when the machine stopped
 *       5  u8      reserved               0
 *       6  u16     reserved               0
 *       8  u64     position               byte in that file where the first excerpt cut off starts
 *      16  u32     incarnation            incarnation of the journal from here on
 *      20  u32     reserved               0
 *      24          length
 * </pre>
 */
public final class CutDescriptor {
    public static final int ROLL_OFFSET = 0;
    public static final int REASON_OFFSET = 4;
    public static final int POSITION_OFFSET = 8;
    public static final int INCARNATION_OFFSET = 16;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 24;

    private CutDescriptor() {}
}
