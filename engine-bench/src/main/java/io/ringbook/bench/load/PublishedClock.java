// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.core.journal.RecordHandler;
import org.agrona.DirectBuffer;

/**
 * Takes the time at which each record is published. The sequence tells which piece of work it was,
 * so nothing is handed from the submitting thread but the schedule, before the first piece.
 */
final class PublishedClock implements RecordHandler {
    private final long sequenceBefore;
    private final Latencies latencies;
    private volatile Schedule schedule;

    /**
     * @param sequenceBefore last sequence before the first piece
     */
    PublishedClock(long sequenceBefore, Latencies latencies) {
        this.sequenceBefore = sequenceBefore;
        this.latencies = latencies;
    }

    void start(Schedule from) {
        schedule = from;
    }

    @Override
    public void onRecord(DirectBuffer buffer, int offset, int length) {
        long index =
                buffer.getLong(offset + RecordHeaderDescriptor.SEQUENCE_OFFSET, LITTLE_ENDIAN)
                        - sequenceBefore
                        - 1;
        if (index >= 0) {
            latencies.done(index, schedule.dueNs(index));
        }
    }
}
