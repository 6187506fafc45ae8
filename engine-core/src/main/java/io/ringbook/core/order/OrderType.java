// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/** Order type (FIX 40). Rule 2.1. */
public enum OrderType {
    LIMIT(1),
    MARKET(2);

    private static final OrderType[] BY_CODE = new OrderType[3];

    static {
        for (OrderType value : values()) {
            BY_CODE[value.code] = value;
        }
    }

    private final byte code;

    OrderType(int code) {
        this.code = (byte) code;
    }

    /** The byte that stands for this value in the journal and on the wire. */
    public byte code() {
        return code;
    }

    /** The value with this code, or null if there is none. */
    public static OrderType of(byte code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
