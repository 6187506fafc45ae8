// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of MassCancelReport. Wrap only what a verifier found good: nothing is checked
 * here. Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  id      clientOrderId        id of the command; zero for none
 *      24  u32     accountId            account of the filter; 0 all
 *      28  u32     instrumentId         instrument of the filter; 0 all
 *      32  u8      side                 side of the filter; 0 both
 *      33  u8      reserved             0
 *      34  u8      flags                bit 0: repeat of a first answer; bit 2: answer
 *      35  u8      reserved             0
 *      36  u32     recordIndex          index of the event in its record
 *      40  u64     recordSequence       sequence of the command that finished it
 *      48  i64     timeNs               sequenced time of that command, epoch ns
 *      56  i64     canceledCount        orders canceled
 *      64  u64     reserved             0
 *      72          length
 * </pre>
 *
 * <p>An id is three words: u64, u64, u32, the first character in the lowest byte; then a u32 of 0.
 */
public final class MassCancelReportDecoder {
    public static final int CLIENT_ORDER_ID_OFFSET = 0;
    public static final int ACCOUNT_ID_OFFSET = 24;
    public static final int INSTRUMENT_ID_OFFSET = 28;
    public static final int SIDE_OFFSET = 32;
    public static final int FLAGS_OFFSET = 34;
    public static final int RECORD_INDEX_OFFSET = 36;
    public static final int RECORD_SEQUENCE_OFFSET = 40;
    public static final int TIME_NS_OFFSET = 48;
    public static final int CANCELED_COUNT_OFFSET = 56;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 72;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public MassCancelReportDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public long clientOrderIdWord0() {
        return buffer.getLong(offset + CLIENT_ORDER_ID_OFFSET, LITTLE_ENDIAN);
    }

    public long clientOrderIdWord1() {
        return buffer.getLong(offset + CLIENT_ORDER_ID_OFFSET + 8, LITTLE_ENDIAN);
    }

    public int clientOrderIdWord2() {
        return buffer.getInt(offset + CLIENT_ORDER_ID_OFFSET + 16, LITTLE_ENDIAN);
    }

    public int accountId() {
        return buffer.getInt(offset + ACCOUNT_ID_OFFSET, LITTLE_ENDIAN);
    }

    public int instrumentId() {
        return buffer.getInt(offset + INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
    }

    public byte side() {
        return buffer.getByte(offset + SIDE_OFFSET);
    }

    public byte flags() {
        return buffer.getByte(offset + FLAGS_OFFSET);
    }

    public int recordIndex() {
        return buffer.getInt(offset + RECORD_INDEX_OFFSET, LITTLE_ENDIAN);
    }

    public long recordSequence() {
        return buffer.getLong(offset + RECORD_SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }

    public long timeNs() {
        return buffer.getLong(offset + TIME_NS_OFFSET, LITTLE_ENDIAN);
    }

    public long canceledCount() {
        return buffer.getLong(offset + CANCELED_COUNT_OFFSET, LITTLE_ENDIAN);
    }
}
