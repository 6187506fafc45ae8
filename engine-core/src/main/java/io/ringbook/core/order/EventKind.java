// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/** Kind of an event. Codes are stable; gaps are reserved for later kinds. */
public enum EventKind {
    ACCEPTED(1),
    REJECTED(2),
    EXECUTED(3),
    REPLACED(4),
    REDUCED(5),
    CANCELED(6),
    EXPIRED(7),
    RESTATED(9),
    CANCEL_REJECTED(10),
    REPLACE_REJECTED(11),
    MASS_CANCELED(12),
    PHASE_CHANGED(13),
    TICK_REJECTED(14);

    private static final EventKind[] BY_CODE = new EventKind[15];

    static {
        for (EventKind value : values()) {
            BY_CODE[value.code] = value;
        }
    }

    private final byte code;

    EventKind(int code) {
        this.code = (byte) code;
    }

    /** The byte that stands for this value in the journal and on the wire. */
    public byte code() {
        return code;
    }

    /** The value with this code, or null if there is none. */
    public static EventKind of(byte code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
