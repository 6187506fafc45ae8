// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.codec.orderentry.OrderStatusDecoder;
import io.ringbook.gateway.client.outbound.PendingCommand;
import io.ringbook.gateway.client.outbound.Question;
import io.ringbook.gateway.client.outbound.Questions;
import io.ringbook.gateway.client.outbound.SendBuffer;
import io.ringbook.gateway.client.outbound.Unanswered;
import java.util.function.Consumer;

/**
 * Commands and questions of a session, and when they may be sent. While the server refuses commands
 * for want of room, one tries, less and less often, whether it still does. One thread, the
 * client's.
 */
final class Outgoing {
    private final SessionListener listener;
    private final Sentences sentences;
    private final Unanswered commands;
    private final Questions questions = new Questions();
    private final Comeback hold;

    /**
     * @param answered takes each command that has its answer
     */
    Outgoing(
            SessionTerms terms,
            SessionListener listener,
            Sentences sentences,
            Consumer<PendingCommand> answered,
            long nowNs) {
        this.listener = listener;
        this.commands = new Unanswered(answered);
        this.sentences = sentences;
        this.hold = new Comeback(terms.patienceNs(), nowNs);
    }

    void submit(PendingCommand command) {
        commands.add(command);
    }

    void ask(Question question) {
        questions.add(question);
    }

    /** Appends what may be sent now; true if there was something. */
    boolean pump(SendBuffer output, long nowNs) {
        boolean any = commands.send(output, mostUnderWay(nowNs));
        return questions.send(output) || any;
    }

    private int mostUnderWay(long nowNs) {
        if (!hold.isFailing()) {
            return Integer.MAX_VALUE;
        }
        return nowNs - hold.nextTryNs() >= 0 ? 1 : 0;
    }

    /** True if a command is yet to be sent, or to be sent again. */
    boolean hasWaiting() {
        return commands.hasWaiting();
    }

    /** True if each command has its answer. */
    boolean isAnswered() {
        return commands.isEmpty();
    }

    /** True if the server has refused for longer than anybody waits. */
    boolean isGivenUp(long nowNs) {
        return hold.isGivenUp(nowNs);
    }

    void onLogin(long lastClientSequence) {
        commands.onLogin(lastClientSequence);
    }

    /** False if the replay lacks an answer. */
    boolean onReplayComplete() {
        return commands.onReplayComplete();
    }

    /** The report told last is the next answer. */
    void onAnswer(long nowNs) {
        long ticket = commands.onAnswer();
        if (ticket == Unanswered.NO_TICKET) {
            return;
        }
        listener.onAnswer(ticket);
        // With refusals about, this was sent before what they refuse; without, it is what tried.
        boolean refused = commands.refusedCount() > 0;
        takeBackRefused(nowNs);
        if (!refused && hold.isFailing()) {
            hold.succeeded();
            listener.onReleased();
        }
    }

    /** A command was not taken, for want of room; its client sequence stays free. */
    void onRefused(long nowNs) {
        commands.onRefused();
        takeBackRefused(nowNs);
    }

    private void takeBackRefused(long nowNs) {
        if (commands.takeBackRefused()) {
            boolean first = !hold.isFailing();
            hold.failed(nowNs);
            if (first) {
                listener.onHeld(sentences.held());
            }
        }
    }

    void onOrder(OrderStatusDecoder order) {
        questions.onOrder(order);
    }

    void onOrdersEnd(long requestId) {
        questions.onEnd(requestId);
    }

    void onCut() {
        questions.onCut();
    }

    /** Client sequences count from 1 again. */
    void onNewDay() {
        commands.onNewDay();
    }

    /** What was sent cannot be answered any more. */
    void loseSent() {
        commands.loseSent().forEach(listener::onLost);
    }

    /** Nothing will be answered any more. */
    void end(String reason) {
        questions.fail(reason);
    }
}
