// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

/** Why a session ends; from a client always {@link #REQUESTED}. Codes are stable. */
public enum LogoutReason {
    /** The client asked; the server answers with the same. */
    REQUESTED(0, "Asked for by the client"),
    /** Another login of the same session came. */
    REPLACED(1, "Another valid login of the session replaced this one"),
    /** The client did not read fast enough. */
    SLOW_CONSUMER(2, "More bytes waited to be sent than allowed; log in again to go on"),
    /** The client was silent. */
    HEARTBEAT_LOST(3, "Nothing was heard for three heartbeat intervals"),
    /** A frame did not pass the verifier or is not allowed in this state; the text says more. */
    MALFORMED(4, "A message was malformed or not allowed here"),
    /** The client skipped a sequence; the message says which one is expected. */
    SEQUENCE_GAP(5, "The client sequence is ahead of the one expected"),
    /** The client sent a sequence again without possResend. */
    SEQUENCE_LOW(6, "The client sequence was used before and is not marked possResend"),
    /** The connection did not log in. */
    LOGIN_TIMEOUT(7, "No login came in time"),
    /** The exchange stops; log in again when it is back. */
    SERVER_STOPPING(8, "The server is stopping"),
    /** The client sent without end what costs and is not answered by an order report. */
    FLOODING(9, "More was sent than a session may have under way");

    private static final LogoutReason[] BY_CODE = new LogoutReason[10];

    static {
        for (LogoutReason reason : values()) {
            BY_CODE[reason.code] = reason;
        }
    }

    private final byte code;
    private final String text;

    LogoutReason(int code, String text) {
        this.code = (byte) code;
        this.text = text;
    }

    /** The byte that stands for this reason on the wire. */
    public byte code() {
        return code;
    }

    /** The reason as one sentence for people. */
    public String text() {
        return text;
    }

    /** The reason with this code, or null if there is none. */
    public static LogoutReason of(byte code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
