// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.verify;

/** What a verifier says about bytes: {@link #OK}, or the first thing that is wrong with them. */
public enum Verdict {
    OK(0, "The bytes are a whole, sound message"),
    FRAME_LENGTH(1, "Frame length is not the length received, 16 to 4,096, or a multiple of 8"),
    UNKNOWN_TYPE(2, "Message type is not known in this direction"),
    UNSUPPORTED_VERSION(3, "Schema version is not supported"),
    UNKNOWN_FLAGS(4, "Frame has flags that are not known"),
    ROOT_OFFSET(5, "Root table is not aligned or not inside the message"),
    TABLE_OFFSET(6, "A table is not aligned or not inside the message"),
    VTABLE_OFFSET(7, "The vtable of a table is not aligned or not inside the message"),
    VTABLE_LENGTH(8, "The vtable of a table has a length that cannot be"),
    TABLE_LENGTH(9, "A table has a length that cannot be"),
    FIELD_OFFSET(10, "A field is not inside its table"),
    FIELD_ALIGNMENT(11, "A field is not aligned"),
    FIELD_MISSING(12, "A required field is missing"),
    VECTOR_OFFSET(13, "A string or vector is not aligned or not inside the message"),
    VECTOR_LENGTH(14, "A string or vector is longer than the message or than its limit"),
    STRING_END(15, "A string does not end with a zero byte"),
    STRING_CHARACTER(16, "A string has a character that is not printable ASCII"),
    TOO_DEEP(17, "Tables lie too deep in each other"),
    TOO_MANY_TABLES(18, "Message has too many tables"),
    SIZE_PREFIX(19, "Size prefix is not the length of what follows it");

    private final byte code;
    private final String text;

    Verdict(int code, String text) {
        this.code = (byte) code;
        this.text = text;
    }

    /** Stable number of this verdict. */
    public byte code() {
        return code;
    }

    /** The verdict as a sentence for people. */
    public String text() {
        return text;
    }
}
