// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/** Side of an order (FIX 54). */
public enum Side {
    BUY(1),
    SELL(2);

    private final byte code;

    Side(int code) {
        this.code = (byte) code;
    }

    /** The byte that stands for this side in the journal and on the wire. */
    public byte code() {
        return code;
    }

    /** The side with this code, or null if there is none. */
    public static Side of(byte code) {
        return code == 1 ? BUY : code == 2 ? SELL : null;
    }

    /** The side it trades against. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
