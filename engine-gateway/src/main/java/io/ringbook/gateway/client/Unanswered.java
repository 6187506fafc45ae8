// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The commands without an answer, in the order in which they were given: those that were sent, then
 * those that were not. Answers come in about that order, so the first one is looked at first.
 *
 * <p>A login tells the last client sequence that the server processed. What lies behind it was
 * never processed and is sent again, in order, numbered from there on, marked as possibly sent.
 * What does not is answered by the replay. One thread, the client's.
 */
final class Unanswered {
    private final OrderEntryListener listener;
    private final Deque<PendingCommand> sent = new ArrayDeque<>();
    private final Deque<PendingCommand> waiting = new ArrayDeque<>();
    private long nextSequence = 1;

    Unanswered(OrderEntryListener listener) {
        this.listener = listener;
    }

    void add(PendingCommand command) {
        waiting.addLast(command);
    }

    /** True if a command is yet to be sent, or to be sent again. */
    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    /** Appends what waits, as far as there is room; true if there was something. */
    boolean send(SendBuffer output) {
        boolean any = false;
        while (!waiting.isEmpty() && output.hasRoom(waiting.peekFirst().length())) {
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
    void onLogin(long lastSequence) {
        while (!sent.isEmpty() && sent.peekLast().sequence() > lastSequence) {
            waiting.addFirst(sent.pollLast());
        }
        nextSequence = lastSequence + 1;
    }

    /** Finds the command that this report answers, if it answers one. */
    void onReport(Report report) {
        Iterator<PendingCommand> commands = sent.iterator();
        while (commands.hasNext()) {
            PendingCommand command = commands.next();
            if (command.isAnsweredBy(report)) {
                commands.remove();
                if (report.sequence() == 0 && sent.isEmpty()) {
                    // Refused before it was sequenced: the server still expects its number.
                    nextSequence = command.sequence();
                }
                listener.onAnswer(command.ticket, report);
                return;
            }
        }
    }

    /** Gives up on all that was sent; what waits was not processed and stays. */
    void loseSent() {
        List<PendingCommand> lost = new ArrayList<>(sent);
        sent.clear();
        for (PendingCommand command : lost) {
            listener.onLost(command.ticket);
        }
    }
}
