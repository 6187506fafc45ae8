// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.run;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.order.Side;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.EngineStoppedException;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.replay.EngineRecovery;
import io.ringbook.core.replay.Snapshot;
import io.ringbook.gateway.csv.AccountCsvReader;
import io.ringbook.gateway.csv.AccountLimits;
import io.ringbook.gateway.csv.BadLineException;
import io.ringbook.gateway.csv.BookCsvWriter;
import io.ringbook.gateway.csv.CommandCsvReader;
import io.ringbook.gateway.csv.CommandRow;
import io.ringbook.gateway.csv.CsvOut;
import io.ringbook.gateway.csv.EventCsvWriter;
import io.ringbook.gateway.csv.InstrumentCsvReader;
import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.lobster.BookCheck;
import io.ringbook.gateway.records.EventFileSink;
import io.ringbook.gateway.records.PublishedBooks;
import io.ringbook.gateway.records.RecordFeed;
import io.ringbook.gateway.records.RunCounts;
import io.ringbook.gateway.reference.ReferenceData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;

/**
 * One command file through one engine. A row of the event file is written when its record is
 * published, which is after the journal has it: what stands there has been committed.
 */
public final class MatchRun {
    private static final int MAX_LISTED = 20;
    private static final long MAX_PROCESSING_NS = 60_000_000_000L;
    private static final int HISTOGRAM_DIGITS = 3;

    private final MatchOptions options;
    private final List<Instrument> instruments;
    private final List<AccountLimits> accounts;
    private final LongConsumer progress;
    private final RecordFeed feed = new RecordFeed(new ReferenceData());
    private final PublishedBooks books = new PublishedBooks();
    private final RunCounts counts = new RunCounts();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<String> badLines = new ArrayList<>();
    private final Histogram processingNs;
    private long badLineCount;
    private long lineCount;
    private long elapsedNs;

    /**
     * Reads the reference files.
     *
     * @param progress told now and then how many lines have been sent
     * @throws Fault if one of them cannot be read or is malformed
     */
    public MatchRun(MatchOptions options, LongConsumer progress) {
        this.options = options;
        this.progress = progress;
        this.instruments = InstrumentCsvReader.read(options.instruments(), 1);
        this.accounts =
                options.accounts() == null ? null : AccountCsvReader.read(options.accounts());
        this.processingNs =
                options.config().layout() == ThreadLayout.SINGLE
                        ? new Histogram(MAX_PROCESSING_NS, HISTOGRAM_DIGITS)
                        : null;
        feed.add(books);
    }

    /**
     * Runs the file.
     *
     * @param events takes the events, closed at the end; null for none
     * @param finalBook takes the books at the end, closed then; null for none
     * @throws Fault if the work fails
     */
    public MatchResult run(CsvOut events, CsvOut finalBook) {
        try (events;
                finalBook;
                BookCheck check = openCheck()) {
            CheckSink checkSink = check == null ? null : new CheckSink(check);
            long recovered =
                    options.journal() == null
                            ? runUnkept(events, checkSink)
                            : runKept(events, checkSink);
            if (check != null) {
                check.finish();
            }
            if (finalBook != null) {
                write(new BookCsvWriter(finalBook));
            }
            return result(recovered, check, checkSink);
        }
    }

    private BookCheck openCheck() {
        return options.checkBook() == null
                ? null
                : CheckedBook.open(
                        options.checkBook(), options.commands(), instruments, feed.names(), books);
    }

    private long runUnkept(CsvOut events, CheckSink check) {
        run(new EngineState(options.config()), new UnkeptJournal(), events, check);
        return 0;
    }

    /** Goes on from what the journal says, and leaves a snapshot for the next start. */
    private long runKept(CsvOut events, CheckSink check) {
        EngineRecovery recovery =
                EngineRecovery.open(
                        options.journal(),
                        JournalOptions.of(options.durability()),
                        options.config(),
                        feed);
        try (Journal journal = recovery.journal()) {
            long recovered = journal.lastSequence();
            run(recovery.state(), journal, events, check);
            Snapshot.of(recovery.state(), journal.lastChainHash()).write(options.journal());
            return recovered;
        } catch (IOException e) {
            throw new Fault(
                    "the snapshot in "
                            + options.journal()
                            + " could not be written: "
                            + e.getMessage()
                            + "; the journal is whole, and the next start replays it",
                    e);
        }
    }

