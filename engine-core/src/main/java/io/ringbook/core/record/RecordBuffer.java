// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.record;

import org.agrona.MutableDirectBuffer;

/**
 * One growing record or part of a record: bytes from 0 to {@link #length()}, and the number of
 * events in them. Takes larger memory from a {@link RecordBufferPool} when it must and gives it
 * back at {@link #reset}.
 *
 * <p>Handed from stage to stage with its slot; one thread at a time.
 */
public final class RecordBuffer {
    private final RecordBufferPool pool;
    private final MutableDirectBuffer own;
    private MutableDirectBuffer buffer;
    private boolean borrowed;
    private int length;
    private int eventCount;

    /** A buffer that starts with memory of its own of {@code capacity} bytes. */
    public RecordBuffer(RecordBufferPool pool, int capacity) {
        this.pool = pool;
        this.own = RecordBufferPool.allocate(capacity);
        this.buffer = own;
    }

    /** Empties it and gives borrowed memory back. */
    public void reset() {
        if (borrowed) {
            pool.release(buffer);
            buffer = own;
            borrowed = false;
        }
        length = 0;
        eventCount = 0;
    }

    /**
     * Makes room for {@code count} more bytes, which the caller then writes.
     *
     * @return the offset at which to write
     */
    public int append(int count) {
        int at = length;
        if (buffer.capacity() - at < count) {
            grow(at + count);
        }
        length = at + count;
        return at;
    }

    /** One more event is in. */
    public void countEvent() {
        eventCount++;
    }

    /** The bytes; another object after a growth. */
    public MutableDirectBuffer buffer() {
        return buffer;
    }

    /** Bytes in use. */
    public int length() {
        return length;
    }

    /** Events counted since the last reset. */
    public int eventCount() {
        return eventCount;
    }

    private void grow(int needed) {
        MutableDirectBuffer bigger = pool.take(needed);
        bigger.putBytes(0, buffer, 0, length);
        if (borrowed) {
            pool.release(buffer);
        }
        buffer = bigger;
        borrowed = true;
    }
}
