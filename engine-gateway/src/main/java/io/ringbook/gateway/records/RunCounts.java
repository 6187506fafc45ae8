// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.records;

import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;
import java.util.EnumMap;
import java.util.Map;

/** Counts commands and events by kind, and bytes. */
public final class RunCounts implements RecordSink {
    private final Map<CommandKind, long[]> commands = counters(CommandKind.class);
    private final Map<EventKind, long[]> events = counters(EventKind.class);
    private long recordCount;
    private long eventCount;
    private long bytes;
    private long firstTimeNs;
    private long lastTimeNs;
    private long lastSequence;

    @Override
    public void onCommand(RecordedCommand recorded) {
        commands.get(recorded.command.kind)[0]++;
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
        events.get(event.kind)[0]++;
        eventCount++;
    }

    /** Commands of a kind. */
    public long commands(CommandKind kind) {
        return commands.get(kind)[0];
    }

    /** Events of a kind. */
    public long events(EventKind kind) {
        return events.get(kind)[0];
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

    private static <K extends Enum<K>> Map<K, long[]> counters(Class<K> kinds) {
        Map<K, long[]> counters = new EnumMap<>(kinds);
        for (K kind : kinds.getEnumConstants()) {
            counters.put(kind, new long[1]);
        }
        return counters;
    }
}
