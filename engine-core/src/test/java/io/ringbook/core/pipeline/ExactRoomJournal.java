// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.journal.Journal;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;

/**
 * A journal that keeps nothing and has exactly the room that it was asked for, so that an append
 * which finds none shows a bound that is too small. Can hold the journal's thread at a sequence.
 */
final class ExactRoomJournal implements Journal {
    /** What a record takes beside its own bytes. */
    private static final long FRAME_BYTES = 4;

    volatile long heldSequence = Long.MAX_VALUE;
    private long remaining;
    private long missing;
    private volatile long lastSequence;

    @Override
    public void append(MutableDirectBuffer record, int offset, int length) {
        long sequence = record.getLong(offset + 8);
        while (sequence >= heldSequence) {
            LockSupport.parkNanos(100_000);
        }
        synchronized (this) {
            remaining -= length + FRAME_BYTES;
            missing = Math.max(missing, -remaining);
        }
        lastSequence = sequence;
    }

    /** Bytes that were appended beyond the room asked for, at the worst moment. */
    synchronized long missingBytes() {
        return missing;
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
    public synchronized long roomBytes() {
        return remaining;
    }

    @Override
    public synchronized boolean ensureRoom(long bytes) {
        remaining = Math.max(remaining, bytes);
        return true;
    }

    @Override
    public String roomFault() {
        return null;
    }

    @Override
    public void close() {}
}
