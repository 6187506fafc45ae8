// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: the grace of a session that is gone has passed; its orders go.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     sessionId              the session
 *       4  u32     reserved               0
 *       8          length
 * </pre>
 */
public final class DisconnectDescriptor {
    public static final int SESSION_ID_OFFSET = 0;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 8;

    private DisconnectDescriptor() {}
}
