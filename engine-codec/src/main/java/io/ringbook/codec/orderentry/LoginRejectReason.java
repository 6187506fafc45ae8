// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

/** Why a server refuses a login. Codes are stable. */
public enum LoginRejectReason {
    /** The firm or session is not known, or the signature is not one of its key; not told which. */
    UNKNOWN_OR_WRONG_KEY(1, "Firm, session or signature is not right"),
    /** The client has seen more than the server; the message says what the server has. */
    SEQUENCE_AHEAD(2, "The next sequence expected is ahead of what the server has"),
    /** The client means another incarnation of the journal; the message says the present one. */
    WRONG_INCARNATION(3, "The journal has another incarnation; log in again with the one told"),
    /** The schema version is not one that the server speaks. */
    UNSUPPORTED_VERSION(4, "The schema version of the login is not supported"),
    /** A limit on connections or on logins under way was reached. */
    TOO_MANY(5, "The server has no room for another session now; try again later"),
    /** The server takes no more logins. */
    SERVER_STOPPING(6, "The server is stopping"),
    /** An interval, a grace or a sequence that cannot be. */
    INVALID_REQUEST(7, "A value of the login is outside its range"),
    /** The login could not be journaled. */
    JOURNAL_UNAVAILABLE(8, "The journal has no room; try again later");

    private static final LoginRejectReason[] BY_CODE = new LoginRejectReason[9];

    static {
        for (LoginRejectReason reason : values()) {
            BY_CODE[reason.code] = reason;
        }
    }

    private final byte code;
    private final String text;

    LoginRejectReason(int code, String text) {
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
    public static LoginRejectReason of(byte code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
