// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.codec.journal.RecordHeaderDescriptor.SEQUENCE_OFFSET;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.MutableDirectBuffer;

/**
 * A journal that seals records and keeps none, for {@link Durability#NONE}. Its records are byte
 * for byte those of a new journal on disk with {@link Durability#COMMIT}.
 */
public final class UnkeptJournal implements Journal {
    private final RecordSealer sealer = new RecordSealer();

    // written by the journal thread, read by any
    private volatile long lastSequence;
    private volatile long lastChainHash;
    private volatile long forcedWatermark;

    @Override
    public void append(MutableDirectBuffer record, int offset, int length) {
        long sequence = record.getLong(offset + SEQUENCE_OFFSET, LITTLE_ENDIAN);
        if (sequence != lastSequence + 1) {
            throw new JournalException(
                    JournalException.Kind.BROKEN_CONTRACT,
                    "Sequence " + sequence + " does not follow " + lastSequence + ".");
        }
        sealer.seal(record, offset, length, lastChainHash, forcedWatermark);
        lastChainHash = RecordSealer.chainHash(record, offset);
        lastSequence = sequence;
    }

    @Override
    public void force() {
        // there is nothing to force
    }

    @Override
    public void roll() {
        forcedWatermark = lastSequence; // as a journal on disk, which forces a file that it ends
    }

    @Override
    public long lastSequence() {
        return lastSequence;
    }

    @Override
    public long lastChainHash() {
        return lastChainHash;
    }

    @Override
    public long forcedWatermark() {
        return forcedWatermark;
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
    public void close() {
        // there is nothing to close
    }
}
