// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.outbound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Bytes on their way to the socket, at most 64 KiB; outside of the heap, from where the system
 * takes them without a copy between. One thread.
 */
public final class SendBuffer {
    private static final int CAPACITY = 1 << 16;

    private final ByteBuffer bytes = ByteBuffer.allocateDirect(CAPACITY);
    private final UnsafeBuffer view = new UnsafeBuffer(bytes);
    private int start;
    private int end;

    /** Where bytes are appended: {@link #end} on, once there is room. */
    public UnsafeBuffer view() {
        return view;
    }

    public int end() {
        return end;
    }

    /** True if so many bytes can be appended; moves what is there to make room. */
    public boolean hasRoom(int length) {
        if (end + length > CAPACITY && start > 0) {
            bytes.limit(end).position(start);
            bytes.compact();
            end -= start;
            start = 0;
        }
        return end + length <= CAPACITY;
    }

    public void append(int length) {
        end += length;
    }

    public int length() {
        return end - start;
    }

    public void clear() {
        start = 0;
        end = 0;
    }

    /** Hands over as much as the channel takes. */
    public void writeTo(WritableByteChannel channel) throws IOException {
        bytes.limit(end).position(start);
        start += channel.write(bytes);
        if (start == end) {
            clear();
        }
    }
}
