// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.record;

import java.nio.ByteBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.ManyToManyConcurrentArrayQueue;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Off-heap memory for records that outgrow their slot: a free list for each power of two, with at
 * most 32 MiB of each. Taken by match threads, given back by the publish thread, hence concurrent.
 */
public final class RecordBufferPool {
    /** Largest memory given out: above the largest record (rule 2.8). */
    public static final int MAX_CAPACITY = 1 << 24;

    private static final int MIN_SHIFT = 12;
    private static final int MAX_SHIFT = 24;
    private static final int MOST_KEPT = 1024;
    private static final int KEPT_BYTES_OF_EACH = 1 << 25;

    private final ManyToManyConcurrentArrayQueue<MutableDirectBuffer>[] free;

    /** An empty pool. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of generic queues cannot be made else
    public RecordBufferPool() {
        free = new ManyToManyConcurrentArrayQueue[MAX_SHIFT - MIN_SHIFT + 1];
        for (int i = 0; i < free.length; i++) {
            int kept = Math.min(MOST_KEPT, KEPT_BYTES_OF_EACH >> (MIN_SHIFT + i));
            free[i] = new ManyToManyConcurrentArrayQueue<>(Math.max(2, kept));
        }
    }

    /**
     * Memory of at least {@code capacity} bytes.
     *
     * @throws IllegalArgumentException above {@link #MAX_CAPACITY}: a record larger than the rules
     *     allow
     */
    MutableDirectBuffer take(int capacity) {
        if (capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "a record of " + capacity + " bytes is above the bound of " + MAX_CAPACITY);
        }
        int shift = Math.max(MIN_SHIFT, 32 - Integer.numberOfLeadingZeros(capacity - 1));
        MutableDirectBuffer buffer = free[shift - MIN_SHIFT].poll();
        return buffer != null ? buffer : allocate(1 << shift);
    }

    /** Takes memory back; what the list has no place for is left to the collector. */
    void release(MutableDirectBuffer buffer) {
        int shift = 31 - Integer.numberOfLeadingZeros(buffer.capacity());
        boolean kept = free[shift - MIN_SHIFT].offer(buffer);
        assert kept || free[shift - MIN_SHIFT].size() > 0;
    }

    static MutableDirectBuffer allocate(int capacity) {
        return new UnsafeBuffer(ByteBuffer.allocateDirect(capacity));
    }
}
