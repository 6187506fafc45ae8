// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;
import java.util.Arrays;

/**
 * Append-only store of those parts of first answers that the command does not tell: ten longs each,
 * in chunks. Emptied at a day change. Owned by one match shard.
 */
final class AnswerLog {
    private static final int STRIDE = 10;
    private static final int CHUNK_ANSWERS = 4096;

    private long[][] chunks;
    private long count;

    /**
     * @param expectedAnswers answers for which nothing is allocated later
     */
    AnswerLog(int expectedAnswers) {
        chunks = new long[Math.max(16, expectedAnswers / CHUNK_ANSWERS + 1)][];
        for (int i = 0; i <= expectedAnswers / CHUNK_ANSWERS; i++) {
            chunks[i] = new long[CHUNK_ANSWERS * STRIDE];
        }
    }

    /** Keeps an answer; returns its index. */
    long append(OrderEvent answer) {
        int chunk = (int) (count / CHUNK_ANSWERS);
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new long[CHUNK_ANSWERS * STRIDE];
        }
        long[] to = chunks[chunk];
        int at = (int) (count % CHUNK_ANSWERS) * STRIDE;
        to[at] = answer.price;
        to[at + 1] = answer.quantity;
        to[at + 2] = answer.leavesQuantity;
        to[at + 3] = answer.cumQuantity;
        to[at + 4] = answer.preventedQuantity;
        to[at + 5] = answer.origClientOrderId0;
        to[at + 6] = answer.origClientOrderId1;
        to[at + 7] = answer.origClientOrderId2;
        to[at + 8] = ((long) answer.sessionId << 32) | (answer.accountId & 0xffff_ffffL);
        to[at + 9] = answer.flags;
        return count++;
    }

    /** Puts an answer's parts into an event. */
    void read(long index, OrderEvent event) {
        long[] from = chunks[(int) (index / CHUNK_ANSWERS)];
        int at = (int) (index % CHUNK_ANSWERS) * STRIDE;
        event.price = from[at];
        event.quantity = from[at + 1];
        event.leavesQuantity = from[at + 2];
        event.cumQuantity = from[at + 3];
        event.preventedQuantity = from[at + 4];
        event.origClientOrderId0 = from[at + 5];
        event.origClientOrderId1 = from[at + 6];
        event.origClientOrderId2 = (int) from[at + 7];
        event.sessionId = (int) (from[at + 8] >>> 32);
        event.accountId = (int) from[at + 8];
        event.flags |= (byte) from[at + 9];
    }

    void save(long index, StateWriter out) {
        long[] from = chunks[(int) (index / CHUNK_ANSWERS)];
        int at = (int) (index % CHUNK_ANSWERS) * STRIDE;
        for (int i = 0; i < STRIDE; i++) {
            out.putLong(from[at + i]);
        }
    }

    long load(StateReader in) {
        OrderEvent answer = new OrderEvent();
        answer.price = in.getLong();
        answer.quantity = in.getLong();
        answer.leavesQuantity = in.getLong();
        answer.cumQuantity = in.getLong();
        answer.preventedQuantity = in.getLong();
        answer.origClientOrderId0 = in.getLong();
        answer.origClientOrderId1 = in.getLong();
        answer.origClientOrderId2 = (int) in.getLong();
        long sessionAndAccount = in.getLong();
        answer.sessionId = (int) (sessionAndAccount >>> 32);
        answer.accountId = (int) sessionAndAccount;
        answer.flags = (byte) in.getLong();
        return append(answer);
    }

    /** Passes over a saved answer; returns -1. */
    static long skip(StateReader in) {
        for (int i = 0; i < STRIDE; i++) {
            in.getLong();
        }
        return -1;
    }

    void clear() {
        count = 0;
    }
}
