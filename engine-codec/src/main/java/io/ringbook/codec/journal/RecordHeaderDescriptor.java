// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

/**
 * Layout of the header of a journal record. It opens every record; the command and then the events
 * follow it.
 *
 * <pre>
 *  offset  type    field                  meaning
 *       0  u32     lengthBytes            length of the whole record, a multiple of 8
 *       4  u8      kind                   kind of the command; 32 is a cut of the tail
 *       5  u8      flags                  0
 *       6  u16     schemaVersion          version of these layouts: 1
 *       8  u64     sequence               sequence of the command, rising by one
 *      16  i64     timeNs                 sequenced time, epoch ns
 *      24  u64     forcedWatermark        sequence up to which the journal was forced to disk
 *      32  u64     chainHash              XXH3-64 over the previous hash and this record
 *      40  u32     commandLengthBytes     length of the command, a multiple of 8
 *      44  u32     eventCount             events after the command
 *      48  u16     rulesVersion           version of the matching rules: 1
 *      50  u16     reserved               0
 *      52  u32     crc32c                 CRC32C over the record, this field as 0
 *      56  u64     reserved               0
 *      64          length
 * </pre>
 */
public final class RecordHeaderDescriptor {
    public static final int LENGTH_BYTES_OFFSET = 0;
    public static final int KIND_OFFSET = 4;
    public static final int FLAGS_OFFSET = 5;
    public static final int SCHEMA_VERSION_OFFSET = 6;
    public static final int SEQUENCE_OFFSET = 8;
    public static final int TIME_NS_OFFSET = 16;
    public static final int FORCED_WATERMARK_OFFSET = 24;
    public static final int CHAIN_HASH_OFFSET = 32;
    public static final int COMMAND_LENGTH_BYTES_OFFSET = 40;
    public static final int EVENT_COUNT_OFFSET = 44;
    public static final int RULES_VERSION_OFFSET = 48;
    public static final int CRC32C_OFFSET = 52;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 64;

    /** Version of the layouts of this package. */
    public static final short SCHEMA_VERSION = 1;

    /** Kind of a record that says where a tail was cut; its command is a cut. */
    public static final byte KIND_CUT = 32;

    /** Records, commands and events are multiples of this many bytes. */
    public static final int ALIGNMENT = 8;

    private RecordHeaderDescriptor() {}
}
