// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message AccountDefinition; layout of the struct: {@link
 * AccountDefinitionDecoder}. Fields that are not set are 0. Not thread-safe.
 */
public final class AccountDefinitionEncoder {
    private static final MessagePreamble PREAMBLE =
            new MessagePreamble(AccountDefinitionDecoder.LENGTH, 2);

    /** Length of the longest frame in bytes. */
    public static final int MAX_FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;
    private int frameOffset;
    private byte flags;
    private long sequence;

    /** Begins a frame at {@code frameOffset}; {@link #encode} ends it. */
    public AccountDefinitionEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        buffer.boundsCheck(frameOffset, PREAMBLE.minFrameLength());
        this.frameOffset = frameOffset;
        this.flags = flags;
        this.sequence = sequence;
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    public AccountDefinitionEncoder accountId(int accountId) {
        buffer.putInt(
                offset + AccountDefinitionDecoder.ACCOUNT_ID_OFFSET, accountId, LITTLE_ENDIAN);
        return this;
    }

    public AccountDefinitionEncoder firmId(int firmId) {
        buffer.putInt(offset + AccountDefinitionDecoder.FIRM_ID_OFFSET, firmId, LITTLE_ENDIAN);
        return this;
    }

    /**
     * Ends the frame with its texts.
     *
     * @return the length of the frame
     * @throws IllegalArgumentException if a text is longer than {@link MessageText#MAX_LENGTH} or
     *     not printable ASCII
     */
    public int encode(CharSequence name, CharSequence firm) {
        int end = PREAMBLE.textOffset();
        end = PREAMBLE.putText(buffer, frameOffset, 0, end, name);
        end = PREAMBLE.putText(buffer, frameOffset, 1, end, firm);
        return FrameEncoder.encode(
                buffer,
                frameOffset,
                end - FrameDescriptor.HEADER_LENGTH,
                MessageType.ACCOUNT_DEFINITION,
                flags,
                sequence);
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, AccountDefinitionDecoder.LENGTH, (byte) 0);
    }
}
