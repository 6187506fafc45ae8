// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of Heartbeat, ReplayComplete, EndOfSession. Wrap only what a verifier found
 * good: nothing is checked here. Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u64     mark                 the sequence that the message speaks of
 *       8          length
 * </pre>
 */
public final class SequenceMarkDecoder {
    public static final int MARK_OFFSET = 0;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 8;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public SequenceMarkDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public long mark() {
        return buffer.getLong(offset + MARK_OFFSET, LITTLE_ENDIAN);
    }
}
