// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.core.order.Command;
import io.ringbook.gateway.client.outbound.CommandFrames;
import io.ringbook.gateway.client.outbound.PendingCommand;
import io.ringbook.gateway.client.outbound.Question;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The client's thread: one socket, one selector, one {@link ClientSession}. Other threads hand
 * commands over through a queue, which the window of unanswered commands bounds.
 */
public final class ClientLoop implements Runnable {
    private static final long TICK_MS = 20;

    private final ClientSession session;
    private final SessionSocket socket;
    private final Selector selector;
    private final Object lock = new Object();
    private final CommandFrames frames = new CommandFrames();
    private Queue<PendingCommand> handedOver = new ArrayDeque<>();
    private Queue<PendingCommand> taken = new ArrayDeque<>();
    private final Queue<Question> questions = new ArrayDeque<>();
    private long lastTicket;
    private String endReason;
    private volatile boolean closeRequested;
    private volatile boolean cutRequested;

    public ClientLoop(SessionTerms terms, SessionListener listener) {
        this.session = new ClientSession(terms, listener, System.nanoTime());
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new Fault("cannot open a selector: " + e.getMessage(), e);
        }
        this.socket = new SessionSocket(terms, session, this, selector);
    }

    /** Hands a command over; any thread. */
    public long send(Command command) {
        long ticket;
        // The lock makes the order of tickets the order of sending.
        synchronized (lock) {
            ticket = lastTicket + 1;
            handedOver.add(frames.encode(ticket, command));
            lastTicket = ticket;
        }
        selector.wakeup();
        return ticket;
    }

    /** Hands a question over; any thread. */
    public void ask(Question question) {
        String over;
        synchronized (lock) {
            over = endReason;
            if (over == null) {
                questions.add(question);
            }
        }
        if (over == null) {
            selector.wakeup();
        } else {
            question.fail(over);
        }
    }

    public void requestClose() {
        closeRequested = true;
        selector.wakeup();
    }

    public void requestCut() {
        cutRequested = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try (selector) {
            while (!session.hasEnded()) {
                step();
            }
            // What is still to be said before the socket closes, without waiting for anybody.
            socket.send(System.nanoTime());
        } catch (IOException e) {
            session.end("the selector failed: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            session.end("the client failed, which is a bug of it or of its listener: " + e);
            throw e;
        } finally {
            socket.close();
            refuseQuestions();
        }
    }

    /** Nobody is there any more to ask. */
    private void refuseQuestions() {
        synchronized (lock) {
            endReason = session.endReason();
        }
        for (Question question = questions.poll(); question != null; question = questions.poll()) {
            question.fail(endReason);
        }
    }

    private void step() throws IOException {
        socket.connectIfDue(System.nanoTime());
        selector.select(TICK_MS);
        long nowNs = System.nanoTime();
        // Read before the commands are taken: what was given before the request is then with them.
        boolean closing = closeRequested;
        takeCommands();
        socket.receive(nowNs);
        session.onTime(nowNs);
        if (closing) {
            session.close();
        }
        session.pump();
        socket.send(nowNs);
        if (cutRequested) {
            cutRequested = false;
            socket.lose("cut on request", nowNs);
        } else {
            socket.loseIfWanted(nowNs);
        }
        selector.selectedKeys().clear();
    }

    private void takeCommands() {
        synchronized (lock) {
            Queue<PendingCommand> full = handedOver;
            handedOver = taken;
            taken = full;
            questions.forEach(session::ask);
            questions.clear();
        }
        for (PendingCommand command = taken.poll(); command != null; command = taken.poll()) {
            session.submit(command);
        }
    }
}
