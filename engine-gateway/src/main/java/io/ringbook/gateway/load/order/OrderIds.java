// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.order;

/**
 * Client order ids of a load: 20 characters, of which 8 name the run, 8 are a number and 4 a place
 * in a table, each five bits to a character (0 to 9, A to V), the lowest first. A run is named by
 * the millisecond in which it began, so that the ids of two runs are never the same.
 *
 * <pre>
 *  word    characters   meaning
 *     0    8            run: milliseconds since 1970, 40 bits
 *     1    8            number in the run, from 1, 40 bits
 *     2    4            place, 20 bits
 * </pre>
 */
final class OrderIds {
    /** One above the largest place. */
    static final int PLACES = 1 << 20;

    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final int LETTERS_FROM = 10;
    private static final int NONE = -1;

    private OrderIds() {}

    /** Eight characters for the lowest 40 bits of a number. */
    static long word(long number) {
        long word = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            word |= character(number >>> (BITS * i)) << (Byte.SIZE * i);
        }
        return word;
    }

    /** The number that eight characters stand for; 0 or less if they are others. */
    static long number(long word) {
        long number = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            int digit = digit((int) (word >>> (Byte.SIZE * i)) & 0xFF);
            if (digit < 0) {
                return 0;
            }
            number |= (long) digit << (BITS * i);
        }
        return number;
    }

    /** Four characters for a place. */
    static int shortWord(int place) {
        int word = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            word |= (int) character(place >>> (BITS * i)) << (Byte.SIZE * i);
        }
        return word;
    }

    /** The place that four characters stand for; {@link #PLACES} or more if they are others. */
    static int place(int word) {
        int place = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            int digit = digit(word >>> (Byte.SIZE * i) & 0xFF);
            if (digit < 0) {
                return PLACES;
            }
            place |= digit << (BITS * i);
        }
        return place;
    }

    /** What a character stands for; negative if it is none of ours. */
    private static int digit(int c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'V' ? c - 'A' + LETTERS_FROM : NONE;
    }

    private static long character(long bits) {
        long digit = bits & MASK;
        return digit < LETTERS_FROM ? '0' + digit : 'A' + digit - LETTERS_FROM;
    }
}
