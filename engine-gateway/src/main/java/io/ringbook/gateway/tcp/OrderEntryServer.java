// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import io.ringbook.core.order.Command;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.Forgetting;
import io.ringbook.core.threads.Processors;
import io.ringbook.core.threads.ThreadCpus;
import io.ringbook.gateway.session.Exchange;
import io.ringbook.gateway.session.SessionAccess;
import io.ringbook.gateway.session.connection.ClientConnection;
import io.ringbook.gateway.session.connection.SessionDesk;
import io.ringbook.gateway.session.stream.SessionStreams;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;

/**
 * Order entry over TCP for a running engine. From {@link #start} to {@link #close} the engine's
 * ingest belongs to this server's thread; other commands go through {@link #submit}.
 *
 * <p>To be started when every record of the journal, and every definition, has gone through the
 * {@link SessionStreams}; to be closed before the engine.
 */
public final class OrderEntryServer implements AutoCloseable {
    private static final long JOIN_MS = 5_000;

    private final int port;
    private final int cpu;
    private final IngestDoor door;
    private final ThreadPoolExecutor workers;
    private final SessionStreams streams;
    private final ExchangeDuty duty;
    private final ConnectionLoop<ClientConnection> loop;
    private final Thread thread;

    private OrderEntryServer(
            ServerPort port, Engine engine, SessionStreams streams, ServerListener listener)
            throws IOException {
        this.port = port.number();
        this.streams = streams;
        this.door =
                new IngestDoor(
                        engine.ingest(),
                        streams,
                        new SequencedClock(
                                OrderEntryServer::wallNs,
                                System::nanoTime,
                                engine.ingest().lastTimeNs()));
        this.cpu = engine.cpus().cpu(EngineThread.IO, 0);
        this.workers = workers(port.settings());
        this.duty = new ExchangeDuty(port.settings(), door, streams, listener);
        this.loop = new ConnectionLoop<>(port, duty);
        this.thread = new Thread(new Forgetting(this::run), "ringbook-io");
    }

    /**
     * Logs off who was logged in when the process ended, then takes the connections of a port.
     *
     * @param port the server's from now on, closed with it
     * @param exchange what there is to trade, as the engine knows it once {@code first} is done
     * @param streams published records go there; started
     * @param access the sessions that may log in
     * @param first done on the server's thread, before anything else is sequenced: what the engine
     *     has to be told, at the time given or later
     * @throws IOException if the system gives no selector
     * @throws IllegalArgumentException if the engine does not know one of the sessions
     */
    public static OrderEntryServer start(
            ServerPort port,
            Engine engine,
            Exchange exchange,
            SessionStreams streams,
            List<SessionAccess> access,
            ServerListener listener,
            ObjLongConsumer<Ingest> first)
            throws IOException {
        try {
            OrderEntryServer server = new OrderEntryServer(port, engine, streams, listener);
            server.begin(
                    () -> {
                        first.accept(engine.ingest(), server.door.timeNs());
                        engine.ingest().logOffAll(server.door.timeNs());
                        engine.ingest().awaitPublished();
                        return server.desk(port.settings(), exchange, access);
                    });
            return server;
        } catch (IOException | RuntimeException | Error e) {
            port.close();
            throw e;
        }
    }

    /** Starts the thread and waits until it listens. */
    private void begin(Supplier<SessionDesk> firstOfAll) {
        CompletableFuture<Void> listening = new CompletableFuture<>();
        duty.first(
                () -> {
                    try {
                        SessionDesk desk = firstOfAll.get();
                        listening.complete(null);
                        return desk;
                    } catch (RuntimeException | Error e) {
                        listening.completeExceptionally(e);
                        throw e;
                    }
                });
        thread.start();
        try {
            listening.join();
        } catch (CompletionException e) {
            workers.shutdownNow();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void run() {
        if (cpu != ThreadCpus.FREE) {
            Processors.bindThisThread(cpu);
        }
        loop.run();
    }

    private SessionDesk desk(
            ServerSettings settings, Exchange exchange, List<SessionAccess> access) {
        return new SessionDesk(
                settings.sessions(),
                exchange,
                streams,
                access,
                door,
                OrderEntryServer::wallNs,
                workers,
                loop::wakeUp);
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /**
     * Sequences a command of the operator: a phase change, the end of the day.
     *
     * @return completes with its sequence, 0 if the journal has no room
     */
    public CompletableFuture<Long> submit(Command command) {
        CompletableFuture<Long> sequence = new CompletableFuture<>();
        execute(ingest -> sequence.complete(door.submit(command)));
        return sequence;
    }

    /**
     * Memory of the buffers of all connections, in bytes; at most {@link
     * ServerSettings#maxBufferBytes}.
     */
    public CompletableFuture<Long> bufferBytes() {
        CompletableFuture<Long> bytes = new CompletableFuture<>();
        execute(ingest -> bytes.complete(duty.bufferBytes()));
        return bytes;
    }

    private void execute(Consumer<Ingest> task) {
        duty.add(task);
        loop.wakeUp();
    }

    /**
     * Stops reading, has everything that was received journaled and sent, tells the clients, and
     * closes. The engine goes on.
     */
    @Override
    public void close() {
        loop.stop();
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.shutdownNow();
    }

    private static ThreadPoolExecutor workers(ServerSettings settings) {
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(
                        settings.loginThreads(),
                        settings.loginThreads(),
                        1,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(settings.maxNotLoggedIn()),
                        task -> {
                            Thread worker = new Thread(() -> runFree(task), "ringbook-login");
                            worker.setDaemon(true);
                            return worker;
                        });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Workers are started by the thread of the sockets; its processor is not theirs. */
    private static void runFree(Runnable task) {
        Processors.freeThisThread();
        task.run();
    }

    static long wallNs() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
