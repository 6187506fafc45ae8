// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of Ping. Wrap only what a verifier found good: nothing is checked here. Valid
 * while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u64     token                comes back in the answer
 *       8          length
 * </pre>
 */
public final class PingDecoder {
    public static final int TOKEN_OFFSET = 0;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 8;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public PingDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public long token() {
        return buffer.getLong(offset + TOKEN_OFFSET, LITTLE_ENDIAN);
    }
}
