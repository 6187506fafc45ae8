// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: account of the configuration. Tail: two texts, name and firm name.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     accountId              id of the account, from 1
 *       4  u32     firmId                 firm that owns it
 *       8  u64     reserved               0
 *      16          length
 * </pre>
 */
public final class AddAccountDescriptor {
    public static final int ACCOUNT_ID_OFFSET = 0;
    public static final int FIRM_ID_OFFSET = 4;

    /** Length of the struct in bytes, tail not counted. */
    public static final int LENGTH = 16;

    private AddAccountDescriptor() {}
}
