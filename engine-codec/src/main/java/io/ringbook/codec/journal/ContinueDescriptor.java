// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: goes on with a long mass cancel, expiry or close.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u64     originSequence         sequence of the command that began it
 *       8          length
 * </pre>
 */
public final class ContinueDescriptor {
    public static final int ORIGIN_SEQUENCE_OFFSET = 0;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 8;

    private ContinueDescriptor() {}
}
