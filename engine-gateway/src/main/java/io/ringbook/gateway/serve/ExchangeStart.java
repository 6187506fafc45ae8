// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.serve;

import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.replay.EngineRecovery;
import io.ringbook.gateway.config.ConfiguredExchange;
import io.ringbook.gateway.config.ServeConfig;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.ops.ExchangeFacts;
import io.ringbook.gateway.ops.ExchangeMonitor;
import io.ringbook.gateway.ops.StatsPort;
import io.ringbook.gateway.records.RecordFeed;
import io.ringbook.gateway.reference.ReferenceData;
import io.ringbook.gateway.session.Exchange;
import io.ringbook.gateway.session.stream.ChunkStore;
import io.ringbook.gateway.session.stream.SessionStreams;
import io.ringbook.gateway.tcp.OrderEntryServer;
import io.ringbook.gateway.tcp.ServerListener;
import io.ringbook.gateway.tcp.ServerPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The steps of a start, in their order: {@link #bind}, {@link #recover}, {@link #run}, {@link
 * #watch}, {@link #serve}. What fails soon and harms nobody comes first; after the last step
 * nothing can fail. A start that has failed is to be abandoned.
 */
final class ExchangeStart {
    private static final String OUTBOUND = "sessions";
    private static final double NS_PER_MS = 1e6;

    final ServeConfig config;
    final SessionStreams streams;
    EngineRecovery recovery;
    Engine engine;
    ExchangeMonitor monitor;
    long recoveredSequence;
    double recoveryMs;

    /** What the configuration adds to the journal. */
    ConfiguredExchange configured;

    /** Null if statistics are not given. */
    StatsPort statsPort;

    private final StageMetrics metrics;
    private ServerPort port;

    ExchangeStart(ServeConfig config) {
        this.config = config;
        this.metrics = config.metrics().newMetrics();
        this.streams = new SessionStreams(new ChunkStore(config.dataDirectory().resolve(OUTBOUND)));
    }

    /** Takes the ports: nobody is served there yet. */
    void bind() {
        bindOrders();
        bindStats();
    }

    private void bindStats() {
        try {
            statsPort = StatsPort.bind(config.stats());
        } catch (IOException e) {
            throw new Fault(
                    "cannot give statistics on "
                            + config.stats().address().getHostAddress()
                            + ":"
                            + config.stats().port()
                            + ": "
                            + e.getMessage()
                            + "; another program may have the port; take another with stats.port,"
                            + " or none",
                    e);
        }
    }

    private void bindOrders() {
        try {
            port = ServerPort.bind(config.server());
        } catch (BindException e) {
            throw new Fault(
                    "cannot listen on "
                            + ServedExchange.address(config, config.server().listen().getPort())
                            + ": "
                            + e.getMessage()
                            + "; another program may have the port; take another with listen.port",
                    e);
        } catch (IOException e) {
            throw cannotListen(e);
        }
    }

    /** Locks the data directory and reads its journal to the end. */
    void recover() {
        long startNs = System.nanoTime();
        RecordFeed definitions = new RecordFeed(new ReferenceData());
        recovery =
                EngineRecovery.open(
                        config.dataDirectory(),
                        config.journal(),
                        config.engine(),
                        (buffer, offset, length) -> {
                            definitions.onRecord(buffer, offset, length);
                            streams.onRecord(buffer, offset, length);
                        });
        recoveredSequence = recovery.journal().lastSequence();
        recoveryMs = (System.nanoTime() - startNs) / NS_PER_MS;
        configured = ConfiguredExchange.of(config, definitions.names());
    }

    /** Starts the engine where the journal ends. */
    void run(Consumer<Throwable> failures) {
        streams.start();
        engine =
                Engine.start(
                        recovery.state(),
                        recovery.journal(),
                        streams,
                        (sequence, cause) -> failures.accept(cause),
                        metrics);
    }

    /** Sequences what the configuration adds, and takes the connections of the port. */
    OrderEntryServer serve(ServerListener listener) {
        try {
            return OrderEntryServer.start(
                    port,
                    engine,
                    new Exchange(
                            configured.reference(),
                            recovery.journal().incarnation(),
                            config.journal().durability()),
                    streams,
                    configured.access(),
                    listener,
                    configured::sequence);
        } catch (IOException e) {
            throw cannotListen(e);
        }
    }

    /** Has the engine watched. */
    void watch(Consumer<String> notices) {
        EngineConfig settings = config.engine();
        ExchangeFacts facts =
                new ExchangeFacts(
                        lower(settings.layout().resolve()),
                        settings.shards(),
                        lower(config.journal().durability()),
                        settings.ringSize(),
                        metrics.oneIn(),
                        streams::lastRecordSequence,
                        engine::underWay);
        try {
            monitor =
                    ExchangeMonitor.start(
                            metrics,
                            config.metrics(),
                            config.metrics().hlogFolder(config.dataDirectory()),
                            statsPort,
                            facts,
                            notices);
        } catch (IOException e) {
            throw new Fault("cannot give statistics: " + e.getMessage(), e);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Gives back what the steps up to here have taken. */
    void abandon() {
        try {
            if (port != null) {
                port.close();
            }
            if (statsPort != null) {
                statsPort.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (engine != null) {
            engine.close();
        }
        if (monitor != null) {
            monitor.close();
        }
        streams.close();
        if (recovery != null) {
            recovery.journal().close();
        }
    }

    private Fault cannotListen(IOException cause) {
        return new Fault(
                "cannot listen on "
                        + ServedExchange.address(config, config.server().listen().getPort())
                        + ": "
                        + cause.getMessage(),
                cause);
    }
}
