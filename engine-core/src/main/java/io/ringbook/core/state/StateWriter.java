// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.state;

import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** Appends values to a growing buffer, little-endian. Not thread-safe; not for the hot path. */
public final class StateWriter {
    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 16);
    private int length;

    /** Appends a byte. */
    public void putByte(byte value) {
        buffer.putByte(length, value);
        length += 1;
    }

    /** Appends four bytes. */
    public void putInt(int value) {
        buffer.putInt(length, value);
        length += 4;
    }

    /** Appends eight bytes. */
    public void putLong(long value) {
        buffer.putLong(length, value);
        length += 8;
    }

    /** Appends a length byte and ASCII text of at most 255 characters. */
    public void putText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        putByte((byte) bytes.length);
        buffer.putBytes(length, bytes);
        length += bytes.length;
    }

    /**
     * Starts a part that a reader can skip.
     *
     * @return what {@link #endPart} takes
     */
    public int beginPart() {
        putInt(0);
        return length;
    }

    /** Ends the part that {@link #beginPart} started. */
    public void endPart(int start) {
        buffer.putInt(start - 4, length - start);
    }

    /** Bytes written so far. */
    public int length() {
        return length;
    }

    /** The bytes, from 0 to {@link #length()}; valid until the next put. */
    public DirectBuffer buffer() {
        return buffer;
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        byte[] bytes = new byte[length];
        buffer.getBytes(0, bytes);
        return bytes;
    }
}
