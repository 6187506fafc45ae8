// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

import java.nio.charset.StandardCharsets;

/**
 * Client order ids as three words: up to 20 printable ASCII characters, zero padded, read as
 * little-endian words of 8, 8 and 4 bytes. An id of all zeros is "none".
 */
public final class ClientOrderId {
    /** Longest client order id, in characters. */
    public static final int MAX_LENGTH = 20;

    private ClientOrderId() {}

    /**
     * Word {@code index} (0 to 2) of an id's text.
     *
     * @throws IllegalArgumentException if the text is longer than {@link #MAX_LENGTH} or not
     *     printable ASCII
     */
    public static long word(CharSequence text, int index) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "client order id is longer than " + MAX_LENGTH + " characters: " + text);
        }
        long word = 0;
        int end = Math.min(text.length(), index * 8 + 8);
        for (int i = index * 8; i < end; i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException(
                        "client order id has a character that is not printable ASCII: " + text);
            }
            word |= (long) c << ((i - index * 8) * 8);
        }
        return word;
    }

    /** The text of an id; empty for none. */
    public static String text(long word0, long word1, int word2) {
        byte[] bytes = new byte[MAX_LENGTH];
        int length = 0;
        for (int i = 0; i < MAX_LENGTH; i++) {
            long word = i < 8 ? word0 : i < 16 ? word1 : word2;
            byte b = (byte) (word >>> ((i & 7) * 8));
            if (b == 0) {
                break;
            }
            bytes[length++] = b;
        }
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }
}
