// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of ReduceOrder. Wrap only what a verifier found good: nothing is checked here.
 * Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u32     reserved             0
 *       4  u32     accountId            account of the command
 *       8  u32     instrumentId         instrument of the command
 *      12  u32     reserved             0
 *      16  id      clientOrderId        own id of the command; zero for none
 *      40  id      origClientOrderId    id of the target; zero for none
 *      64  u64     origOrderId          our id of the target, used when its client order id is none; 0 for none
 *      72  i64     quantity             what is taken off, mantissa
 *      80          length
 * </pre>
 *
 * <p>An id is three words: u64, u64, u32, the first character in the lowest byte; then a u32 of 0.
 */
public final class ReduceOrderDecoder {
    public static final int ACCOUNT_ID_OFFSET = 4;
    public static final int INSTRUMENT_ID_OFFSET = 8;
    public static final int CLIENT_ORDER_ID_OFFSET = 16;
    public static final int ORIG_CLIENT_ORDER_ID_OFFSET = 40;
    public static final int ORIG_ORDER_ID_OFFSET = 64;
    public static final int QUANTITY_OFFSET = 72;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 80;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public ReduceOrderDecoder wrap(DirectBuffer buffer, int offset) {
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

    public long origClientOrderIdWord0() {
        return buffer.getLong(offset + ORIG_CLIENT_ORDER_ID_OFFSET, LITTLE_ENDIAN);
    }

    public long origClientOrderIdWord1() {
        return buffer.getLong(offset + ORIG_CLIENT_ORDER_ID_OFFSET + 8, LITTLE_ENDIAN);
    }

    public int origClientOrderIdWord2() {
        return buffer.getInt(offset + ORIG_CLIENT_ORDER_ID_OFFSET + 16, LITTLE_ENDIAN);
    }

    public long origOrderId() {
        return buffer.getLong(offset + ORIG_ORDER_ID_OFFSET, LITTLE_ENDIAN);
    }

    public long quantity() {
        return buffer.getLong(offset + QUANTITY_OFFSET, LITTLE_ENDIAN);
    }
}
