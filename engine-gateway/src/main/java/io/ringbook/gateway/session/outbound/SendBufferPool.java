// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.outbound;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Memory for send buffers, used again: a little for a connection that has not logged in, more for
 * one that has. One thread.
 */
public final class SendBufferPool {
    /** Memory of a connection that has not logged in. */
    public static final int SMALL_LENGTH = 2048;

    private final int largeLength;
    private final ArrayDeque<ByteBuffer> small = new ArrayDeque<>();
    private final ArrayDeque<ByteBuffer> large = new ArrayDeque<>();
    private long allocatedBytes;

    /** With so many bytes for each session that is logged in. */
    public SendBufferPool(int largeLength) {
        this.largeLength = largeLength;
    }

    /** For a connection that has not logged in. */
    public ByteBuffer takeSmall() {
        ByteBuffer free = small.poll();
        return free == null ? allocate(SMALL_LENGTH) : free.clear();
    }

    /** For a session that has logged in. */
    public ByteBuffer takeLarge() {
        ByteBuffer free = large.poll();
        return free == null ? allocate(largeLength) : free.clear();
    }

    private ByteBuffer allocate(int length) {
        allocatedBytes += length;
        return ByteBuffer.allocateDirect(length);
    }

    /** All that was ever taken from the system: what comes back is used again. */
    public long allocatedBytes() {
        return allocatedBytes;
    }

    /** Takes memory back. */
    public void giveBack(ByteBuffer memory) {
        (memory.capacity() == SMALL_LENGTH ? small : large).push(memory);
    }
}
