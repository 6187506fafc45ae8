// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.codec.journal.ExecutionReportDescriptor;
import io.ringbook.codec.journal.OrderReportDescriptor;
import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.codec.journal.ReplaceOrderDescriptor;
import io.ringbook.codec.journal.TailText;
import io.ringbook.core.journal.Journal;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Lets commands in only while the journal has room for all that they and the commands in flight can
 * write at the most, so that an append after match finds its room (ADR 0009).
 *
 * <p>Bound: a command in flight writes its command and a few events of its own; beyond that every
 * event ends a resting order or fills it, and an order can be filled up only once, whoever does it.
 * So all commands in flight together write at most two events for each order that rested after the
 * last journaled command or may come to rest. Owned by the ingest thread.
 */
final class RoomGate {
    private static final int OWN_EVENTS = 8;

    /** What the journal puts around a record. */
    private static final int FRAME_BYTES = 8;

    private static final long BYTES_PER_COMMAND =
            RecordHeaderDescriptor.LENGTH
                    + ReplaceOrderDescriptor.LENGTH
                    + 2L * TailText.encodedLength(TailText.MAX_LENGTH)
                    + OWN_EVENTS * (long) ExecutionReportDescriptor.LENGTH
                    + FRAME_BYTES;
    private static final long BYTES_PER_RESTING_ORDER = 2L * ExecutionReportDescriptor.LENGTH;
    private static final long RETRY_NS = 10_000_000;

    private final Journal journal;
    private final BooleanSupplier stopped;

    /**
     * @param stopped true once waiting for room is in vain
     */
    RoomGate(Journal journal, BooleanSupplier stopped) {
        this.journal = journal;
        this.stopped = stopped;
    }

    /**
     * True if one more command may be sequenced.
     *
     * @param inFlight commands sequenced and not yet in the journal
     * @param liveOrders orders that rested after the last journaled command
     */
    boolean admits(long inFlight, long liveOrders) {
        long commands = inFlight + 1;
        return has(
                commands * BYTES_PER_COMMAND + (liveOrders + commands) * BYTES_PER_RESTING_ORDER);
    }

    /** True if a change of so many phases may be sequenced, with nothing else in flight. */
    boolean admitsPhases(long instruments, long liveOrders) {
        return has(
                2 * BYTES_PER_COMMAND
                        + instruments * OrderReportDescriptor.LENGTH
                        + liveOrders * BYTES_PER_RESTING_ORDER);
    }

    /** Waits until a state of this length has room, cut into so many records. */
    void awaitRoomForState(long lengthBytes, long records) {
        while (!has(lengthBytes + records * BYTES_PER_COMMAND) && !stopped.getAsBoolean()) {
            LockSupport.parkNanos(RETRY_NS);
        }
    }

    private boolean has(long bytes) {
        return journal.roomBytes() >= bytes || journal.ensureRoom(bytes);
    }
}
