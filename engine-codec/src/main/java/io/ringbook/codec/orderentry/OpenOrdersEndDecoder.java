// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of OpenOrdersEnd. Wrap only what a verifier found good: nothing is checked here.
 * Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u64     requestId            request that it answers
 *       8  u64     orderCount           orders sent
 *      16  u64     recordSequence       last record that the answer knows of
 *      24          length
 * </pre>
 */
public final class OpenOrdersEndDecoder {
    public static final int REQUEST_ID_OFFSET = 0;
    public static final int ORDER_COUNT_OFFSET = 8;
    public static final int RECORD_SEQUENCE_OFFSET = 16;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 24;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public OpenOrdersEndDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public long requestId() {
        return buffer.getLong(offset + REQUEST_ID_OFFSET, LITTLE_ENDIAN);
    }

    public long orderCount() {
        return buffer.getLong(offset + ORDER_COUNT_OFFSET, LITTLE_ENDIAN);
    }

    public long recordSequence() {
        return buffer.getLong(offset + RECORD_SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }
}