    private void run(EngineState state, Journal journal, CsvOut events, CheckSink check) {
        ReferenceData known = feed.names().copy();
        long earliestNs = state.lastTimeNs();
        feed.add(counts);
        if (events != null) {
            feed.add(new EventFileSink(new EventCsvWriter(events, feed.names())));
        }
        if (check != null) {
            feed.add(check);
        }
        try (CommandCsvReader reader = new CommandCsvReader(options.commands(), known);
                Engine engine =
                        Engine.start(
                                state,
                                journal,
                                feed,
                                (sequence, cause) -> failure.compareAndSet(null, cause))) {
            FileSender sender =
                    new FileSender(engine.ingest(), known, accounts != null, () -> noRoom(journal));
            sender.define(instruments, options.instruments());
            send(reader, sender, engine, earliestNs);
        } catch (EngineStoppedException e) {
            throw failed(e.getCause());
        }
        if (failure.get() != null) {
            throw failed(failure.get());
        }
    }

    private void send(CommandCsvReader reader, FileSender sender, Engine engine, long earliestNs) {
        CommandRow row = new CommandRow();
        long startNs = System.nanoTime();
        boolean first = true;
        while (next(reader, row)) {
            if (first) {
                first = false;
                requireNotBefore(row, earliestNs);
                sequenceDefinitions(sender, row.command().timeNs);
            }
            if (processingNs == null) {
                sender.send(row);
            } else {
                long beganNs = System.nanoTime();
                sender.send(row);
                processingNs.recordValue(Math.min(MAX_PROCESSING_NS, System.nanoTime() - beganNs));
            }
            lineCount++;
            progress.accept(lineCount);
        }
        if (first) {
            sequenceDefinitions(sender, earliestNs);
        }
        engine.ingest().awaitPublished();
        elapsedNs = System.nanoTime() - startNs;
    }

    private boolean next(CommandCsvReader reader, CommandRow row) {
        while (true) {
            try {
                return reader.next(row);
            } catch (BadLineException e) {
                badLineCount++;
                if (!options.keepGoing()) {
                    throw new Fault(
                            e.getMessage()
                                    + " ("
                                    + Counted.of(lineCount, "command")
                                    + " before it carried out; --keep-going goes on behind bad"
                                    + " lines)",
                            e);
                }
                if (badLines.size() < MAX_LISTED) {
                    badLines.add(e.getMessage());
                }
            }
        }
    }

    private void requireNotBefore(CommandRow row, long earliestNs) {
        if (row.command().timeNs < earliestNs) {
            throw new Fault(
                    options.commands()
                            + ", line "
                            + row.line()
                            + ": time goes back: found time_ns "
                            + row.command().timeNs
                            + ", expected at least "
                            + earliestNs
                            + ", where the journal in "
                            + options.journal()
                            + " ends; name another directory to begin a new journal");
        }
    }

    private void sequenceDefinitions(FileSender sender, long timeNs) {
        sender.sequenceInstruments(timeNs);
        if (accounts != null) {
            for (AccountLimits limits : accounts) {
                sender.define(limits, options.accounts(), timeNs);
            }
        }
    }

    private void noRoom(Journal journal) {
        throw new Fault(
                "the journal in "
                        + options.journal()
                        + " has no room: "
                        + journal.roomFault()
                        + "; "
                        + Counted.of(lineCount, "command")
                        + " carried out");
    }

    /** A fault that a stage met is said as what it is; anything else is a bug. */
    private static RuntimeException failed(Throwable cause) {
        return cause instanceof RuntimeException expected
                ? expected
                : new IllegalStateException(cause);
    }

    private void write(BookCsvWriter writer) {
        for (Instrument instrument : feed.names().instruments()) {
            for (Side side : Side.values()) {
                books.levels(
                        instrument.instrumentId(),
                        side,
                        Integer.MAX_VALUE,
                        (level, price, quantity, orders) ->
                                writer.level(instrument, side, level, price, quantity, orders));
            }
        }
        writer.flush();
    }

    private MatchResult result(long recovered, BookCheck check, CheckSink checkSink) {
        return new MatchResult(
                counts,
                lineCount,
                badLineCount,
                List.copyOf(badLines),
                elapsedNs,
                processingNs,
                recovered,
                check == null
                        ? null
                        : new MatchResult.Check(
                                check.rowCount(),
                                check.levels(),
                                check.differentCount(),
                                check.differences(),
                                checkSink.iocCount(),
                                checkSink.filledCount()));
    }
}
