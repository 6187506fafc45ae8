// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.journal.Journal;
import org.agrona.MutableDirectBuffer;

/** A journal that keeps nothing, breaks at one sequence, and has the room that a test gives it. */
final class BreakingJournal implements Journal {
    private final long faultySequence;
    volatile long roomBytes = 1 << 20;
    private volatile long lastSequence;

    BreakingJournal(long faultySequence) {
        this.faultySequence = faultySequence;
    }

    @Override
    public void append(MutableDirectBuffer record, int offset, int length) {
        long sequence = record.getLong(offset + 8);
        if (sequence == faultySequence) {
            throw new IllegalStateException("the disk is gone");
        }
        lastSequence = sequence;
    }

    @Override
    public void force() {}

    @Override
    public void roll() {}

    @Override
    public long lastSequence() {
        return lastSequence;
    }

    @Override
    public long lastChainHash() {
        return 0;
    }

    @Override
    public long forcedWatermark() {
        return 0;
    }

    @Override
    public int incarnation() {
        return 1;
    }

    @Override
    public long roomBytes() {
        return roomBytes;
    }

    @Override
    public boolean ensureRoom(long bytes) {
        return roomBytes >= bytes;
    }

    @Override
    public String roomFault() {
        return null;
    }

    @Override
    public void close() {}
}
