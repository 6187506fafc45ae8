// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/** Time in force (FIX 59). Rules 2.2 to 2.4. */
public enum TimeInForce {
    DAY(1),
    GTC(2),
    GTD(3),
    IOC(4),
    FOK(5);

    private static final TimeInForce[] BY_CODE = new TimeInForce[6];

    static {
        for (TimeInForce value : values()) {
            BY_CODE[value.code] = value;
        }
    }

    private final byte code;

    TimeInForce(int code) {
        this.code = (byte) code;
    }

    /** The byte that stands for this value in the journal and on the wire. */
    public byte code() {
        return code;
    }

    /** The value with this code, or null if there is none. */
    public static TimeInForce of(byte code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
