// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/** Why an order was canceled. Rule 3.9. */
public enum CancelReason {
    USER(1),
    MASS_CANCEL(2),
    IOC_REMAINDER(3),
    FOK_UNFILLABLE(4),
    NO_LIQUIDITY(5),
    COLLAR(6),
    SELF_TRADE(7),
    REPLACED_BELOW_FILLED(8),
    MIN_QUANTITY(9),
    SWEEP_LIMIT(10),
    DISCONNECT(11);

    private static final CancelReason[] BY_CODE = new CancelReason[12];

    static {
        for (CancelReason value : values()) {
            BY_CODE[value.code] = value;
        }
    }

    private final byte code;

    CancelReason(int code) {
        this.code = (byte) code;
    }

    /** The byte that stands for this value in the journal and on the wire. */
    public byte code() {
        return code;
    }

    /** The value with this code, or null if there is none. */
    public static CancelReason of(byte code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
