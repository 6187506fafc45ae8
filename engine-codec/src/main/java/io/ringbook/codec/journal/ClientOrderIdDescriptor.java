// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a client order id: up to 20 printable ASCII characters, zero padded, as little-endian
 * words with the first character in the lowest byte. All zero is none. Offsets are relative to the
 * id's own offset in its struct.
 *
 * <pre>
 *  offset  type  field     meaning
 *       0  u64   word0     characters 1 to 8
 *       8  u64   word1     characters 9 to 16
 *      16  u32   word2     characters 17 to 20
 *      20  u32   reserved  0; of commands only, an event has its next field here
 *      24        length in a command
 * </pre>
 */
public final class ClientOrderIdDescriptor {
    public static final int WORD0_OFFSET = 0;
    public static final int WORD1_OFFSET = 8;
    public static final int WORD2_OFFSET = 16;

    /** Length in a command, the reserved word included. */
    public static final int LENGTH = 24;

    private ClientOrderIdDescriptor() {}
}
