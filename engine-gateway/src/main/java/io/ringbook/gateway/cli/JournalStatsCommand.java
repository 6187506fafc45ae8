// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.journal.JournalReader;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.json.Json;
import io.ringbook.gateway.records.RecordFeed;
import io.ringbook.gateway.records.RunCounts;
import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringbook journal stats}. */
@Command(
        name = "stats",
        description = "Count commands, events and bytes.",
        mixinStandardHelpOptions = true)
final class JournalStatsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The data directory.")
    private Path directory;

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    JournalStatsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JournalReader reader = JournalReader.open(directory);
        RunCounts counts = new RunCounts();
        ReferenceData names = new ReferenceData();
        reader.read(new RecordFeed(names).add(counts));
        if (json) {
            printJson(reader, counts, names);
        } else {
            print(reader, counts, names);
        }
        return 0;
    }

    private void print(JournalReader reader, RunCounts counts, ReferenceData names) {
        console.line(
                "sequence 1 to %,d, %s, incarnation %d",
                counts.lastSequence(),
                Counted.of(reader.rollCount(), "roll file"),
                reader.incarnation());
        console.line(
                "time %s to %s", Times.text(counts.firstTimeNs()), Times.text(counts.lastTimeNs()));
        console.line(
                "%s, %s, %s",
                Counted.of(names.nextInstrumentId() - 1, "instrument"),
                Counted.of(names.nextAccountId() - 1, "account"),
                Counted.of(names.nextSessionId() - 1, "session"));
        Counts.print(console, counts);
    }

    private void printJson(JournalReader reader, RunCounts counts, ReferenceData names) {
        Json out = new Json().object().field("last_sequence", counts.lastSequence());
        out.field("rolls", reader.rollCount()).field("incarnation", reader.incarnation());
        out.field("first_time_ns", counts.firstTimeNs());
        out.field("last_time_ns", counts.lastTimeNs());
        out.field("instruments", names.nextInstrumentId() - 1);
        out.field("accounts", names.nextAccountId() - 1);
        out.field("sessions", names.nextSessionId() - 1);
        Counts.write(out, counts);
        console.line("%s", out.endObject());
    }
}
