// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.frame;

/** Why a stream of bytes cannot be cut any further. */
public enum FrameFault {
    NONE(0, "No fault"),
    TOO_SHORT(1, "Frame length is below 16 bytes"),
    TOO_LONG(2, "Frame length is above 4,096 bytes"),
    NOT_ALIGNED(3, "Frame length is not a multiple of 8 bytes");

    private final byte code;
    private final String text;

    FrameFault(int code, String text) {
        this.code = (byte) code;
        this.text = text;
    }

    /** Stable number of this fault. */
    public byte code() {
        return code;
    }

    /** The fault as a sentence for people. */
    public String text() {
        return text;
    }

    /** The fault of a length field, read as a signed number. */
    public static FrameFault ofLength(int length) {
        if (length > FrameDescriptor.MAX_LENGTH || length < 0) {
            return TOO_LONG;
        }
        if (length < FrameDescriptor.HEADER_LENGTH) {
            return TOO_SHORT;
        }
        return (length & (FrameDescriptor.ALIGNMENT - 1)) == 0 ? NONE : NOT_ALIGNED;
    }
}
