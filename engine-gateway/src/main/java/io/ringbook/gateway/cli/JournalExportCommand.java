// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.journal.JournalReader;
import io.ringbook.gateway.csv.EventCsvWriter;
import io.ringbook.gateway.records.EventFileSink;
import io.ringbook.gateway.records.RecordFeed;
import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringbook journal export}. */
@Command(
        name = "export",
        description = "Write the events of a journal, as match --events writes them.",
        mixinStandardHelpOptions = true)
final class JournalExportCommand implements Callable<Integer> {
    /** What can be written. */
    enum Format {
        CSV
    }

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The data directory.")
    private Path directory;

    @Option(
            names = "--format",
            paramLabel = "csv",
            defaultValue = "csv",
            description = "The format; csv if not given.")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            defaultValue = "-",
            description = "The file to write; standard output if not given.")
    private String output;

    JournalExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        JournalReader reader = JournalReader.open(directory);
        RecordFeed feed = new RecordFeed(new ReferenceData());
        try (EventCsvWriter writer =
                        switch (format) {
                            case CSV ->
                                    new EventCsvWriter(Outputs.open(output, console), feed.names());
                        };
                Progress progress = new Progress(console, "records")) {
            feed.add(new EventFileSink(writer));
            reader.read(
                    (buffer, offset, length) -> {
                        feed.onRecord(buffer, offset, length);
                        progress.accept(reader.recordCount());
                    });
        }
        return 0;
    }
}
