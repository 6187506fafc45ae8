// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: an armed instant has come.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  i64     timeNs                 the instant, epoch ns
 *       8          length
 * </pre>
 */
public final class TimeDescriptor {
    public static final int TIME_NS_OFFSET = 0;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 8;

    private TimeDescriptor() {}
}
