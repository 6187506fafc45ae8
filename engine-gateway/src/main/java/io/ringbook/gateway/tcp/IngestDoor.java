// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.core.order.Command;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.gateway.session.CommandDoor;

/**
 * The way into the engine: gives a command its time, and measures how long the engine made it wait,
 * because a client that nobody listens to is not silent. Owned by the thread of the connections.
 */
final class IngestDoor implements CommandDoor {
    /** A wait that is worth counting. */
    private static final long STALL_NS = 1_000_000L;

    private final Ingest ingest;
    private final SequencedClock clock;
    private long stalledNs;

    IngestDoor(Ingest ingest, SequencedClock clock) {
        this.ingest = ingest;
        this.clock = clock;
    }

    @Override
    public long submit(Command command) {
        long beforeNs = System.nanoTime();
        long sequence = ingest.submit(command, timeNs());
        long waitedNs = System.nanoTime() - beforeNs;
        if (waitedNs > STALL_NS) {
            stalledNs += waitedNs;
        }
        return sequence;
    }

    /** Sequences what is due by now. */
    void onTime() {
        ingest.onTime(timeNs());
    }

    /** Not before what ingest has sequenced by itself. */
    long timeNs() {
        return Math.max(clock.nowNs(), ingest.lastTimeNs());
    }

    /** How long the engine made commands wait since the last call. */
    long takeStalledNs() {
        long stalled = stalledNs;
        stalledNs = 0;
        return stalled;
    }

    Ingest ingest() {
        return ingest;
    }
}
