// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.text;

import org.agrona.MutableDirectBuffer;

/**
 * Writes a mantissa as decimal text with all its decimals, or without the zeros at its end. What it
 * writes, {@link DecimalParser} reads back to the same mantissa. No allocation, no state.
 */
public final class DecimalWriter {
    /** Longest text: sign, 19 digits, point. */
    public static final int MAX_LENGTH = 21;

    private DecimalWriter() {}

    /** Appends the number with all its decimals: 12.3400. */
    public static void append(StringBuilder target, long mantissa, int decimals) {
        int digits = digitCount(mantissa, decimals);
        if (mantissa < 0) {
            target.append('-');
        }
        appendDigits(target, mantissa, digits, decimals);
    }

    /** Appends the number without zeros at the end of its decimals: 12.34, 12. */
    public static void appendShortest(StringBuilder target, long mantissa, int decimals) {
        int zeros = 0;
        long rest = mantissa;
        while (zeros < decimals && rest % 10 == 0) {
            rest /= 10;
            zeros++;
        }
        append(target, rest, decimals - zeros);
    }

    /**
     * Writes the number as ASCII with all its decimals.
     *
     * @return how many bytes it took, at most {@link #MAX_LENGTH}
     */
    public static int put(MutableDirectBuffer buffer, int offset, long mantissa, int decimals) {
        int digits = digitCount(mantissa, decimals);
        int start = mantissa < 0 ? 1 : 0;
        int length = start + digits + (decimals > 0 ? 1 : 0);
        int position = offset + length;
        long rest = mantissa;
        for (int i = 0; i < digits; i++) {
            if (i == decimals && decimals > 0) {
                buffer.putByte(--position, (byte) '.');
            }
            buffer.putByte(--position, (byte) digit(rest));
            rest /= 10;
        }
        if (start == 1) {
            buffer.putByte(offset, (byte) '-');
        }
        return length;
    }

    /** Digits to write, at least one before the point. */
    private static int digitCount(long mantissa, int decimals) {
        assert decimals >= 0 && decimals <= DecimalParser.MAX_DECIMALS : decimals;
        int count = 0;
        for (long rest = mantissa; rest != 0; rest /= 10) {
            count++;
        }
        return Math.max(count, decimals + 1);
    }

    private static void appendDigits(
            StringBuilder target, long mantissa, int digits, int decimals) {
        int end = target.length() + digits + (decimals > 0 ? 1 : 0);
        int position = end;
        target.setLength(end);
        long rest = mantissa;
        for (int i = 0; i < digits; i++) {
            if (i == decimals && decimals > 0) {
                target.setCharAt(--position, '.');
            }
            target.setCharAt(--position, digit(rest));
            rest /= 10;
        }
    }

    /** Last digit, also of a negative number, whose remainder is negative. */
    private static char digit(long rest) {
        return (char) ('0' + Math.abs(rest % 10));
    }
}
