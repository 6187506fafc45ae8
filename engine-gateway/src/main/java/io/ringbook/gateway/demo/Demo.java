// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.demo;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.journal.JournalReader;
import io.ringbook.core.journal.RecordHandler;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.replay.EngineRecovery;
import io.ringbook.core.replay.Replayer;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.records.PublishedBooks;
import io.ringbook.gateway.records.RecordFeed;
import io.ringbook.gateway.reference.ReferenceData;
import io.ringbook.gateway.session.Exchange;
import io.ringbook.gateway.session.stream.ChunkStore;
import io.ringbook.gateway.session.stream.SessionStreams;
import io.ringbook.gateway.tcp.OrderEntryServer;
import io.ringbook.gateway.tcp.ServerListener;
import io.ringbook.gateway.tcp.ServerPort;
import io.ringbook.gateway.tcp.ServerSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * The tour: an exchange in a temporary directory, desks that trade over TCP sockets at a steady
 * pace, one of them cut off and coming back; then the journal verified and replayed.
 */
public final class Demo implements ServerListener {
    private static final int COMMANDS_PER_SECOND = 2_000;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long COMMAND_INTERVAL_NS = SECOND_NS / COMMANDS_PER_SECOND;
    private static final long LONGEST_PAUSE_NS = 1_000_000L;

    /** Times of the first commands are those of a cold JVM; a short day has nothing else. */
    private static final long WARM_UP_NS = 2 * SECOND_NS;

    private static final long MAX_NS = 60_000_000_000L;
    private static final int HISTOGRAM_DIGITS = 3;

    /** The desk whose connection is cut in the middle of the day. */
    private static final int CUT_DESK = 1;

