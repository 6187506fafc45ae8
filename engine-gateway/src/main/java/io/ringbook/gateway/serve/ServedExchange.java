// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.serve;

import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.replay.EngineRecovery;
import io.ringbook.core.replay.Snapshot;
import io.ringbook.core.threads.ThreadCpus;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.config.ServeConfig;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.ops.ExchangeMonitor;
import io.ringbook.gateway.session.stream.SessionStreams;
import io.ringbook.gateway.tcp.OrderEntryServer;
import io.ringbook.gateway.tcp.ServerListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/**
 * An exchange from its data directory to its port. {@link #start} recovers if there is a journal;
 * {@link #close} stops cleanly: stops reading, journals and sends what was received, tells the
 * clients, and leaves a snapshot for the next start.
 */
public final class ServedExchange implements AutoCloseable {
    private final ServeConfig config;
    private final EngineRecovery recovery;
    private final Engine engine;
    private final SessionStreams streams;
    private final OrderEntryServer server;
    private final ExchangeMonitor monitor;
    private final InetSocketAddress statsAddress;
    private final long recoveredSequence;
    private final double recoveryMs;
    private final int addedCount;

    private ServedExchange(ExchangeStart start, OrderEntryServer server) {
        this.config = start.config;
        this.recovery = start.recovery;
        this.engine = start.engine;
        this.streams = start.streams;
        this.server = server;
        this.monitor = start.monitor;
        this.statsAddress = start.statsPort == null ? null : start.statsPort.address();
        this.recoveredSequence = start.recoveredSequence;
        this.recoveryMs = start.recoveryMs;
        this.addedCount = start.configured.newCount();
    }

    /**
     * Takes the port, recovers, sequences what the configuration adds, and serves.
     *
     * @param listener told of connections, on their thread
     * @param failures told when the exchange has failed and is to be closed; on any thread
     * @param notices told a sentence when times of stages cannot be written or given; on any thread
     * @throws Fault if the configuration does not fit the journal or the port cannot be had
     */
    public static ServedExchange start(
            ServeConfig config,
            ServerListener listener,
            Consumer<Throwable> failures,
            Consumer<String> notices) {
        ExchangeStart start = new ExchangeStart(config);
        try {
            start.bind();
            start.recover();
            start.run(failures);
            start.watch(notices);
            return new ServedExchange(start, start.serve(listener));
        } catch (RuntimeException | Error e) {
            start.abandon();
            throw e;
        }
    }

    static String address(ServeConfig config, int port) {
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

    /** Address and port that it gives statistics on; empty if on none. */
    public String statsAddress() {
        return statsAddress == null
                ? ""
                : new ServerAddress(
                                statsAddress.getAddress().getHostAddress(), statsAddress.getPort())
                        .toString();
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
            monitor.close();
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
