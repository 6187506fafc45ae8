// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.records;

import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;

/** Counts commands and events by kind, and bytes. */
public final class RunCounts implements RecordSink {
    private final long[] commands = new long[CommandKind.values().length];
    private final long[] events = new long[EventKind.values().length];
    private long recordCount;
    private long eventCount;
    private long bytes;
    private long firstTimeNs;
    private long lastTimeNs;
    private long lastSequence;

    @Override
    public void onCommand(RecordedCommand recorded) {
        commands[recorded.command.kind.ordinal()]++;
        if (recordCount == 0) {
            firstTimeNs = recorded.command.timeNs;
        }
        lastTimeNs = recorded.command.timeNs;
        lastSequence = recorded.command.sequence;
        recordCount++;
        bytes += recorded.lengthBytes;
    }

    @Override
    public void onEvent(RecordedCommand recorded, OrderEvent event) {
        events[event.kind.ordinal()]++;
        eventCount++;
    }

    /** Commands of a kind. */
    public long commands(CommandKind kind) {
        return commands[kind.ordinal()];
    }

    /** Events of a kind. */
    public long events(EventKind kind) {
        return events[kind.ordinal()];
    }

    /** All commands, admin and timers too. */
    public long recordCount() {
        return recordCount;
    }

    /** All events. */
    public long eventCount() {
        return eventCount;
    }

    /** Bytes of all records. */
    public long bytes() {
        return bytes;
    }

    /** Sequenced time of the first command, epoch nanoseconds; 0 before it. */
    public long firstTimeNs() {
        return firstTimeNs;
    }

    /** Sequenced time of the last command, epoch nanoseconds. */
    public long lastTimeNs() {
        return lastTimeNs;
    }

    /** Sequence of the last command. */
    public long lastSequence() {
        return lastSequence;
    }
}
