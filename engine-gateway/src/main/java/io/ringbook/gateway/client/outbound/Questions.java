// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.outbound;

import io.ringbook.codec.orderentry.OrderStatusDecoder;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Questions without an answer, in the order in which they were asked. Those under way at a cut are
 * asked again. One thread, the client's.
 */
public final class Questions {
    private final Deque<Question> asked = new ArrayDeque<>();
    private final Deque<Question> waiting = new ArrayDeque<>();
    private long lastRequestId;

    public void add(Question question) {
        waiting.addLast(question);
    }

    /** Appends what waits, as far as there is room; true if there was something. */
    public boolean send(SendBuffer output) {
        boolean any = false;
        while (!waiting.isEmpty() && output.hasRoom(waiting.peekFirst().length())) {
            Question question = waiting.pollFirst();
            question.put(output, ++lastRequestId);
            asked.addLast(question);
            any = true;
        }
        return any;
    }

    /** An order has come. */
    public void onOrder(OrderStatusDecoder order) {
        Question question = asked.peekFirst();
        if (question != null && question.requestId() == order.requestId()) {
            question.taker().onOrder(order);
            if (question.isSingle()) {
                asked.pollFirst();
                question.taker().onWhole();
            }
        }
    }

    /** All orders of a question have come. */
    public void onEnd(long requestId) {
        Question question = asked.peekFirst();
        if (question != null && question.requestId() == requestId) {
            asked.pollFirst();
            question.taker().onWhole();
        }
    }

    /** The connection is gone: what was asked is asked again over the next one. */
    public void onCut() {
        while (!asked.isEmpty()) {
            Question question = asked.pollLast();
            question.taker().onAgain();
            waiting.addFirst(question);
        }
    }

    /** No answer will come any more. */
    public void fail(String reason) {
        onCut();
        for (Question question = waiting.poll(); question != null; question = waiting.poll()) {
            question.fail(reason);
        }
    }
}
