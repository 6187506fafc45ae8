// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: new trading phase.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     instrumentId           instrument; 0 for all
 *       4  u8      phase                  1 continuous, 2 halted, 3 closed
 *       5  u8      reserved               0
 *       6  u16     reserved               0
 *       8          length
 * </pre>
 */
public final class PhaseChangeDescriptor {
    public static final int INSTRUMENT_ID_OFFSET = 0;
    public static final int PHASE_OFFSET = 4;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 8;

    private PhaseChangeDescriptor() {}
}
