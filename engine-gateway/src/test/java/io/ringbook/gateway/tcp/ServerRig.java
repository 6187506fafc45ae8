// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.Ticker;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.replay.EngineRecovery;
import io.ringbook.gateway.session.Desks;
import io.ringbook.gateway.session.Exchange;
import io.ringbook.gateway.session.stream.ChunkStore;
import io.ringbook.gateway.session.stream.SessionStreams;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A whole exchange on a directory: journal, engine, server. */
final class ServerRig implements AutoCloseable, ServerListener {
    private static final long STEP = 1L << 20;
    private static final int FEW_IDS = 1 << 16;
    private static final int MANY_IDS = 1 << 19;

    final Desks desks;
    final OrderEntryServer server;

    /** How many connections ended for a reason. */
    final Map<String, AtomicInteger> endings = new ConcurrentHashMap<>();

    /** Why each connection ended, by the client's port. */
    final Map<Integer, String> endTexts = new ConcurrentHashMap<>();

    /** Every command is timed in every stage. */
    final StageMetrics metrics = StageMetrics.on(Ticker.SYSTEM, 1);

    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final ChronicleJournal journal;
    private final Engine engine;
    private final SessionStreams streams;

    private ServerRig(
            Path directory,
            Desks desks,
            ServerSettings settings,
            ThreadLayout layout,
            int expectedIds,
            Runnable onRecord)
            throws IOException {
        this.desks = desks;
        streams = new SessionStreams(new ChunkStore(directory.resolve("sessions")));
        EngineRecovery recovery =
                EngineRecovery.open(
                        directory,
                        JournalOptions.of(Durability.COMMIT).withAllocation(16 * STEP, 16 * STEP),
                        new EngineConfig(layout, 1, 256, 1 << 14, expectedIds, 65_536),
                        streams);
        journal = recovery.journal();
        streams.start();
        boolean fresh = journal.lastSequence() == 0;
        engine =
                Engine.start(
                        recovery.state(),
                        journal,
                        (buffer, offset, length) -> {
                            onRecord.run();
                            streams.onRecord(buffer, offset, length);
                        },
                        (sequence, cause) -> failure.compareAndSet(null, cause),
                        metrics);
        server =
                OrderEntryServer.start(
                        ServerPort.bind(settings),
                        engine,
                        new Exchange(desks.reference(), journal.incarnation(), Durability.COMMIT),
                        streams,
                        desks.access(),
                        this,
                        (ingest, timeNs) -> {
                            if (fresh) {
                                desks.define(ingest, timeNs);
                            }
                        });
    }

    static ServerRig start(Path directory, Desks desks, ServerSettings settings)
            throws IOException {
        return new ServerRig(directory, desks, settings, ThreadLayout.FUSED, FEW_IDS, () -> {});
    }

    /** With something done on the publishing thread for each record, and room for many orders. */
    static ServerRig start(Path directory, Desks desks, Runnable onRecord) throws IOException {
        return new ServerRig(directory, desks, settings(), ThreadLayout.FUSED, MANY_IDS, onRecord);
    }

    static ServerRig start(
            Path directory, Desks desks, ServerSettings settings, ThreadLayout layout)
            throws IOException {
        return new ServerRig(directory, desks, settings, layout, FEW_IDS, () -> {});
    }

    static ServerRig start(Path directory, Desks desks) throws IOException {
        return start(directory, desks, settings());
    }

    static ServerSettings settings() {
        return ServerSettings.defaults(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    TestClient connect() throws IOException {
        return new TestClient(server.port(), desks.key());
    }

    /** Waits until all that was sequenced is published and every stage is at rest. */
    void awaitPublished() {
        server.bufferBytes().join();
        while (engine.underWay() > 0) {
            LockSupport.parkNanos(100_000);
        }
    }

    /** Waits until so many connections have ended with a text that begins like this. */
    void awaitEndings(String begin, int count) {
        long endNs = System.nanoTime() + 10_000_000_000L;
        while (endings(begin) < count && System.nanoTime() < endNs) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(endings(begin)).describedAs("%s of %s", begin, endings).isEqualTo(count);
    }

    /** Connections that ended with a text that begins like this. */
    int endings(String begin) {
        return endings.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(begin))
                .mapToInt(entry -> entry.getValue().get())
                .sum();
    }

    @Override
    public void onEnd(String session, SocketAddress address, String text) {
        endTexts.put(((InetSocketAddress) address).getPort(), text);
        endings.computeIfAbsent(text, reason -> new AtomicInteger()).incrementAndGet();
    }

    @Override
    public void onFailure(Throwable cause) {
        failure.compareAndSet(null, cause);
    }

    @Override
    public void close() {
        server.close();
        engine.close();
        streams.close();
        journal.close();
        if (failure.get() != null) {
            throw new AssertionError("the exchange failed", failure.get());
        }
    }
}
