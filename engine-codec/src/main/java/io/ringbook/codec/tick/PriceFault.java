// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.tick;

/** Why a price cannot become a mantissa. */
public enum PriceFault {
    NONE(0, "The price has a mantissa"),
    NOT_FINITE(1, "Price is not a finite number"),
    NOT_POSITIVE(2, "Price is not positive at the instrument's decimals"),
    TOO_LARGE(3, "Price is too large at the instrument's decimals");

    private final byte code;
    private final String text;

    PriceFault(int code, String text) {
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
