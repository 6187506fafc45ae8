// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.text;

import org.agrona.DirectBuffer;

/**
 * Parses decimal text to a mantissa, exactly: digits, then perhaps a point and digits. Zeros behind
 * the last decimal of the instrument are allowed, since they change nothing; any other digit there
 * is refused. The largest number is the largest {@code long} as a mantissa.
 *
 * <p>Holds the last mantissa, so one thread. Cost: one pass over the characters.
 */
public final class DecimalParser {
    /** Most decimals of a mantissa. */
    public static final int MAX_DECIMALS = 9;

    private int decimals;
    private long mantissa;
    private int digitCount;
    private int decimalCount;
    private boolean isBehindPoint;
    private boolean isNegative;
    private DecimalFault fault = DecimalFault.EMPTY;

    /** Parses characters {@code start} (in) to {@code end} (out), which may have no sign. */
    public DecimalFault parse(CharSequence text, int start, int end, int decimals) {
        begin(decimals);
        return parseFrom(text, start, end);
    }

    /** The same with one minus sign allowed before the first digit. */
    public DecimalFault parseSigned(CharSequence text, int start, int end, int decimals) {
        begin(decimals);
        isNegative = start < end && text.charAt(start) == '-';
        return parseFrom(text, isNegative ? start + 1 : start, end);
    }

    /** Parses {@code length} bytes of ASCII from {@code offset} on, which may have no sign. */
    public DecimalFault parse(DirectBuffer buffer, int offset, int length, int decimals) {
        begin(decimals);
        for (int i = 0; i < length && fault == DecimalFault.NONE; i++) {
            accept(buffer.getByte(offset + i));
        }
        return finish();
    }

    /** The number parsed last, when there was no fault; else 0. */
    public long mantissa() {
        return mantissa;
    }

    private DecimalFault parseFrom(CharSequence text, int start, int end) {
        for (int i = start; i < end && fault == DecimalFault.NONE; i++) {
            accept(text.charAt(i));
        }
        return finish();
    }

    private void begin(int decimals) {
        assert decimals >= 0 && decimals <= MAX_DECIMALS : decimals;
        this.decimals = decimals;
        mantissa = 0;
        digitCount = 0;
        decimalCount = 0;
        isBehindPoint = false;
        isNegative = false;
        fault = DecimalFault.NONE;
    }

    private void accept(int character) {
        if (character >= '0' && character <= '9') {
            acceptDigit(character - '0');
        } else if (character == '.') {
            if (isBehindPoint || digitCount == 0) {
                fault = DecimalFault.POINT;
            }
            isBehindPoint = true;
        } else if (character == '-' || character == '+') {
            fault = DecimalFault.SIGN;
        } else if ((character == 'e' || character == 'E') && digitCount > 0) {
            fault = DecimalFault.EXPONENT;
        } else {
            fault = DecimalFault.CHARACTER;
        }
    }

    private void acceptDigit(int digit) {
        digitCount++;
        if (isBehindPoint) {
            decimalCount++;
            if (decimalCount > decimals) {
                if (digit != 0) {
                    fault = DecimalFault.TOO_MANY_DECIMALS;
                }
                return;
            }
        }
        append(digit);
    }

    private void append(int digit) {
        if (mantissa > (Long.MAX_VALUE - digit) / 10) {
            fault = DecimalFault.OVERFLOW;
        } else {
            mantissa = mantissa * 10 + digit;
        }
    }

    private DecimalFault finish() {
        if (fault == DecimalFault.NONE && digitCount == 0) {
            fault = DecimalFault.EMPTY;
        }
        if (fault == DecimalFault.NONE && isBehindPoint && decimalCount == 0) {
            fault = DecimalFault.POINT;
        }
        for (int i = decimalCount; i < decimals && fault == DecimalFault.NONE; i++) {
            append(0);
        }
        if (fault != DecimalFault.NONE) {
            mantissa = 0;
        } else if (isNegative) {
            mantissa = -mantissa;
        }
        return fault;
    }
}
