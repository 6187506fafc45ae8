// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * The constant bytes before the struct of a message: FlatBuffers root offset, vtable and the
 * table's link to it. They depend on the length L of the struct and the number of texts only, so
 * they are two or three words, made once. Offsets below are from the start of the payload.
 *
 * <pre>
 *  no text              one text                  two texts
 *   0 u32 12 root        0 u32 12 root             0 u32 20 root
 *   4 u16 0              4 u16 8 vtable length     4 u48 0
 *   6 u16 6 vtable       6 u16 8 + L table        10 u16 10 vtable length
 *   8 u16 4 + L table    8 u16 4 struct's place   12 u16 12 + L table length
 *  10 u16 4 struct      10 u16 4 + L first text   14 u16 4 struct's place
 *  12 i32 6 to vtable   12 i32 8 to vtable        16 u16 4 + L, 18 u16 8 + L texts
 *  16 struct            16 struct                 20 i32 10 to vtable
 *                       16 + L u32 to the text    24 struct
 *                       20 + L text               24 + L u32, 28 + L u32 to the texts
 *                                                 32 + L texts
 * </pre>
 *
 * <p>FlatBufferBuilder writes the same bytes for a message without text.
 */
final class MessagePreamble {
    private final int structLength;
    private final int textCount;
    private final long word0;
    private final long word1;
    private final long word2;

    MessagePreamble(int structLength, int textCount) {
        this.structLength = structLength;
        this.textCount = textCount;
        int first = Integer.BYTES + structLength;
        switch (textCount) {
            case 0 -> {
                word0 = 12 | 6L << 48;
                word1 = first | 4L << 16 | 6L << 32;
                word2 = 0;
            }
            case 1 -> {
                word0 = 12 | 8L << 32 | (first + 4L) << 48;
                word1 = 4 | (long) first << 16 | 8L << 32;
                word2 = 0;
            }
            case 2 -> {
                word0 = 20;
                word1 = 10L << 16 | (first + 8L) << 32 | 4L << 48;
                word2 = first | (first + 4L) << 16 | 10L << 32;
            }
            default -> throw new IllegalArgumentException("at most two texts, not " + textCount);
        }
    }

    /** Where the struct is, from the start of the frame. */
    int structOffset() {
        return FrameDescriptor.PAYLOAD_OFFSET + (textCount < 2 ? 16 : 24);
    }

    /** Where the first text is, from the start of the frame. */
    int textOffset() {
        return structOffset() + structLength + textCount * Integer.BYTES;
    }

    /** Length of the frame with empty texts. */
    int minFrameLength() {
        return frameLength(0);
    }

    /** Length of the frame with the longest texts. */
    int maxFrameLength() {
        return frameLength(MessageText.MAX_LENGTH);
    }

    void write(MutableDirectBuffer buffer, int frameOffset) {
        int payload = frameOffset + FrameDescriptor.PAYLOAD_OFFSET;
        buffer.putLong(payload, word0, LITTLE_ENDIAN);
        buffer.putLong(payload + 8, word1, LITTLE_ENDIAN);
        if (textCount == 2) {
            buffer.putLong(payload + 16, word2, LITTLE_ENDIAN);
        }
    }

    /**
     * Writes text {@code index} at {@code textAt} and the way to it; both from the frame's start.
     *
     * @return where the next text begins
     */
    int putText(
            MutableDirectBuffer buffer, int frameOffset, int index, int textAt, CharSequence text) {
        int link = structOffset() + structLength + index * Integer.BYTES;
        MessageText.put(buffer, frameOffset + textAt, text);
        buffer.putInt(frameOffset + link, textAt - link, LITTLE_ENDIAN);
        return textAt + MessageText.encodedLength(text.length());
    }

    private int frameLength(int textLength) {
        int end = textOffset() + textCount * MessageText.encodedLength(textLength);
        return FrameEncoder.frameLength(end - FrameDescriptor.HEADER_LENGTH);
    }
}
