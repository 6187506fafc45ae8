// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

/**
 * Exact decimals as text: {@code -?digits[.digits]}, no exponent, no sign but minus, never rounded.
 */
final class DecimalText {
    /** Returned by {@link #parse}: not a decimal. */
    static final long MALFORMED = Long.MIN_VALUE;

    /** Returned by {@link #parse}: more decimals than the mantissa can express. */
    static final long TOO_FINE = Long.MIN_VALUE + 1;

    /** Returned by {@link #parse}: outside the range of a mantissa. */
    static final long TOO_LARGE = Long.MIN_VALUE + 2;

    private static final long LIMIT = Long.MAX_VALUE - 4;

    private DecimalText() {}

    /**
     * The mantissa of {@code text} at {@code decimals} decimals, or one of the three codes above,
     * which no mantissa reaches. Zeros behind the last decimal are not held against it.
     */
    static long parse(String text, int decimals) {
        int position = text.startsWith("-") ? 1 : 0;
        boolean negative = position == 1;
        int point = text.indexOf('.');
        int end = text.length();
        if (position == end || point == position || point == end - 1) {
            return MALFORMED;
        }
        long mantissa = 0;
        int fraction = -1;
        long fault = 0;
        for (int i = position; i < end; i++) {
            char c = text.charAt(i);
            if (i == point) {
                fraction = 0;
                continue;
            }
            if (c < '0' || c > '9') {
                return MALFORMED;
            }
            if (fraction >= 0 && ++fraction > decimals) {
                fault = c != '0' ? TOO_FINE : fault;
                continue;
            }
            fault = fault == 0 && mantissa > (LIMIT - 9) / 10 ? TOO_LARGE : fault;
            mantissa = fault == 0 ? mantissa * 10 + (c - '0') : mantissa;
        }
        for (int i = Math.max(fraction, 0); i < decimals && fault == 0; i++) {
            fault = mantissa > LIMIT / 10 ? TOO_LARGE : 0;
            mantissa *= 10;
        }
        return fault != 0 ? fault : negative ? -mantissa : mantissa;
    }
}
