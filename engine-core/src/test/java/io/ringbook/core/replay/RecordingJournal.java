// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.replay;

import io.ringbook.core.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import org.agrona.MutableDirectBuffer;

/** A journal that goes on after some sequence and keeps the records, unsealed, in memory. */
final class RecordingJournal implements Journal {
    private final List<byte[]> records = new ArrayList<>();
    private long lastSequence;

    RecordingJournal(long lastSequence) {
        this.lastSequence = lastSequence;
    }

    List<byte[]> records() {
        return records;
    }

    @Override
    public void append(MutableDirectBuffer record, int offset, int length) {
        byte[] copy = new byte[length];
        record.getBytes(offset, copy);
        records.add(copy);
        lastSequence = record.getLong(offset + 8);
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
        return Long.MAX_VALUE;
    }

    @Override
    public boolean ensureRoom(long bytes) {
        return true;
    }

    @Override
    public String roomFault() {
        return null;
    }

    @Override
    public void close() {}
}
