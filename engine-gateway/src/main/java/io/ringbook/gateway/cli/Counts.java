// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.EventKind;
import io.ringbook.gateway.json.Json;
import io.ringbook.gateway.records.RunCounts;
import java.util.Locale;

/** Prints counts by kind, for people and for programs. */
final class Counts {
    private Counts() {}

    static void print(Console console, RunCounts counts) {
        console.line("commands %,18d", counts.recordCount());
        for (CommandKind kind : CommandKind.values()) {
            if (counts.commands(kind) > 0) {
                console.line("  %-16s %,8d", kind, counts.commands(kind));
            }
        }
        console.line("events %,20d", counts.eventCount());
        for (EventKind kind : EventKind.values()) {
            if (counts.events(kind) > 0) {
                console.line("  %-16s %,8d", kind, counts.events(kind));
            }
        }
        console.line("bytes %,21d, %.1f per command", counts.bytes(), bytesPerCommand(counts));
    }

    static void write(Json json, RunCounts counts) {
        json.object("commands").field("all", counts.recordCount());
        for (CommandKind kind : CommandKind.values()) {
            json.field(kind.name().toLowerCase(Locale.ROOT), counts.commands(kind));
        }
        json.endObject().object("events").field("all", counts.eventCount());
        for (EventKind kind : EventKind.values()) {
            json.field(kind.name().toLowerCase(Locale.ROOT), counts.events(kind));
        }
        json.endObject().field("bytes", counts.bytes());
        json.field("bytes_per_command", bytesPerCommand(counts));
    }

    private static double bytesPerCommand(RunCounts counts) {
        return counts.recordCount() == 0 ? 0 : (double) counts.bytes() / counts.recordCount();
    }
}
