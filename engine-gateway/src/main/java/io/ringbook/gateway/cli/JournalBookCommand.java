// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.journal.JournalReader;
import io.ringbook.core.order.Side;
import io.ringbook.gateway.csv.BookCsvWriter;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.json.Json;
import io.ringbook.gateway.records.PublishedBooks;
import io.ringbook.gateway.records.RecordFeed;
import io.ringbook.gateway.records.RecordSink;
import io.ringbook.gateway.records.RecordedCommand;
import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ringbook journal book}. */
@Command(
        name = "book",
        description = "Print the book of an instrument at a moment.",
        mixinStandardHelpOptions = true)
final class JournalBookCommand implements Callable<Integer> {
    /** Numbers from here on are times: no journal has so many commands before 1970 is a day old. */
    private static final long FIRST_TIME_NS = 86_400_000_000_000L;

    private final Console console;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The data directory.")
    private Path directory;

    @Parameters(index = "1", paramLabel = "SYMBOL", description = "The instrument.")
    private String symbol;

    @Option(
            names = "--at",
            paramLabel = "TIME|SEQUENCE",
            description =
                    "After the command with this sequence, or after the last command at or before"
                            + " this time: epoch nanoseconds, or ISO-8601 with a zone such as"
                            + " 2026-01-05T09:30:00Z. The end of the journal if not given.")
    private String at;

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "10",
            description = "Levels per side; ${DEFAULT-VALUE} if not given.")
    private int depth;

    @Option(names = "--json", description = "Print the book as JSON.")
    private boolean json;

    JournalBookCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Moment moment = moment();
        if (depth < 1) {
            throw new ParameterException(spec.commandLine(), "--depth is at least 1");
        }
        JournalReader reader = JournalReader.open(directory);
        PublishedBooks books = new PublishedBooks();
        Last last = new Last();
        RecordFeed feed = new RecordFeed(new ReferenceData()).add(books).add(last);
        try {
            reader.read(
                    (buffer, offset, length) -> {
                        if (moment.isBefore(reader.lastSequence(), reader.lastTimeNs())) {
                            throw new EndReachedException();
                        }
                        feed.onRecord(buffer, offset, length);
                    });
        } catch (EndReachedException e) {
            // The journal goes on behind the moment; what is behind it does not count.
        }
        moment.requireReached(last, directory);
        Instrument instrument = feed.names().instrument(symbol);
        if (instrument == null) {
            throw new Fault(
                    "there is no instrument "
                            + symbol
                            + " up to there; expected one of "
                            + String.join(
                                    ", ",
                                    feed.names().instruments().stream()
                                            .map(Instrument::symbol)
                                            .toList()));
        }
        print(instrument, books, last);
        return 0;
    }

    private Moment moment() {
        if (at == null) {
            return new Moment(Long.MAX_VALUE, Long.MAX_VALUE, at);
        }
        try {
            if (!at.matches("[0-9]+")) {
                return new Moment(Long.MAX_VALUE, Times.parse(at), at);
            }
            long number = Long.parseLong(at);
            return number < FIRST_TIME_NS
                    ? new Moment(number, Long.MAX_VALUE, at)
                    : new Moment(Long.MAX_VALUE, number, at);
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--at found \""
                            + at
                            + "\", expected a sequence, epoch nanoseconds, or a time such as"
                            + " 2026-01-05T09:30:00Z",
                    e);
        }
    }

    private void print(Instrument instrument, PublishedBooks books, Last last) {
        if (json) {
            console.line("%s", json(instrument, books, last));
            return;
        }
        console.err()
                .printf(
                        "%s after sequence %,d, %s%n",
                        symbol, last.sequence, Times.text(last.timeNs));
        try (BookCsvWriter writer = new BookCsvWriter(Outputs.open("-", console))) {
            for (Side side : Side.values()) {
                books.levels(
                        instrument.instrumentId(),
                        side,
                        depth,
                        (level, price, quantity, orders) ->
                                writer.level(instrument, side, level, price, quantity, orders));
            }
        }
    }

    private Json json(Instrument instrument, PublishedBooks books, Last last) {
        Json out = new Json().object().field("symbol", symbol);
        out.field("sequence", last.sequence).field("time_ns", last.timeNs);
        for (Side side : Side.values()) {
            out.array(side == Side.BUY ? "bids" : "asks");
            books.levels(
                    instrument.instrumentId(),
                    side,
                    depth,
                    (level, price, quantity, orders) ->
                            out.element()
                                    .field(
                                            "price",
                                            Decimals.text(price, instrument.priceDecimals()))
                                    .field(
                                            "quantity",
                                            Decimals.text(quantity, instrument.quantityDecimals()))
                                    .field("orders", orders)
                                    .endObject());
            out.endArray();
        }
        return out.endObject();
    }

    /** The last command that counts. */
    private static final class Last implements RecordSink {
        private long sequence;
        private long timeNs;

        @Override
        public void onEnd(RecordedCommand recorded) {
            sequence = recorded.command().sequence;
            timeNs = recorded.command().timeNs;
        }
    }

    /** Ends reading at the first record that does not count. */
    private static final class EndReachedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndReachedException() {
            super(null, null, false, false);
        }
    }

    /** The moment that is asked for. */
    private record Moment(long lastSequence, long lastTimeNs, String text) {

        /** True if a record comes after it. */
        boolean isBefore(long sequence, long timeNs) {
            return sequence > lastSequence || timeNs > lastTimeNs;
        }

        void requireReached(Last last, Path directory) {
            boolean bySequence = lastSequence != Long.MAX_VALUE;
            if (bySequence && last.sequence < lastSequence) {
                throw new Fault(
                        "the journal in "
                                + directory
                                + " ends with sequence "
                                + last.sequence
                                + ", before "
                                + text);
            }
            if (last.sequence == 0) {
                throw new Fault(
                        "the journal in " + directory + " has no command at or before " + text);
            }
        }
    }
}
