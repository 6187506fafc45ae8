// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of Logout. Wrap only what a verifier found good: nothing is checked here. Valid
 * while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u8      reason               code of the reason; 0 when a client asks
 *       1  u8      reserved             0
 *       2  u16     reserved             0
 *       4  u32     expectedClientSequence  client sequence expected next; 0 if not told
 *       8          length
 * </pre>
 */
public final class LogoutDecoder {
    public static final int REASON_OFFSET = 0;
    public static final int EXPECTED_CLIENT_SEQUENCE_OFFSET = 4;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 8;

    private DirectBuffer buffer;
    private int offset;
    private int textOffset;

    /** Reads the struct at {@code offset} and the text whose length is at the other offset. */
    public LogoutDecoder wrap(DirectBuffer buffer, int offset, int textOffset) {
        this.buffer = buffer;
        this.offset = offset;
        this.textOffset = textOffset;
        return this;
    }

    public byte reason() {
        return buffer.getByte(offset + REASON_OFFSET);
    }

    public int expectedClientSequence() {
        return buffer.getInt(offset + EXPECTED_CLIENT_SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }

    /** Length of the text in characters. */
    public int textLength() {
        return MessageText.length(buffer, textOffset);
    }

    /** Appends the text. */
    public void appendTextTo(StringBuilder target) {
        MessageText.appendTo(target, buffer, textOffset);
    }

    /** True if the text is the one given. */
    public boolean isText(CharSequence other) {
        return MessageText.isEqual(buffer, textOffset, other);
    }
}
