// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.replay;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.record.CarryOverCodec;
import org.agrona.DirectBuffer;

/**
 * Carries out every recorded command once more and holds the events against the recorded ones, byte
 * for byte. Recovery and {@code verify --deep} are this. One thread.
 */
public final class Replayer implements RecordHandler {
    private final EngineState state;
    private final RecordHandler next;

    /** Replays into a state that has seen nothing, or that ends before the first record. */
    public Replayer(EngineState state) {
        this(state, (buffer, offset, length) -> {});
    }

    /**
     * Replays into a state.
     *
     * @param next takes each record after it was replayed
     */
    public Replayer(EngineState state, RecordHandler next) {
        this.state = state;
        this.next = next;
    }

    /**
     * Replays one record.
     *
     * @throws ReplayException if the events differ, or the record does not follow the last
     */
    @Override
    public void onRecord(DirectBuffer buffer, int offset, int length) {
        long sequence =
                buffer.getLong(offset + RecordHeaderDescriptor.SEQUENCE_OFFSET, LITTLE_ENDIAN);
        if (sequence != state.lastSequence() + 1 && !opensADay(buffer, offset)) {
            throw new ReplayException(
                    sequence,
                    "follows sequence "
                            + state.lastSequence()
                            + "; replay from the first record or from a snapshot before it");
        }
        boolean equal;
        try {
            equal = state.replay(buffer, offset, length);
        } catch (RuntimeException e) {
            throw new ReplayException(sequence, "cannot be carried out: " + e, e);
        }
        if (!equal) {
            throw new ReplayException(
                    sequence,
                    "gives other events now than those recorded; it was written by an engine with"
                            + " other rules, or changed since");
        }
        next.onRecord(buffer, offset, length);
    }

    /** True if a fresh state may begin here: a day opens with the whole state (rule 7.6). */
    private boolean opensADay(DirectBuffer buffer, int offset) {
        return state.lastSequence() == 0
                && buffer.getByte(offset + RecordHeaderDescriptor.KIND_OFFSET)
                        == CommandKind.CARRY_OVER.code()
                && CarryOverCodec.part(buffer, offset) == 0;
    }

    @Override
    public void onCut(DirectBuffer buffer, int offset, int length) {
        next.onCut(buffer, offset, length);
    }

    /** The state after the last record. */
    public EngineState state() {
        return state;
    }
}
