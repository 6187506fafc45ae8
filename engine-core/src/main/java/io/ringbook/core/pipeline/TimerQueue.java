// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;
import java.util.Arrays;

/**
 * Armed expiries, earliest first: a binary heap of epoch nanoseconds, at most {@value #MAX_TIMERS}.
 * Equal times may be held more than once; they go together. Owned by the ingest thread.
 */
final class TimerQueue {
    /** Most expiries held. */
    static final int MAX_TIMERS = 1 << 20;

    private long[] heap = new long[64];
    private int count;

    void arm(long timeNs) {
        if (count > 0 && heap[0] == timeNs) {
            return;
        }
        if (count == heap.length) {
            heap = Arrays.copyOf(heap, count * 2);
        }
        int index = count++;
        while (index > 0 && heap[(index - 1) >>> 1] > timeNs) {
            heap[index] = heap[(index - 1) >>> 1];
            index = (index - 1) >>> 1;
        }
        heap[index] = timeNs;
    }

    boolean isFull() {
        return count >= MAX_TIMERS;
    }

    /** The latest armed time up to {@code timeNs}; one must be armed. */
    long latestUpTo(long timeNs) {
        long latest = heap[0];
        for (int i = 0; i < count; i++) {
            if (heap[i] <= timeNs) {
                latest = Math.max(latest, heap[i]);
            }
        }
        return latest;
    }

    /** Earliest armed time, or {@link Long#MAX_VALUE} without one. */
    long earliest() {
        return count == 0 ? Long.MAX_VALUE : heap[0];
    }

    void disarmUpTo(long timeNs) {
        while (count > 0 && heap[0] <= timeNs) {
            removeEarliest();
        }
    }

    private void removeEarliest() {
        long moved = heap[--count];
        int index = 0;
        while (2 * index + 1 < count) {
            int child = 2 * index + 1;
            if (child + 1 < count && heap[child + 1] < heap[child]) {
                child++;
            }
            if (moved <= heap[child]) {
                break;
            }
            heap[index] = heap[child];
            index = child;
        }
        heap[index] = moved;
    }

    /** Writes the distinct times in order. */
    void save(StateWriter out) {
        long[] distinct = Arrays.stream(heap, 0, count).sorted().distinct().toArray();
        out.putInt(distinct.length);
        for (long timeNs : distinct) {
            out.putLong(timeNs);
        }
    }

    void load(StateReader in) {
        count = 0;
        int saved = in.getInt();
        for (int i = 0; i < saved; i++) {
            arm(in.getLong());
        }
    }
}
