// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.order.Command;
import io.ringbook.core.record.RecordBuffer;
import io.ringbook.core.record.RecordBufferPool;
import io.ringbook.core.validate.Admission;

/**
 * One command on its way: its record, growing from stage to stage, and what the stages tell each
 * other about it. The ring hands it from thread to thread; one at a time writes each part.
 *
 * <pre>
 *  part        written by      read by
 *  record      ingest, match   all behind
 *  command     validate        match
 *  admission   validate        match
 *  segments    match shards    journal (merges them into the record)
 *  times       ingest, then    all behind
 *              each stage
 * </pre>
 */
final class Slot {
    private static final int RECORD_CAPACITY = 4096;
    private static final int SEGMENT_CAPACITY = 256;

    final RecordBuffer record;
    final Command command = new Command();
    final Admission admission = new Admission();

    /** Events of a command that goes to all shards, by shard; empty with one shard. */
    final RecordBuffer[] segments;

    /** Live orders of each shard after this command: written by the shard, read by journal. */
    final long[] liveOrders;

    /** Shards wrote into segments. */
    boolean segmented;

    /** When it came in, on the clock of the metrics: written by ingest, read by publish. */
    long receivedNs;

    /** Each stage times it: written by ingest, read by all. */
    boolean timed;

    /** Up to when its time is accounted for, if it is timed: by the stage that has it. */
    long accountedNs;

    Slot(RecordBufferPool pool, int shards) {
        record = new RecordBuffer(pool, RECORD_CAPACITY);
        liveOrders = new long[shards];
        segments = new RecordBuffer[shards > 1 ? shards : 0];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = new RecordBuffer(pool, SEGMENT_CAPACITY);
        }
    }

    /** Empties it, gives borrowed memory back. */
    void reset() {
        record.reset();
        segmented = false;
        for (RecordBuffer segment : segments) {
            segment.reset();
        }
    }
}
