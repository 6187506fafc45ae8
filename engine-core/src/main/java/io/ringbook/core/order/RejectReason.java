// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/**
 * Why a command was refused: our stable code and text, with the FIX reasons beside it (OrdRejReason
 * 103 for orders, CxlRejReason 102 for cancel, replace and reduce). Source: RULES 6.
 */
public enum RejectReason {
    THROTTLED(1, 99, 2, "Rate limit of the session reached"),
    DUPLICATE_CLIENT_ORDER_ID(2, 6, 6, "Client order id already used"),
    ID_LIMIT(3, 3, 2, "Session has used all its client order ids of the day"),
    UNKNOWN_SYMBOL(4, 1, 99, "Unknown symbol"),
    UNKNOWN_ACCOUNT(5, 15, 99, "Account unknown or not the session's"),
    EXCHANGE_CLOSED(6, 2, 99, "Instrument is closed"),
    HALTED(7, 2, 2, "Instrument is halted; only cancel and reduce are taken"),
    QUANTITY_NOT_POSITIVE(8, 13, 99, "Quantity is not positive"),
    QUANTITY_LOT(9, 13, 99, "Quantity is not a whole number of lots"),
    QUANTITY_LIMIT(10, 3, 99, "Quantity is outside the instrument's limits"),
    PRICE_NOT_POSITIVE(11, 99, 99, "Price is not positive"),
    PRICE_TICK(12, 99, 99, "Price is not on the tick grid"),
    UNSUPPORTED_CHARACTERISTIC(13, 11, 99, "Combination of order characteristics not supported"),
    EXPIRED(14, 8, 99, "Expiry is not in the future"),
    PRICE_BAND(15, 99, 8, "Price is outside the band around the reference price"),
    NOTIONAL_LIMIT(16, 3, 2, "Notional is above the instrument's limit"),
    POST_ONLY_WOULD_TAKE(17, 99, 99, "Post-only order would trade at once"),
    TOO_LATE_TO_CANCEL(18, 99, 0, "Order has finished"),
    UNKNOWN_ORDER(19, 99, 1, "Unknown order");

    private static final RejectReason[] BY_CODE = new RejectReason[20];

    static {
        for (RejectReason reason : values()) {
            BY_CODE[reason.code] = reason;
        }
    }

    private final byte code;
    private final int ordRejReason;
    private final int cxlRejReason;
    private final String text;

    RejectReason(int code, int ordRejReason, int cxlRejReason, String text) {
        this.code = (byte) code;
        this.ordRejReason = ordRejReason;
        this.cxlRejReason = cxlRejReason;
        this.text = text;
    }

    /** The byte that stands for this reason in the journal and on the wire. */
    public byte code() {
        return code;
    }

    /** FIX OrdRejReason (103): what a refused new order is answered with. */
    public int ordRejReason() {
        return ordRejReason;
    }

    /** FIX CxlRejReason (102): what a refused cancel, replace or reduce is answered with. */
    public int cxlRejReason() {
        return cxlRejReason;
    }

    /** One stable sentence fragment for people. */
    public String text() {
        return text;
    }

    /** The reason with this code, or null if there is none. */
    public static RejectReason of(byte code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
