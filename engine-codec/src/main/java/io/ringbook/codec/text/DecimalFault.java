// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.text;

/** Why a text is not a decimal number that a mantissa can hold exactly. */
public enum DecimalFault {
    NONE(0, "The text is a number"),
    EMPTY(1, "There is no text"),
    SIGN(2, "A sign is not allowed here"),
    EXPONENT(3, "An exponent is not allowed"),
    CHARACTER(4, "A character is neither a digit nor the decimal point"),
    POINT(5, "The decimal point needs a digit on each side and may stand only once"),
    TOO_MANY_DECIMALS(6, "The number has more decimals than the instrument"),
    OVERFLOW(7, "The number is too large");

    private final byte code;
    private final String text;

    DecimalFault(int code, String text) {
        this.code = (byte) code;
        this.text = text;
    }

    /** Stable number of this fault. */
    public byte code() {
        return code;
    }

    /** The fault as a sentence for people. */
    public String text() {
        return text;
    }
}
