// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.order;

/** Kind of a journaled command. Codes are stable; gaps are reserved for later kinds. */
public enum CommandKind {
    NEW_ORDER(1),
    CANCEL_ORDER(2),
    REPLACE_ORDER(3),
    REDUCE_ORDER(4),
    MASS_CANCEL(5),
    MARKET_TICK(6),
    PHASE_CHANGE(7),
    END_OF_DAY(8),
    TIME(9),
    CONTINUE(10),
    LOGIN(11),
    LOGOFF(12),
    DISCONNECT(13),
    ADD_INSTRUMENT(16),
    ADD_ACCOUNT(17),
    ADD_SESSION(18),
    CARRY_OVER(24);

    private static final CommandKind[] BY_CODE = new CommandKind[25];

    static {
        for (CommandKind value : values()) {
            BY_CODE[value.code] = value;
        }
    }

    private final byte code;

    CommandKind(int code) {
        this.code = (byte) code;
    }

    /** The byte that stands for this value in the journal and on the wire. */
    public byte code() {
        return code;
    }

    /** The value with this code, or null if there is none. */
    public static CommandKind of(byte code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
