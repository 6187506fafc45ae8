// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/** Whether an execution added or took liquidity (FIX 851). */
public enum Liquidity {
    MAKER(1),
    TAKER(2);

    private static final Liquidity[] BY_CODE = new Liquidity[3];

    static {
        for (Liquidity value : values()) {
            BY_CODE[value.code] = value;
        }
    }

    private final byte code;

    Liquidity(int code) {
        this.code = (byte) code;
    }

    /** The byte that stands for this value in the journal and on the wire. */
    public byte code() {
        return code;
    }

    /** The value with this code, or null if there is none. */
    public static Liquidity of(byte code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
