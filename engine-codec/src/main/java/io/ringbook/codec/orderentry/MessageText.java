// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A FlatBuffers string of printable ASCII characters.
 *
 * <pre>
 *  offset  type   meaning
 *       0  u32    length n, 0 to 255
 *       4  n × u8 characters, space to tilde
 *   4 + n  u8     0
 * </pre>
 */
public final class MessageText {
    /** Longest text in characters. */
    public static final int MAX_LENGTH = 255;

    private MessageText() {}

    static int length(DirectBuffer buffer, int offset) {
        return buffer.getInt(offset, LITTLE_ENDIAN);
    }

    static void appendTo(StringBuilder target, DirectBuffer buffer, int offset) {
        int length = length(buffer, offset);
        for (int i = 0; i < length; i++) {
            target.append((char) buffer.getByte(offset + Integer.BYTES + i));
        }
    }

    static boolean isEqual(DirectBuffer buffer, int offset, CharSequence other) {
        int length = length(buffer, offset);
        if (length != other.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer.getByte(offset + Integer.BYTES + i) != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Bytes that a text of this length takes, zeros up to the next multiple of 4 included. */
    static int encodedLength(int textLength) {
        return (Integer.BYTES + textLength + 1 + 3) & -Integer.BYTES;
    }

    static void put(MutableDirectBuffer buffer, int offset, CharSequence text) {
        int length = text.length();
        requirePrintable(text);
        buffer.putInt(offset, length, LITTLE_ENDIAN);
        for (int i = 0; i < length; i++) {
            buffer.putByte(offset + Integer.BYTES + i, (byte) text.charAt(i));
        }
        for (int i = Integer.BYTES + length; i < encodedLength(length); i++) {
            buffer.putByte(offset + i, (byte) 0);
        }
    }

    private static void requirePrintable(CharSequence text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "text is longer than " + MAX_LENGTH + " characters: " + text);
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException(
                        "text has a character that is not printable ASCII: " + text);
            }
        }
    }
}
