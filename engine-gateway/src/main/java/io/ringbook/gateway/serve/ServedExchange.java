// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.serve;

import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.replay.EngineRecovery;
import io.ringbook.core.replay.Snapshot;
import io.ringbook.core.threads.ThreadCpus;
import io.ringbook.gateway.config.ConfiguredExchange;
import io.ringbook.gateway.config.ServeConfig;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.records.RecordFeed;
import io.ringbook.gateway.reference.ReferenceData;
import io.ringbook.gateway.session.stream.ChunkStore;
import io.ringbook.gateway.session.Exchange;
import io.ringbook.gateway.session.stream.SessionStreams;
import io.ringbook.gateway.tcp.OrderEntryServer;
import io.ringbook.gateway.tcp.ServerListener;
import java.io.IOException;
import java.net.BindException;
import java.util.function.Consumer;

/**
 * An exchange from its data directory to its port. {@link #start} recovers if there is a journal;
 * {@link #close} stops cleanly: stops reading, journals and sends what was received, tells the
 * clients, and leaves a snapshot for the next start.
 */
public final class ServedExchange implements AutoCloseable {
    private static final String OUTBOUND = "sessions";
    private static final double NS_PER_MS = 1e6;

    private final ServeConfig config;
    private final EngineRecovery recovery;
    private final Engine engine;
    private final SessionStreams streams;
    private final OrderEntryServer server;
    private final long recoveredSequence;
    private final double recoveryMs;
    private final int addedCount;

    private ServedExchange(
            ServeConfig config,
            EngineRecovery recovery,
            Engine engine,
            SessionStreams streams,
            OrderEntryServer server,
            long recoveredSequence,
            double recoveryMs,
            int addedCount) {
        this.config = config;
        this.recovery = recovery;
        this.engine = engine;
        this.streams = streams;
        this.server = server;
        this.recoveredSequence = recoveredSequence;
        this.recoveryMs = recoveryMs;
        this.addedCount = addedCount;
    }

    /**
     * Recovers, sequences what the configuration adds, and listens.
     *
     * @param listener told of connections, on their thread
     * @param failures told when the exchange has failed and is to be closed; on any thread
     * @throws Fault if the configuration does not fit the journal or the port cannot be had
     */
    public static ServedExchange start(
            ServeConfig config, ServerListener listener, Consumer<Throwable> failures) {
        long startNs = System.nanoTime();
        SessionStreams streams =
                new SessionStreams(new ChunkStore(config.dataDirectory().resolve(OUTBOUND)));
        RecordFeed definitions = new RecordFeed(new ReferenceData());
        EngineRecovery recovery =
                EngineRecovery.open(
                        config.dataDirectory(),
                        config.journal(),
                        config.engine(),
                        (buffer, offset, length) -> {
                            definitions.onRecord(buffer, offset, length);
                            streams.onRecord(buffer, offset, length);
                        });
        ChronicleJournal journal = recovery.journal();
        Engine engine = null;
        try {
            long recoveredSequence = journal.lastSequence();
            double recoveryMs = (System.nanoTime() - startNs) / NS_PER_MS;
            ConfiguredExchange configured = ConfiguredExchange.of(config, definitions.names());
            streams.start();
            engine =
                    Engine.start(
                            recovery.state(),
                            journal,
                            streams,
                            (sequence, cause) -> failures.accept(cause));
            OrderEntryServer server =
                    listen(config, recovery, engine, streams, configured, listener);
            return new ServedExchange(
                    config,
                    recovery,
                    engine,
                    streams,
                    server,
                    recoveredSequence,
                    recoveryMs,
                    configured.newCount());
        } catch (RuntimeException | Error e) {
            if (engine != null) {
                engine.close();
            }
            streams.close();
            journal.close();
            throw e;
        }
    }

    private static OrderEntryServer listen(
            ServeConfig config,
            EngineRecovery recovery,
            Engine engine,
            SessionStreams streams,
            ConfiguredExchange configured,
            ServerListener listener) {
        try {
            return OrderEntryServer.start(
                    config.server(),
                    engine,
                    new Exchange(
                            configured.reference(),
                            recovery.journal().incarnation(),
                            config.journal().durability()),
                    streams,
                    configured.access(),
                    listener,
                    configured::sequence);
        } catch (BindException e) {
            throw new Fault(
                    "cannot listen on "
                            + address(config, config.server().listen().getPort())
                            + ": "
                            + e.getMessage()
                            + "; another program may have the port; take another with listen.port",
                    e);
        } catch (IOException e) {
            throw new Fault(
                    "cannot listen on "
                            + address(config, config.server().listen().getPort())
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static String address(ServeConfig config, int port) {
        return config.server().listen().getAddress().getHostAddress() + ":" + port;
    }

    /** Address and port that it listens on. */
    public String address() {
        return address(config, server.port());
    }

    /** Port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Which threads are bound to a processor. */
    public ThreadCpus cpus() {
        return engine.cpus();
    }

    /** The server, for commands of the operator. */
    public OrderEntryServer server() {
        return server;
    }

    /** Last sequence of the journal when it was opened; 0 for a new one. */
    public long recoveredSequence() {
        return recoveredSequence;
    }

    /** Time that reading the journal took. */
    public double recoveryMs() {
        return recoveryMs;
    }

    /** Definitions of the configuration that the journal did not have. */
    public int addedCount() {
        return addedCount;
    }

    /** Raised whenever a tail of the journal was cut. */
    public int incarnation() {
        return recovery.journal().incarnation();
    }

    /** Last sequence journaled. */
    public long lastSequence() {
        return recovery.journal().lastSequence();
    }

    /**
     * Stops cleanly.
     *
     * @throws Fault if the snapshot could not be written; the journal is whole then, too
     */
    @Override
    public void close() {
        try (ChronicleJournal journal = recovery.journal()) {
            server.close();
            engine.close();
            streams.close();
            if (!engine.hasFailed()) {
                Snapshot.of(recovery.state(), journal.lastChainHash())
                        .write(config.dataDirectory());
            }
        } catch (IOException e) {
            throw new Fault(
                    "the snapshot in "
                            + config.dataDirectory()
                            + " could not be written: "
                            + e.getMessage()
                            + "; the journal is whole, and the next start replays it",
                    e);
        }
    }
}
