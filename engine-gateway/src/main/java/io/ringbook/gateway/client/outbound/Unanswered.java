// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.outbound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The commands without an answer, in the order in which they were given: those that were sent, then
 * those that were not. The nth answer of a day answers the command with client sequence n.
 *
 * <p>A login tells the last client sequence that the server processed. What lies behind it was
 * never processed and is sent again, in order, numbered from there on, marked as possibly sent.
 * What does not is answered by the replay.
 *
 * <p>A server without room refuses a command, and all that were sent behind it, one by one. Answers
 * to the commands before it may come in between. When no other are left, all go back to those that
 * wait, under their old numbers.
 *
 * <p>One thread, the client's.
 */
public final class Unanswered {
    /** In place of a ticket: the answer is to a command of an earlier client. */
    public static final long NO_TICKET = 0;

    private final Consumer<PendingCommand> answered;
    private final Deque<PendingCommand> sent = new ArrayDeque<>();
    private final Deque<PendingCommand> waiting = new ArrayDeque<>();
    private long nextSequence = 1;
    private long answeredSequence;
    private long lastSequenceAtLogin;
    private int refusedCount;

    /**
     * @param answered takes each command that has its answer: it may be used again
     */
    public Unanswered(Consumer<PendingCommand> answered) {
        this.answered = answered;
    }

    public void add(PendingCommand command) {
        waiting.addLast(command);
    }

    /** True if a command is yet to be sent, or to be sent again. */
    public boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    /** True if there is none. */
    public boolean isEmpty() {
        return sent.isEmpty() && waiting.isEmpty();
    }

    /**
     * Appends what waits, as far as there is room.
     *
     * @param most that may be under way
     * @return true if there was something
     */
    public boolean send(SendBuffer output, int most) {
        boolean any = false;
        while (refusedCount == 0
                && sent.size() < most
                && !waiting.isEmpty()
                && output.hasRoom(waiting.peekFirst().length())) {
            PendingCommand command = waiting.pollFirst();
            command.put(output.view(), output.end(), nextSequence);
            output.append(command.length());
            nextSequence++;
            sent.addLast(command);
            any = true;
        }
        return any;
    }

    /** Takes back what the server did not process. */
    public void onLogin(long lastSequence) {
        while (!sent.isEmpty() && sent.peekLast().sequence() > lastSequence) {
            waiting.addFirst(sent.pollLast());
        }
        refusedCount = 0;
        nextSequence = lastSequence + 1;
        lastSequenceAtLogin = lastSequence;
    }

    /**
     * The replay is complete.
     *
     * @return false if it lacks an answer
     */
    public boolean onReplayComplete() {
        answeredSequence = lastSequenceAtLogin;
        return sent.isEmpty();
    }

    /** The next answer has come; the ticket of its command, or {@link #NO_TICKET}. */
    public long onAnswer() {
        answeredSequence++;
        PendingCommand first = sent.peekFirst();
        if (first == null || first.sequence() != answeredSequence) {
            return NO_TICKET;
        }
        sent.pollFirst();
        long ticket = first.ticket();
        answered.accept(first);
        return ticket;
    }

    /** A command was refused for want of room. */
    public void onRefused() {
        refusedCount++;
    }

    /** Commands refused that are yet to be taken back. */
    public int refusedCount() {
        return refusedCount;
    }

    /** Takes back what was refused, once nothing else is under way; true if it did. */
    public boolean takeBackRefused() {
        if (refusedCount == 0 || sent.size() > refusedCount) {
            return false;
        }
        refusedCount = 0;
        while (!sent.isEmpty()) {
            PendingCommand command = sent.pollLast();
            nextSequence = command.sequence();
            command.takeBack();
            waiting.addFirst(command);
        }
        return true;
    }

    /** Sequences and answers count from 1 again. */
    public void onNewDay() {
        answeredSequence = 0;
    }

    /** Gives up on all that was sent; what waits was not processed and stays. */
    public List<Long> loseSent() {
        List<Long> tickets = new ArrayList<>(sent.size());
        for (PendingCommand command : sent) {
            tickets.add(command.ticket());
        }
        sent.clear();
        return tickets;
    }
}
