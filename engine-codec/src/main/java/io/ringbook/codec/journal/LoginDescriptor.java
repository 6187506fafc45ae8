// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: a session logged in.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     sessionId              the session
 *       4  u8      cancelOnDisconnect     1 cancels its orders after a cut, 0 keeps them
 *       5  u8      reserved               0
 *       6  u16     reserved               0
 *       8  i64     graceNs                time from a cut to its cancels, ns
 *      16  u64     reserved               0
 *      24          length
 * </pre>
 */
public final class LoginDescriptor {
    public static final int SESSION_ID_OFFSET = 0;
    public static final int CANCEL_ON_DISCONNECT_OFFSET = 4;
    public static final int GRACE_NS_OFFSET = 8;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 24;

    private LoginDescriptor() {}
}
