// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of Pong. Wrap only what a verifier found good: nothing is checked here. Valid
 * while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u64     token                token of the ping
 *       8  i64     timeNs               time of the server, epoch ns
 *      16          length
 * </pre>
 */
public final class PongDecoder {
    public static final int TOKEN_OFFSET = 0;
    public static final int TIME_NS_OFFSET = 8;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 16;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public PongDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public long token() {
        return buffer.getLong(offset + TOKEN_OFFSET, LITTLE_ENDIAN);
    }

    public long timeNs() {
        return buffer.getLong(offset + TIME_NS_OFFSET, LITTLE_ENDIAN);
    }
}
