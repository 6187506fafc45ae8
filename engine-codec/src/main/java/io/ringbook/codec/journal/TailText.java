// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.journal;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The texts behind some command structs: one after the other, then zeros up to the command's
 * length, a multiple of 8.
 *
 * <pre>
 *  offset  type   meaning
 *       0  u8     length n in bytes, 0 to 255
 *       1  n × u8 characters, ASCII
 *   1 + n         the next text
 * </pre>
 *
 * <p>Reading trusts no length: {@link #isWhole} comes first, the rest may be called when it said
 * yes. Nothing allocates but {@link #text}, which is for tools and messages.
 */
public final class TailText {
    /** Longest text in bytes. */
    public static final int MAX_LENGTH = 255;

    private TailText() {}

    /** Bytes that a text of this many characters takes, its length byte included. */
    public static int encodedLength(int textLength) {
        return 1 + textLength;
    }

    /** The next multiple of 8 from {@code length} on. */
    public static int paddedLength(int length) {
        return (length + RecordHeaderDescriptor.ALIGNMENT - 1) & -RecordHeaderDescriptor.ALIGNMENT;
    }

    /**
     * Writes a text at {@code offset}.
     *
     * @return the offset behind it
     * @throws IllegalArgumentException if the text is longer than {@link #MAX_LENGTH} or not ASCII
     */
    public static int put(MutableDirectBuffer buffer, int offset, CharSequence text) {
        int length = text.length();
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "text is longer than " + MAX_LENGTH + " characters: " + text);
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > 0x7F) {
                throw new IllegalArgumentException(
                        "text has a character that is not ASCII: " + text);
            }
        }
        buffer.putByte(offset, (byte) length);
        for (int i = 0; i < length; i++) {
            buffer.putByte(offset + 1 + i, (byte) text.charAt(i));
        }
        return offset + 1 + length;
    }

    /**
     * Writes zeros from {@code offset} up to the next multiple of 8, counted from {@code start}.
     *
     * @return the offset behind them
     */
    public static int pad(MutableDirectBuffer buffer, int start, int offset) {
        int end = start + paddedLength(offset - start);
        for (int i = offset; i < end; i++) {
            buffer.putByte(i, (byte) 0);
        }
        return end;
    }

    /**
     * True if a whole text of ASCII characters stands at {@code offset} and ends by {@code end}.
     */
    public static boolean isWhole(DirectBuffer buffer, int offset, int end) {
        if (offset < 0 || offset >= end || end > buffer.capacity()) {
            return false;
        }
        int length = length(buffer, offset);
        if (length > end - offset - 1) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer.getByte(offset + 1 + i) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Length in characters of the text at {@code offset}. */
    public static int length(DirectBuffer buffer, int offset) {
        return buffer.getByte(offset) & 0xFF;
    }

    /** Offset of what follows the text at {@code offset}. */
    public static int next(DirectBuffer buffer, int offset) {
        return offset + 1 + length(buffer, offset);
    }

    /** Appends the text at {@code offset} to {@code target}. */
    public static void appendTo(StringBuilder target, DirectBuffer buffer, int offset) {
        int length = length(buffer, offset);
        for (int i = 0; i < length; i++) {
            target.append((char) (buffer.getByte(offset + 1 + i) & 0x7F));
        }
    }

    /** The text at {@code offset}. Allocates. */
    public static String text(DirectBuffer buffer, int offset) {
        StringBuilder text = new StringBuilder(length(buffer, offset));
        appendTo(text, buffer, offset);
        return text.toString();
    }
}
