// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of OpenOrdersRequest. Wrap only what a verifier found good: nothing is checked
 * here. Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u64     requestId            comes back in every answer
 *       8  u32     accountId            account; 0 for all of the firm
 *      12  u32     instrumentId         instrument; 0 for all
 *      16          length
 * </pre>
 */
public final class OpenOrdersRequestDecoder {
    public static final int REQUEST_ID_OFFSET = 0;
    public static final int ACCOUNT_ID_OFFSET = 8;
    public static final int INSTRUMENT_ID_OFFSET = 12;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 16;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public OpenOrdersRequestDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public long requestId() {
        return buffer.getLong(offset + REQUEST_ID_OFFSET, LITTLE_ENDIAN);
    }

    public int accountId() {
        return buffer.getInt(offset + ACCOUNT_ID_OFFSET, LITTLE_ENDIAN);
    }

    public int instrumentId() {
        return buffer.getInt(offset + INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
    }
}
