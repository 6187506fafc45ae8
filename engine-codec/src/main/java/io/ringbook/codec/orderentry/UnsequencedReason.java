// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

/**
 * Why a command was refused before it got a sequence: the reason in a reject with sequence 0. Such
 * a command changed nothing, and its client sequence may be used again. Codes are stable and apart
 * from those of the trading rules.
 */
public enum UnsequencedReason {
    /** The journal could not take the command. */
    JOURNAL_UNAVAILABLE(64, "The journal has no room; send the command again later");

    private static final UnsequencedReason[] BY_CODE = new UnsequencedReason[101];

    static {
        for (UnsequencedReason reason : values()) {
            BY_CODE[reason.code] = reason;
        }
    }

    private final byte code;
    private final String text;

    UnsequencedReason(int code, String text) {
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
    public static UnsequencedReason of(byte code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
