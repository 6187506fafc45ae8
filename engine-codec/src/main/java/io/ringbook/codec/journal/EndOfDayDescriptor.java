// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: end of the trading day.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u64     reserved               0
 *       8          length
 * </pre>
 */
public final class EndOfDayDescriptor {

    /** Length of the struct in bytes. */
    public static final int LENGTH = 8;

    private EndOfDayDescriptor() {}
}
