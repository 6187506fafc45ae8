// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/** Trading phase of an instrument. Rule 6.4. */
public enum Phase {
    CONTINUOUS(1),
    HALTED(2),
    CLOSED(3);

    private static final Phase[] BY_CODE = new Phase[4];

    static {
        for (Phase value : values()) {
            BY_CODE[value.code] = value;
        }
    }

    private final byte code;

    Phase(int code) {
        this.code = (byte) code;
    }

    /** The byte that stands for this value in the journal and on the wire. */
    public byte code() {
        return code;
    }

    /** The value with this code, or null if there is none. */
    public static Phase of(byte code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
