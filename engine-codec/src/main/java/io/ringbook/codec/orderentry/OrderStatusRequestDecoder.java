// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of OrderStatusRequest. Wrap only what a verifier found good: nothing is checked
 * here. Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u64     requestId            comes back in the answer
 *       8  u64     orderId              our order id; 0 when asked by client order id
 *      16  id      clientOrderId        client order id of the own session; used when the order id is 0
 *      40  u32     instrumentId         instrument of the order; 0 for any
 *      44  u32     reserved             0
 *      48          length
 * </pre>
 *
 * <p>An id is three words: u64, u64, u32, the first character in the lowest byte; then a u32 of 0.
 */
public final class OrderStatusRequestDecoder {
    public static final int REQUEST_ID_OFFSET = 0;
    public static final int ORDER_ID_OFFSET = 8;
    public static final int CLIENT_ORDER_ID_OFFSET = 16;
    public static final int INSTRUMENT_ID_OFFSET = 40;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 48;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public OrderStatusRequestDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public long requestId() {
        return buffer.getLong(offset + REQUEST_ID_OFFSET, LITTLE_ENDIAN);
    }

    public long orderId() {
        return buffer.getLong(offset + ORDER_ID_OFFSET, LITTLE_ENDIAN);
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

    public int instrumentId() {
        return buffer.getInt(offset + INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
    }
}
