// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.frame.FrameEncoder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes a frame with the message Greeting; layout of the struct: {@link GreetingDecoder}. Fields
 * that are not set are 0. Not thread-safe.
 */
public final class GreetingEncoder {
    private static final MessagePreamble PREAMBLE = new MessagePreamble(GreetingDecoder.LENGTH, 0);

    /** Length of the frame in bytes. */
    public static final int FRAME_LENGTH = PREAMBLE.maxFrameLength();

    private MutableDirectBuffer buffer;
    private int offset;

    /** Begins a frame of {@link #FRAME_LENGTH} bytes at {@code frameOffset}. */
    public GreetingEncoder wrap(
            MutableDirectBuffer buffer, int frameOffset, byte flags, long sequence) {
        FrameEncoder.encode(
                buffer,
                frameOffset,
                FRAME_LENGTH - FrameDescriptor.HEADER_LENGTH,
                MessageType.GREETING,
                flags,
                sequence);
        PREAMBLE.write(buffer, frameOffset);
        wrapBody(buffer, frameOffset + PREAMBLE.structOffset());
        return this;
    }

    /** Copies the nonce from {@code source}. */
    public GreetingEncoder nonce(byte[] source, int sourceOffset) {
        buffer.putBytes(
                offset + GreetingDecoder.NONCE_OFFSET,
                source,
                sourceOffset,
                GreetingDecoder.NONCE_LENGTH);
        return this;
    }

    public GreetingEncoder timeNs(long timeNs) {
        buffer.putLong(offset + GreetingDecoder.TIME_NS_OFFSET, timeNs, LITTLE_ENDIAN);
        return this;
    }

    public GreetingEncoder loginTimeoutNs(long loginTimeoutNs) {
        buffer.putLong(
                offset + GreetingDecoder.LOGIN_TIMEOUT_NS_OFFSET, loginTimeoutNs, LITTLE_ENDIAN);
        return this;
    }

    public GreetingEncoder schemaVersion(short schemaVersion) {
        buffer.putShort(
                offset + GreetingDecoder.SCHEMA_VERSION_OFFSET, schemaVersion, LITTLE_ENDIAN);
        return this;
    }

    private void wrapBody(MutableDirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        buffer.setMemory(offset, GreetingDecoder.LENGTH, (byte) 0);
    }
}
