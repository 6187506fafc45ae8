// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;

/** What has been sent into a ring, as the sequence that its first stage waits for. Read only. */
final class RingCursor extends Sequence {
    private final RingBuffer<?> ring;

    RingCursor(RingBuffer<?> ring) {
        this.ring = ring;
    }

    /** Acquires what the producer released with the slot. */
    @Override
    public long get() {
        return ring.getCursor();
    }
}
