// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/** What self-trade prevention does; the taker's mode decides. Rule 4.1. */
public enum StpMode {
    CANCEL_NEWEST(1),
    CANCEL_OLDEST(2),
    CANCEL_BOTH(3),
    DECREMENT(4);

    private static final StpMode[] BY_CODE = new StpMode[5];

    static {
        for (StpMode value : values()) {
            BY_CODE[value.code] = value;
        }
    }

    private final byte code;

    StpMode(int code) {
        this.code = (byte) code;
    }

    /** The byte that stands for this value in the journal and on the wire. */
    public byte code() {
        return code;
    }

    /** The value with this code, or null if there is none. */
    public static StpMode of(byte code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
