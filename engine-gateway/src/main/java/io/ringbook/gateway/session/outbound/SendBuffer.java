// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.outbound;

import io.ringbook.gateway.session.stream.LogCursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Whole frames on their way to a socket. The last {@value #RESERVE} bytes are kept for the message
 * that ends the connection, so that its reason can always be said. One thread; allocates nothing
 * but when it gets other memory.
 */
public final class SendBuffer {
    /** Kept for the last message. */
    static final int RESERVE = 512;

    private ByteBuffer bytes;
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    /** Whole frames in memory that may be larger later. */
    public SendBuffer(ByteBuffer memory) {
        use(memory);
    }

    /** Goes on in larger memory; returns the old one. */
    public ByteBuffer move(ByteBuffer larger) {
        ByteBuffer old = bytes;
        old.flip();
        larger.clear();
        larger.put(old);
        use(larger);
        return old;
    }

    /** Gives the memory back; nothing may be written any more. */
    public ByteBuffer release() {
        ByteBuffer memory = bytes;
        bytes = ByteBuffer.allocate(0);
        view.wrap(bytes);
        return memory;
    }

    private void use(ByteBuffer memory) {
        bytes = memory;
        view.wrap(memory, 0, memory.capacity());
    }

    /** True if a frame of this length fits, the reserve left alone. */
    public boolean hasRoom(int length) {
        return bytes.capacity() - RESERVE - bytes.position() >= length;
    }

    /** Where a frame may be written, at {@link #offset}. */
    public UnsafeBuffer view() {
        return view;
    }

    public int offset() {
        return bytes.position();
    }

    /** A frame of this length was written at {@link #offset}. */
    public void advance(int length) {
        bytes.position(bytes.position() + length);
    }

    /** Copies frames of a log, the reserve left alone; returns the bytes copied. */
    int copyFrom(LogCursor cursor, long limitSequence) {
        bytes.limit(Math.max(bytes.position(), bytes.capacity() - RESERVE));
        int copied = cursor.copyTo(bytes, limitSequence);
        bytes.limit(bytes.capacity());
        return copied;
    }

    /** True if all was taken. */
    public boolean isEmpty() {
        return bytes.position() == 0;
    }

    /** Bytes waiting. */
    public int length() {
        return bytes.position();
    }

    /**
     * Gives a channel as much as it takes.
     *
     * @return bytes taken
     */
    public int writeTo(WritableByteChannel channel) throws IOException {
        bytes.flip();
        try {
            return channel.write(bytes);
        } finally {
            bytes.compact();
        }
    }
}
