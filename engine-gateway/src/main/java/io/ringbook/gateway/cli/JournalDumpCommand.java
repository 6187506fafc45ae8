// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.journal.JournalReader;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.gateway.json.Json;
import io.ringbook.gateway.records.FieldListener;
import io.ringbook.gateway.records.RecordFeed;
import io.ringbook.gateway.records.RecordFields;
import io.ringbook.gateway.records.RecordSink;
import io.ringbook.gateway.records.RecordedCommand;
import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringbook journal dump}. */
@Command(
        name = "dump",
        description = {
            "Print every record: the command, then its events.",
            "",
            "Fields that are 0 or empty are left out. --json prints one object per record and line."
        },
        mixinStandardHelpOptions = true)
final class JournalDumpCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The data directory.")
    private Path directory;

    @Option(names = "--json", description = "Print JSON, one object per line.")
    private boolean json;

    @Option(
            names = "--from",
            paramLabel = "SEQUENCE",
            defaultValue = "1",
            description = "First sequence; ${DEFAULT-VALUE} if not given.")
    private long from;

    @Option(
            names = "--to",
            paramLabel = "SEQUENCE",
            description = "Last sequence; the end of the journal if not given.")
    private Long to;

    JournalDumpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RecordFeed feed = new RecordFeed(new ReferenceData());
        Dump dump = json ? new JsonDump() : new TextDump();
        RecordFields fields = new RecordFields(feed.names(), dump);
        feed.add(
                new RecordSink() {
                    @Override
                    public void onCommand(RecordedCommand recorded) {
                        if (isWanted(recorded)) {
                            dump.begin(recorded);
                            fields.command(recorded);
                        }
                    }

                    @Override
                    public void onEvent(RecordedCommand recorded, OrderEvent event) {
                        if (isWanted(recorded)) {
                            dump.event(event);
                            fields.event(recorded, event);
                        }
                    }

                    @Override
                    public void onEnd(RecordedCommand recorded) {
                        if (isWanted(recorded)) {
                            console.out().print(dump.end());
                        }
                    }
                });
        JournalReader.open(directory).read(feed);
        return 0;
    }

    private boolean isWanted(RecordedCommand recorded) {
        long sequence = recorded.command().sequence;
        return sequence >= from && (to == null || sequence <= to);
    }

    /** Collects a record. */
    private interface Dump extends FieldListener {
        void begin(RecordedCommand recorded);

        void event(OrderEvent event);

        /** The whole record. */
        String end();
    }

    /** A line for the command, one more for each event. */
    private static final class TextDump implements Dump {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void begin(RecordedCommand recorded) {
            text.setLength(0);
            text.append(recorded.command().sequence)
                    .append(' ')
                    .append(Times.text(recorded.command().timeNs))
                    .append(' ')
                    .append(recorded.command().kind)
                    .append(" bytes=")
                    .append(recorded.lengthBytes());
        }

        @Override
        public void event(OrderEvent event) {
            text.append("\n  ").append(event.kind);
        }

        @Override
        public void onText(String name, String value) {
            text.append(' ').append(name).append('=').append(value);
        }

        @Override
        public void onNumber(String name, long value) {
            text.append(' ').append(name).append('=').append(value);
        }

        @Override
        public void onDecimal(String name, long mantissa, int decimals) {
            onText(name, Decimals.text(mantissa, decimals));
        }

        @Override
        public String end() {
            return text.append('\n').toString();
        }
    }

    /** An object with an array of events. */
    private static final class JsonDump implements Dump {
        private Json out = new Json();
        private boolean inEvents;

        @Override
        public void begin(RecordedCommand recorded) {
            inEvents = false;
            out = new Json().object().field("sequence", recorded.command().sequence);
            out.field("time_ns", recorded.command().timeNs);
            out.field("command", recorded.command().kind.name());
            out.field("bytes", recorded.lengthBytes());
        }

        @Override
        public void event(OrderEvent event) {
            if (inEvents) {
                out.endObject();
            } else {
                out.array("events");
            }
            inEvents = true;
            out.element().field("event", event.kind.name());
        }

        @Override
        public void onText(String name, String value) {
            out.field(name, value);
        }

        @Override
        public void onNumber(String name, long value) {
            out.field(name, value);
        }

        @Override
        public void onDecimal(String name, long mantissa, int decimals) {
            out.field(name, Decimals.text(mantissa, decimals));
        }

        @Override
        public String end() {
            if (inEvents) {
                out.endObject().endArray();
            }
            return out.endObject() + "\n";
        }
    }
}
