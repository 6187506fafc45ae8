// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Command;
import io.ringbook.gateway.client.outbound.Question;
import io.ringbook.gateway.client.protocol.ClientLoop;
import io.ringbook.gateway.client.protocol.SessionListener;
import io.ringbook.gateway.fault.Fault;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.agrona.DirectBuffer;

/**
 * A session at an exchange. It logs in, sends commands, tells reports to a listener, and after a
 * cut comes back by itself: it connects again, is told what it missed, and sends again what the
 * server had not processed. Each report is told once, each command answered once.
 *
 * <p>A whole program, and what happens at a cut: {@code docs/CLIENT.md}.
 *
 * <p>Any thread may call; the listener is called on the client's own thread, of which there is one.
 * At most {@link ClientSettings#unansweredLimit} commands are unanswered; a sender waits for room.
 */
public final class OrderEntryClient implements AutoCloseable {
    private static final long CLOSE_TIMEOUT_MS = TimeUnit.SECONDS.toMillis(15);

    private static final long UNKNOWN = -1;
    private static final int MAX_QUESTIONS = 1000;

    private final ClientDirectory directory = new ClientDirectory();
    private final Window window;
    private final ClientLoop loop;
    private final Thread thread;
    private final AtomicInteger questionCount = new AtomicInteger();
    private volatile long commandsBefore = UNKNOWN;

    private OrderEntryClient(ClientSettings settings, OrderEntryListener listener) {
        this.window = new Window(settings.unansweredLimit());
        this.loop = new ClientLoop(settings.terms(), new Told(listener));
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
     * @throws IllegalArgumentException if it is none that a session sends
     * @throws IllegalStateException in a callback, if too many are unanswered
     */
    public long send(Command command) {
        try {
            window.enter(Thread.currentThread() != thread);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            return loop.send(command);
        } catch (IllegalArgumentException e) {
            window.leave();
            throw e;
        }
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

    /**
     * How many commands of the session the exchange had processed today when this client logged in
     * for the first time: those of earlier clients. Their answers were the first to be told.
     */
    public long commandsBefore() {
        return commandsBefore;
    }

    /** Asks; the taker is given the way to have it answered. */
    CompletableFuture<List<OrderStatus>> ask(Function<Question.Taker, Question> question) {
        if (questionCount.incrementAndGet() > MAX_QUESTIONS) {
            questionCount.decrementAndGet();
            throw new Fault(MAX_QUESTIONS + " questions are unanswered already");
        }
        OrderQuestion taker = new OrderQuestion(directory);
        CompletableFuture<List<OrderStatus>> answer =
                taker.answer().whenComplete((orders, fault) -> questionCount.decrementAndGet());
        loop.ask(question.apply(taker));
        return answer;
    }

    /** Cuts the connection, as a failure of the network would; the client comes back. */
    public void cut() {
        loop.requestCut();
    }

    /**
     * Sends what was given and logs out, within ten seconds. Commands without an answer may or may
     * not have been carried out; {@link #awaitAnswers} before it makes sure.
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

    /** Turns what the session tells into what a listener is told, and keeps the window. */
    private final class Told implements SessionListener {
        private final OrderEntryListener listener;
        private final Report report = new Report(directory);

        Told(OrderEntryListener listener) {
            this.listener = listener;
        }

        @Override
        public void onInstrument(Instrument instrument) {
            directory.put(instrument);
        }

        @Override
        public void onAccount(Account account) {
            directory.put(account);
        }

        @Override
        public void onAccepted(long lastClientSequence) {
            if (commandsBefore == UNKNOWN) {
                commandsBefore = lastClientSequence;
            }
        }

        @Override
        public void onReady() {
            listener.onReady();
            window.ready();
        }

        @Override
        public void onReport(byte type, DirectBuffer buffer, int frame, int body, int text) {
            report.wrap(ReportKind.of(type), buffer, frame, body, text);
            listener.onReport(report);
        }

        @Override
        public void onAnswer(long ticket) {
            listener.onAnswer(ticket, report);
            window.leave();
        }

        @Override
        public void onLost(long ticket) {
            listener.onLost(ticket);
            window.leave();
        }

        @Override
        public void onHeld(String reason) {
            listener.onHeld(reason);
        }

        @Override
        public void onReleased() {
            listener.onReleased();
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
