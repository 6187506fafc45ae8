// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.core.order.Command;
import io.ringbook.gateway.fault.Fault;
import java.util.concurrent.TimeUnit;

/**
 * A session at an exchange. It logs in, sends commands, tells reports to a listener, and after a
 * cut comes back by itself: it connects again, is told what it missed, and sends again what the
 * server had not processed. Each report is told once, each command answered once.
 *
 * <pre>{@code
 * SessionKey key = SessionKeyFile.read(Path.of("keys/ALPHA.key"));
 * ClientSettings settings = ClientSettings.of(ServerAddress.parse("127.0.0.1:9000"), key);
 * try (OrderEntryClient client = OrderEntryClient.connect(settings, listener)) {
 *     Desk desk = client.desk("ALPHA");
 *     desk.limit("order-1", "AMZN", Side.BUY, "100", "223.50");
 *     client.awaitAnswers();
 * }
 * }</pre>
 *
 * <p>A whole example: {@code OrderEntryExample} beside the tests of this class.
 *
 * <p>Any thread may call; the listener is called on the client's own thread, of which there is one.
 * At most {@link ClientSettings#unansweredLimit} commands are unanswered; a sender waits for room.
 */
public final class OrderEntryClient implements AutoCloseable {
    private static final long CLOSE_TIMEOUT_MS = TimeUnit.SECONDS.toMillis(15);

    private final ClientDirectory directory = new ClientDirectory();
    private final Window window;
    private final ClientLoop loop;
    private final Thread thread;

    private OrderEntryClient(ClientSettings settings, OrderEntryListener listener) {
        this.window = new Window(settings.unansweredLimit());
        this.loop = new ClientLoop(settings, directory, new WindowedListener(listener, window));
        this.thread = new Thread(loop, "client-" + settings.key().session());
        thread.setDaemon(true);
    }

    /**
     * Connects and logs in; back when everything of the day so far was told to the listener.
     *
     * @throws Fault if there is no server, or it refuses
     */
    public static OrderEntryClient connect(ClientSettings settings, OrderEntryListener listener) {
        OrderEntryClient client = new OrderEntryClient(settings, listener);
        client.thread.start();
        try {
            client.window.awaitReady();
        } catch (InterruptedException e) {
            client.loop.requestClose();
            throw interrupted(e);
        }
        return client;
    }

    /** What the exchange trades, and for whom. */
    public ClientDirectory directory() {
        return directory;
    }

    /**
     * Order entry for an account, in words.
     *
     * @throws Fault if the session's firm has no such account
     */
    public Desk desk(String account) {
        return new Desk(this, account);
    }

    /**
     * Sends an order command; its ids of account and instrument are those of {@link #directory}.
     * The command is copied. Waits while too many are unanswered; in a callback it does not.
     *
     * @return the command's ticket, by which {@link OrderEntryListener#onAnswer} names it
     * @throws Fault if the session is over
     * @throws IllegalStateException in a callback, if too many are unanswered
     */
    public long send(Command command) {
        try {
            window.enter(Thread.currentThread() != thread);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return loop.send(command);
    }

    /**
     * Waits until every command has been answered.
     *
     * @throws Fault if the session is over before that
     */
    public void awaitAnswers() {
        try {
            window.awaitEmpty();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Commands without an answer. */
    public int unansweredCount() {
        return window.count();
    }

    /** Cuts the connection, as a failure of the network would; the client comes back. */
    public void cut() {
        loop.requestCut();
    }

    /**
     * Sends what was given and logs out. Commands without an answer may or may not have been
     * carried out; {@link #awaitAnswers} before it makes sure.
     */
    @Override
    public void close() {
        loop.requestClose();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(CLOSE_TIMEOUT_MS);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static Fault interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Fault("interrupted while waiting for the exchange", e);
    }

    /** Keeps the window while it passes everything on. */
    private static final class WindowedListener implements OrderEntryListener {
        private final OrderEntryListener listener;
        private final Window window;

        WindowedListener(OrderEntryListener listener, Window window) {
            this.listener = listener;
            this.window = window;
        }

        @Override
        public void onReady() {
            listener.onReady();
            window.ready();
        }

        @Override
        public void onReport(Report report) {
            listener.onReport(report);
        }

        @Override
        public void onAnswer(long ticket, Report report) {
            listener.onAnswer(ticket, report);
            window.leave();
        }

        @Override
        public void onLost(long ticket) {
            listener.onLost(ticket);
            window.leave();
        }

        @Override
        public void onDayOver() {
            listener.onDayOver();
        }

        @Override
        public void onCut(String reason) {
            listener.onCut(reason);
        }

        @Override
        public void onEnd(String reason) {
            try {
                listener.onEnd(reason);
            } finally {
                window.end(reason);
            }
        }
    }
}
