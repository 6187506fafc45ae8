// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of a command: one part of the state carried into this journal. Tail: the payload bytes.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     part                   number of this part, from 0
 *       4  u32     parts                  parts in all
 *       8  u64     stateHash              hash of the whole state carried
 *      16  u32     payloadLengthBytes     length of the payload, padding aside
 *      20  u32     reserved               0
 *      24          length
 * </pre>
 */
public final class CarryOverDescriptor {
    public static final int PART_OFFSET = 0;
    public static final int PARTS_OFFSET = 4;
    public static final int STATE_HASH_OFFSET = 8;
    public static final int PAYLOAD_LENGTH_BYTES_OFFSET = 16;

    /** Length of the struct in bytes, tail not counted. */
    public static final int LENGTH = 24;

    private CarryOverDescriptor() {}
}
