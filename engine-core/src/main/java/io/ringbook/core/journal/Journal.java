// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import org.agrona.MutableDirectBuffer;

/**
 * Takes the record of each command, in the order of their sequences, and keeps it.
 *
 * <p>Thread: {@link #append}, {@link #force}, {@link #roll} and {@link #close} belong to the
 * journal thread; the accessors and {@link #ensureRoom} may be called by any thread. Nothing here
 * allocates after start but {@link #roll}.
 */
public interface Journal extends AutoCloseable {

    /**
     * Seals a record and appends it whole. Sealing fills in the fields forcedWatermark, chainHash
     * and crc32c of its header, in {@code record} too.
     *
     * <p>When this throws {@link JournalException} with {@link JournalException.Kind#NO_ROOM},
     * nothing was written and the same call may be repeated.
     *
     * @param length bytes of the record, as its header says
     */
    void append(MutableDirectBuffer record, int offset, int length);

    /**
     * Ends a batch: with {@link Durability#SYNC} all that was appended is on the disk when this
     * returns. Otherwise does nothing.
     */
    void force();

    /** True if {@link #force} waits for the disk: with {@link Durability#SYNC}. */
    default boolean forces() {
        return false;
    }

    /** Goes on in a new roll file, as at a change of the day. May fail as {@link #append} may. */
    void roll();

    /** Sequence of the last record, 0 before the first. */
    long lastSequence();

    /** Chain hash of the last record, 0 before the first. */
    long lastChainHash();

    /** Sequence up to which the records were forced to the disk. */
    long forcedWatermark();

    /** Rises by one with every cut of a tail; 1 at first. */
    int incarnation();

    /**
     * Bytes that can be appended without needing more of the disk. A record takes its length and 4
     * bytes.
     */
    long roomBytes();

    /**
     * Allocates until {@link #roomBytes} is at least {@code bytes}, and keeps so much allocated
     * from now on.
     *
     * @return false if the disk does not give it; {@link #roomFault} says why
     */
    boolean ensureRoom(long bytes);

    /** Why there is no more room, as a sentence; null while there is. */
    String roomFault();

    /** Ends the journal clean. */
    @Override
    void close();
}
