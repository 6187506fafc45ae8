// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of MassCancel. Wrap only what a verifier found good: nothing is checked here.
 * Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u32     reserved             0
 *       4  u32     accountId            account; 0 for all of the firm
 *       8  u32     instrumentId         instrument; 0 for all
 *      12  u32     reserved             0
 *      16  id      clientOrderId        id of the command, only echoed; zero for none
 *      40  u8      side                 1 buy, 2 sell, 0 both
 *      41  u8      reserved             0
 *      42  u16     reserved             0
 *      44  u32     reserved             0
 *      48          length
 * </pre>
 *
 * <p>An id is three words: u64, u64, u32, the first character in the lowest byte; then a u32 of 0.
 */
public final class MassCancelDecoder {
    public static final int ACCOUNT_ID_OFFSET = 4;
    public static final int INSTRUMENT_ID_OFFSET = 8;
    public static final int CLIENT_ORDER_ID_OFFSET = 16;
    public static final int SIDE_OFFSET = 40;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 48;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public MassCancelDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public int accountId() {
        return buffer.getInt(offset + ACCOUNT_ID_OFFSET, LITTLE_ENDIAN);
    }

    public int instrumentId() {
        return buffer.getInt(offset + INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
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

    public byte side() {
        return buffer.getByte(offset + SIDE_OFFSET);
    }
}
