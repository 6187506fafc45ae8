// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.JournalException;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.record.CarryOverCodec;
import io.ringbook.core.record.CommandEncoder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Makes the record whole and appends it. While the disk has no room it waits and tries again: what
 * was matched is never skipped. Owned by the journal's thread.
 */
final class JournalStage {
    private static final long RETRY_NS = 10_000_000;

    private final Journal journal;
    private final EngineState state;
    private final BooleanSupplier stopped;
    private volatile boolean waitsForRoom;

    /**
     * @param stopped true once waiting for room is in vain
     */
    JournalStage(Journal journal, EngineState state, BooleanSupplier stopped) {
        this.journal = journal;
        this.state = state;
        this.stopped = stopped;
    }

    void process(Slot slot) {
        SegmentMerger.merge(slot);
        CommandEncoder.endRecord(slot.record);
        if (slot.command.kind == CommandKind.CARRY_OVER
                && CarryOverCodec.part(slot.record.buffer(), 0) == 0) {
            untilRoom(journal::roll);
        }
        append(slot);
        state.journaled(slot);
    }

    /** True while a record waits for the disk; any thread. */
    boolean waitsForRoom() {
        return waitsForRoom;
    }

    /** True if {@link #endBatch} waits for the disk. */
    boolean forces() {
        return journal.forces();
    }

    /** Ends a batch: in {@code sync} mode all of it is on the disk when this returns. */
    void endBatch() {
        journal.force();
    }

    private void append(Slot slot) {
        try {
            journal.append(slot.record.buffer(), 0, slot.record.length());
        } catch (JournalException e) {
            requireNoRoom(e);
            untilRoom(() -> journal.append(slot.record.buffer(), 0, slot.record.length()));
        }
    }

    private void untilRoom(Runnable action) {
        while (true) {
            try {
                action.run();
                waitsForRoom = false;
                return;
            } catch (JournalException e) {
                requireNoRoom(e);
                if (stopped.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                waitsForRoom = true;
                LockSupport.parkNanos(RETRY_NS);
            }
        }
    }

    private static void requireNoRoom(JournalException e) {
        if (e.kind() != JournalException.Kind.NO_ROOM) {
            throw e;
        }
    }
}
