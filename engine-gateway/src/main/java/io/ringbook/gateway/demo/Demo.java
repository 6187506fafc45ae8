// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.demo;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.journal.JournalReader;
import io.ringbook.core.order.Command;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.EngineStoppedException;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.replay.Replayer;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.records.PublishedBooks;
import io.ringbook.gateway.records.RecordFeed;
import io.ringbook.gateway.reference.ReferenceData;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Runs a generated day at a steady pace, then verifies and replays its journal. */
public final class Demo {
    private static final int COMMANDS_PER_SECOND = 4_000;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long COMMAND_INTERVAL_NS = SECOND_NS / COMMANDS_PER_SECOND;
    private static final long LONGEST_PAUSE_NS = 1_000_000L;

    /** Times of the first commands are those of a cold JVM; a short day has nothing else. */
    private static final long WARM_UP_NS = 2 * SECOND_NS;

    private static final long MAX_NS = 60_000_000_000L;
    private static final int HISTOGRAM_DIGITS = 3;

    /** The day's sequenced time begins here, so that a seed gives the same journal every time. */
    private static final long OPENING_NS =
            LocalDateTime.of(2026, 1, 5, 9, 30).toEpochSecond(ZoneOffset.UTC) * SECOND_NS;

    private final Screen screen;
    private final long seed;
    private final long durationNs;
    private final RecordFeed feed = new RecordFeed(new ReferenceData());
    private final PublishedBooks books = new PublishedBooks();
    private final Watcher watcher = new Watcher(books, feed.names());
    private final Histogram times = new Histogram(MAX_NS, HISTOGRAM_DIGITS);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /**
     * @param terminal true if {@code out} understands ANSI sequences
     * @param color true if colors are wanted
     */
    public Demo(PrintStream out, boolean terminal, boolean color, long seed, int seconds) {
        this.screen = new Screen(out, terminal, color);
        this.seed = seed;
        this.durationNs = seconds * SECOND_NS;
        feed.add(books).add(watcher);
    }

    /**
     * Runs it.
     *
     * @throws Fault if the work fails
     */
    public void run() {
        try (TemporaryDirectory directory = new TemporaryDirectory()) {
            EngineConfig config = EngineConfig.defaults(ThreadLayout.AUTO);
            ThreadLayout layout =
                    config.layout().resolve(Runtime.getRuntime().availableProcessors());
            screen.say(
                    "An exchange in %s: %d instruments, %d desks, threads %s, durability commit,"
                            + " seed %d.",
                    directory.path(),
                    BusyDay.instruments().size(),
                    BusyDay.accounts().size(),
                    layout.name().toLowerCase(Locale.ROOT),
                    seed);
            EngineState state = new EngineState(config);
            trade(state, directory.path());
            Picture last = watcher.picture();
            screen.say(
                    "The day is over: %,d commands, %,d trades, all journaled before they were"
                            + " published.",
                    last.commands(), last.trades());
            screen.table(times, durationNs > WARM_UP_NS ? WARM_UP_NS / SECOND_NS : 0);
            verify(state.stateHash(), directory.path());
            screen.say("Removing %s.", directory.path());
        }
    }

    private void trade(EngineState state, Path directory) {
        JournalOptions options = JournalOptions.of(Durability.COMMIT);
        try (ChronicleJournal journal =
                        ChronicleJournal.open(directory, options, new Replayer(state, feed));
                Engine engine =
                        Engine.start(
                                state,
                                journal,
                                feed,
                                (sequence, cause) -> failure.compareAndSet(null, cause))) {
            screen.begin();
            define(engine.ingest());
            pace(engine.ingest());
            engine.ingest().awaitPublished();
            times.add(watcher.interval());
        } catch (EngineStoppedException e) {
            throw new IllegalStateException("the exchange stopped", e.getCause());
        } finally {
            screen.end();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the exchange stopped", failure.get());
        }
        watcher.take();
    }

    private static void define(Ingest ingest) {
        for (Instrument instrument : BusyDay.instruments()) {
            ingest.add(instrument, OPENING_NS);
        }
        for (Account account : BusyDay.accounts()) {
            ingest.add(account, OPENING_NS);
        }
        for (Session session : BusyDay.sessions()) {
            ingest.add(session, OPENING_NS);
        }
    }

    /** Submits each command when it is due; what is late is submitted at once. */
    private void pace(Ingest ingest) {
        BusyDay day = new BusyDay(seed);
        long startNs = System.nanoTime();
        long count = durationNs / COMMAND_INTERVAL_NS;
        boolean warm = false;
        for (long i = 0; i < count; i++) {
            long dueNs = i * COMMAND_INTERVAL_NS;
            awaitTime(startNs, dueNs);
            Command command = day.next();
            watcher.submitting(ingest.lastSequence() + 1);
            if (ingest.submit(command, OPENING_NS + dueNs) == Ingest.NOT_SEQUENCED) {
                throw new Fault(
                        "the temporary directory has no room for the journal; set java.io.tmpdir"
                                + " to one with at least 256 MB");
            }
            long elapsedNs = System.nanoTime() - startNs;
            if (!warm && elapsedNs >= WARM_UP_NS) {
                warm = true;
                watcher.interval();
                times.reset();
            }
            if (screen.isDue(elapsedNs)) {
                times.add(watcher.interval());
                screen.show(elapsedNs, watcher.picture(), times);
            }
        }
    }

    private static void awaitTime(long startNs, long dueNs) {
        long restNs = startNs + dueNs - System.nanoTime();
        while (restNs > 0) {
            LockSupport.parkNanos(Math.min(restNs, LONGEST_PAUSE_NS));
            restNs = startNs + dueNs - System.nanoTime();
        }
    }

    private void verify(long liveHash, Path directory) {
        EngineState state = new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE));
        JournalReader reader = JournalReader.open(directory);
        long startNs = System.nanoTime();
        reader.read(new Replayer(state));
        double seconds = (System.nanoTime() - startNs) / (double) SECOND_NS;
        screen.say(
                "Journal verified: %,d records whole, chain hash %016x.",
                reader.recordCount(), reader.lastChainHash());
        if (state.stateHash() != liveHash) {
            throw new IllegalStateException(
                    "the replayed state is not the live one, though all events are equal");
        }
        screen.say(
                "Journal replayed: all events equal byte for byte, state hash %016x as live,"
                        + " %,.0f commands/s.",
                liveHash, reader.recordCount() / seconds);
    }
}
