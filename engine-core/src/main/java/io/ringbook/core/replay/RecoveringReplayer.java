// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import org.agrona.DirectBuffer;

/**
 * Takes the records of a journal as it is opened and leads a state to its end, from a snapshot if
 * there is one. A snapshot whose chain hash is not the journal's at its sequence stops the start:
 * one of the two is of another history. One thread.
 */
final class RecoveringReplayer implements RecordHandler {
    private final Replayer replayer;
    private final EngineState state;
    private final Snapshot snapshot;
    private final RecordHandler next;

    /**
     * Recovers into a fresh state.
     *
     * @param snapshot to start from, or null
     * @param next takes every record, those before the snapshot too
     */
    RecoveringReplayer(EngineConfig config, Snapshot snapshot, RecordHandler next) {
        this.state = new EngineState(config);
        this.replayer = new Replayer(state);
        this.snapshot = snapshot;
        this.next = next;
        if (snapshot != null) {
            snapshot.loadInto(state);
        }
    }

    @Override
    public void onRecord(DirectBuffer buffer, int offset, int length) {
        long sequence =
                buffer.getLong(offset + RecordHeaderDescriptor.SEQUENCE_OFFSET, LITTLE_ENDIAN);
        if (snapshot == null || sequence > snapshot.sequence()) {
            replayer.onRecord(buffer, offset, length);
        } else if (sequence == snapshot.sequence()
                && buffer.getLong(offset + RecordHeaderDescriptor.CHAIN_HASH_OFFSET, LITTLE_ENDIAN)
                        != snapshot.chainHash()) {
            throw new ReplayException(
                    sequence, "is not the one that the snapshot was made at; delete the snapshot");
        }
        next.onRecord(buffer, offset, length);
    }

    @Override
    public void onCut(DirectBuffer buffer, int offset, int length) {
        next.onCut(buffer, offset, length);
    }

    /** The state at the end of the journal, once all records have been taken. */
    EngineState state() {
        return state;
    }
}