    private final Screen screen;
    private final long seed;
    private final long durationNs;
    private final RecordFeed feed = new RecordFeed(new ReferenceData());
    private final PublishedBooks books = new PublishedBooks();
    private final Watcher watcher = new Watcher(books, feed.names());
    private final Recorder recorder = new Recorder(MAX_NS, HISTOGRAM_DIGITS);
    private final Histogram times = new Histogram(MAX_NS, HISTOGRAM_DIGITS);
    private final List<TradingDesk> desks = new ArrayList<>();
    private CompletableFuture<Long> lastTick = CompletableFuture.completedFuture(0L);
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
        for (Session session : BusyDay.sessions()) {
            desks.add(new TradingDesk(session, recorder));
        }
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
                    "An exchange in %s: %d instruments, %d desks over TCP, threads %s, durability"
                            + " commit, seed %d.",
                    directory.path(),
                    BusyDay.instruments().size(),
                    BusyDay.accounts().size(),
                    layout.name().toLowerCase(Locale.ROOT),
                    seed);
            EngineState state = trade(config, directory.path());
            Picture last = watcher.picture();
            screen.say(
                    "The day is over: %,d commands, %,d trades, all journaled before they were"
                            + " published.",
                    last.commands(), last.trades());
            account();
            screen.table(times, durationNs > WARM_UP_NS ? WARM_UP_NS / SECOND_NS : 0);
            verify(state.stateHash(), directory.path());
            screen.say("Removing %s.", directory.path());
        }
    }

    /** Lets the desks trade; the state at the end is the last line of the day. */
    private EngineState trade(EngineConfig config, Path directory) {
        SessionStreams streams = new SessionStreams(new ChunkStore(directory.resolve("sessions")));
        RecordHandler published =
                (buffer, offset, length) -> {
                    streams.onRecord(buffer, offset, length);
                    feed.onRecord(buffer, offset, length);
                };
        EngineRecovery recovery =
                EngineRecovery.open(
                        directory, JournalOptions.of(Durability.COMMIT), config, published);
        streams.start();
        try (ChronicleJournal journal = recovery.journal();
                streams;
                Engine engine =
                        Engine.start(
                                recovery.state(),
                                journal,
                                published,
                                (sequence, cause) -> failure.compareAndSet(null, cause));
                OrderEntryServer server = listen(engine, journal, streams)) {
            screen.begin();
            ServerAddress address = new ServerAddress("127.0.0.1", server.port());
            desks.forEach(desk -> desk.connect(address));
            pace(server);
            desks.forEach(TradingDesk::awaitAnswers);
            lastTick.join();
            desks.forEach(TradingDesk::close);
            times.add(recorder.getIntervalHistogram());
        } catch (IOException e) {
            throw new Fault("the demo cannot listen on 127.0.0.1: " + e.getMessage(), e);
        } finally {
            desks.forEach(TradingDesk::close);
            screen.end();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the exchange stopped", failure.get());
        }
        watcher.take();
        return recovery.state();
    }

    private OrderEntryServer listen(Engine engine, ChronicleJournal journal, SessionStreams streams)
            throws IOException {
        ReferenceData reference = new ReferenceData();
        BusyDay.instruments().forEach(reference::add);
        BusyDay.accounts().forEach(reference::add);
        BusyDay.sessions().forEach(reference::add);
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return OrderEntryServer.start(
                ServerPort.bind(ServerSettings.defaults(anyPort)),
                engine,
                new Exchange(reference, journal.incarnation(), Durability.COMMIT),
                streams,
                desks.stream().map(TradingDesk::access).toList(),
                this,
                Demo::define);
    }

    private static void define(Ingest ingest, long timeNs) {
        for (Instrument instrument : BusyDay.instruments()) {
            ingest.add(instrument, timeNs);
        }
        for (Account account : BusyDay.accounts()) {
            ingest.add(account, timeNs);
        }
        for (Session session : BusyDay.sessions()) {
            ingest.add(session, timeNs);
        }
    }

    @Override
    public void onFailure(Throwable cause) {
        failure.compareAndSet(null, cause);
    }

    /** Sends each command when it is due; what is late is sent at once. */
    private void pace(OrderEntryServer server) {
        BusyDay day = new BusyDay(seed);
        long startNs = System.nanoTime();
        long count = durationNs / COMMAND_INTERVAL_NS;
        boolean warm = false;
        for (long i = 0; i < count && failure.get() == null; i++) {
            awaitTime(startNs, i * COMMAND_INTERVAL_NS);
            send(day.next(), server);
            if (i == count / 2) {
                desks.get(CUT_DESK).cut();
            }
            long elapsedNs = System.nanoTime() - startNs;
            if (!warm && elapsedNs >= WARM_UP_NS) {
                warm = true;
                recorder.reset();
                times.reset();
            }
            if (screen.isDue(elapsedNs)) {
                times.add(recorder.getIntervalHistogram());
                screen.show(elapsedNs, watcher.picture(), times);
            }
        }
    }

    /** Orders go over the desk's connection; market ticks are the exchange's own. */
    private void send(Command command, OrderEntryServer server) {
        if (command.kind != CommandKind.MARKET_TICK) {
            desks.get(command.sessionId - 1).send(command);
            return;
        }
        Command tick = new Command();
        tick.kind = CommandKind.MARKET_TICK;
        tick.instrumentId = command.instrumentId;
        tick.price = command.price;
        tick.quantity = command.quantity;
        lastTick = server.submit(tick);
    }

    /** Says what came of the cut, and that nothing was lost or answered twice. */
    private void account() {
        TradingDesk cut = desks.get(CUT_DESK);
        long sent = desks.stream().mapToLong(TradingDesk::sent).sum();
        long answered = desks.stream().mapToLong(TradingDesk::answered).sum();
        screen.say(
                "%s was cut off in the middle of the day (%s), came back and was told %,d"
                        + " messages that it had missed.",
                cut.name(), cut.cutReason(), cut.replayed());
        if (sent != answered) {
            throw new IllegalStateException(
                    sent + " commands were sent and " + answered + " answered");
        }
        screen.say("%,d commands were sent, and each was answered once.", sent);
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
