// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.state;

import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Reads what a {@link StateWriter} wrote, in the same order. Reading past the end throws {@link
 * IndexOutOfBoundsException}: the bytes were checked by hash before, so that is a bug.
 */
public final class StateReader {
    private final DirectBuffer buffer;
    private final int limit;
    private int position;

    /** Reads {@code length} bytes from {@code offset}. */
    public StateReader(DirectBuffer buffer, int offset, int length) {
        this.buffer = buffer;
        this.position = offset;
        this.limit = offset + length;
    }

    /** The next byte. */
    public byte getByte() {
        return buffer.getByte(advance(1));
    }

    /** The next four bytes. */
    public int getInt() {
        return buffer.getInt(advance(4));
    }

    /** The next eight bytes. */
    public long getLong() {
        return buffer.getLong(advance(8));
    }

    /** The next text. */
    public String getText() {
        int length = getByte() & 0xff;
        byte[] bytes = new byte[length];
        buffer.getBytes(advance(length), bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /** A reader of the next part, which this reader skips. */
    public StateReader getPart() {
        int length = getInt();
        return new StateReader(buffer, advance(length), length);
    }

    /** Bytes not yet read. */
    public int remaining() {
        return limit - position;
    }

    private int advance(int length) {
        int at = position;
        if (limit - at < length) {
            throw new IndexOutOfBoundsException("state ends at " + limit + ", wanted " + length);
        }
        position = at + length;
        return at;
    }
}
