// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.journal.Journal;

/**
 * Lets commands in only while the journal has room for all that they and the commands in flight can
 * write at the most, so that an append after match finds its room (ADR 0021).
 *
 * <p>Bound: a command in flight writes its command and a few events of its own; beyond that every
 * event ends a resting order or fills it, and an order can be filled up only once, whoever does it.
 * So all commands in flight together write at most two events for each order that rests or may come
 * to rest. Owned by the ingest thread.
 */
final class RoomGate {
    /** Header, command with tail texts, and eight events of its own. */
    private static final long BYTES_PER_COMMAND = 64 + 120 + 520 + 8 * 128 + 8;

    /** Two executions. */
    private static final long BYTES_PER_RESTING_ORDER = 2 * 128;

    private final Journal journal;

    RoomGate(Journal journal) {
        this.journal = journal;
    }

    /**
     * True if one more command may be sequenced.
     *
     * @param inFlight commands sequenced and not yet in the journal
     * @param liveOrders orders live when match last looked
     */
    boolean admits(long inFlight, long liveOrders) {
        // Room for the command itself and for a TIME that ingest may put before it.
        long commands = inFlight + 2;
        long needed =
                commands * BYTES_PER_COMMAND + (liveOrders + commands) * BYTES_PER_RESTING_ORDER;
        return journal.roomBytes() >= needed || journal.ensureRoom(needed);
    }
}
