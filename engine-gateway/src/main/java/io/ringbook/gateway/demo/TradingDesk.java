// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.demo;

import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.client.ClientSettings;
import io.ringbook.gateway.client.OrderEntryClient;
import io.ringbook.gateway.client.OrderEntryListener;
import io.ringbook.gateway.client.Report;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.client.SessionKey;
import io.ringbook.gateway.session.SessionAccess;
import java.security.KeyPair;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Recorder;

/**
 * One desk of the demo: a client with a session of its own, which counts what it sends and what it
 * is answered. {@link #send} and {@link #cut} on the pacing thread, callbacks on the client's.
 */
final class TradingDesk implements OrderEntryListener, AutoCloseable {
    private static final long MAX_NS = TimeUnit.MINUTES.toNanos(1);
    private static final long MAX_GRACE_NS = TimeUnit.MINUTES.toNanos(1);

    /** More than the commands of a client without an answer; a power of two. */
    private static final int IN_FLIGHT = 1 << 10;

    private final Session session;
    private final KeyPair keys = SessionKey.generate();
    private final Recorder times;

    /** Index is the count of the command modulo length; when it was handed to the client. */
    private final long[] sentNs = new long[IN_FLIGHT];

    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong replayed = new AtomicLong();
    private OrderEntryClient client;
    private long sent;
    private volatile String cutReason;

    /**
     * @param times of all desks together, from handing a command to the client to its answer
     */
    TradingDesk(Session session, Recorder times) {
        this.session = session;
        this.times = times;
    }

    /** What the server must know of it. */
    SessionAccess access() {
        return new SessionAccess(
                session.name(), session.name(), keys.getPublic(), true, MAX_GRACE_NS);
    }

    /** Logs in. */
    void connect(ServerAddress address) {
        SessionKey key = new SessionKey(session.name(), session.name(), keys.getPrivate());
        client = OrderEntryClient.connect(ClientSettings.of(address, key), this);
    }

    void send(Command command) {
        sentNs[(int) (sent & (IN_FLIGHT - 1))] = System.nanoTime();
        sent++;
        client.send(command);
    }

    /** Cuts its connection, as a failure of the network would. */
    void cut() {
        client.cut();
    }

    void awaitAnswers() {
        client.awaitAnswers();
    }

    @Override
    public void onReport(Report report) {
        if (report.replay()) {
            replayed.incrementAndGet();
        }
    }

    /** Answers come in the order of the commands. */
    @Override
    public void onAnswer(long ticket, Report report) {
        long count = answered.getAndIncrement();
        long elapsedNs = System.nanoTime() - sentNs[(int) (count & (IN_FLIGHT - 1))];
        times.recordValue(Math.max(0, Math.min(MAX_NS, elapsedNs)));
    }

    @Override
    public void onCut(String reason) {
        cutReason = reason;
    }

    String name() {
        return session.name();
    }

    long sent() {
        return sent;
    }

    long answered() {
        return answered.get();
    }

    /** Messages that were told again after a cut. */
    long replayed() {
        return replayed.get();
    }

    /** Why its connection was cut last; null if it never was. */
    String cutReason() {
        return cutReason;
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
