// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.core.order.Command;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.gateway.session.CommandDoor;
import io.ringbook.gateway.session.stream.SessionStreams;

/**
 * The way into the engine: lets a command in while there is room for all that its sessions may be
 * told, gives it its time, and measures how long the engine made it wait, because a client that
 * nobody listens to is not silent. Owned by the thread of the connections.
 */
final class IngestDoor implements CommandDoor {
    /** A wait that is worth counting. */
    private static final long STALL_NS = 1_000_000L;

    private final Ingest ingest;
    private final SessionStreams streams;
    private final SequencedClock clock;
    private long stalledNs;

    IngestDoor(Ingest ingest, SessionStreams streams, SequencedClock clock) {
        this.ingest = ingest;
        this.streams = streams;
        this.clock = clock;
    }

    @Override
    public long submit(Command command) {
        if (!hasRoom()) {
            return NOT_SEQUENCED;
        }
        long beforeNs = System.nanoTime();
        long sequence = ingest.submit(command, timeNs());
        long waitedNs = System.nanoTime() - beforeNs;
        if (waitedNs > STALL_NS) {
            stalledNs += waitedNs;
        }
        return sequence;
    }

    @Override
    public void frameBegins(long receivedNs) {
        ingest.arrivals().begin(receivedNs);
    }

    @Override
    public void frameEnds() {
        ingest.arrivals().end();
    }

    /** Sequences what is due by now, if there is room for what it causes. */
    void onTime() {
        if (hasRoom()) {
            ingest.onTime(timeNs());
        }
    }

    /** The journal's room is asked for by ingest itself. */
    private boolean hasRoom() {
        return streams.hasRoomForCommand(ingest.lastSequence());
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
