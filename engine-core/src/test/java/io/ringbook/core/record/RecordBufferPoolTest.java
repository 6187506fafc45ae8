// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.agrona.MutableDirectBuffer;
import org.junit.jupiter.api.Test;

/** A warm pool gives out what it was given back, for every slot of a ring. */
final class RecordBufferPoolTest {
    private static final int RING_SIZE = 1_024;
    private static final int RECORD_BYTES = 2_000;

    @Test
    void warmPoolAllocatesNothingForARingOfLargeRecords() {
        // given every slot of a ring has had a record that outgrew it
        RecordBufferPool pool = new RecordBufferPool();
        RecordBuffer[] slots = new RecordBuffer[RING_SIZE];
        Set<MutableDirectBuffer> known = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < RING_SIZE; i++) {
            slots[i] = new RecordBuffer(pool, 1_024);
            slots[i].append(RECORD_BYTES);
            known.add(slots[i].buffer());
        }

        // when ingest runs a whole ring ahead of match, and match fills it again
        for (RecordBuffer slot : slots) {
            slot.reset();
        }
        int allocated = 0;
        for (RecordBuffer slot : slots) {
            slot.append(RECORD_BYTES);
            allocated += known.contains(slot.buffer()) ? 0 : 1;
        }

        // then
        assertThat(allocated).as("new off-heap buffers").isZero();
    }
}
