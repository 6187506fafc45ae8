// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.outbound;

import io.ringbook.codec.orderentry.OpenOrdersRequestEncoder;
import io.ringbook.codec.orderentry.OrderStatusDecoder;
import io.ringbook.codec.orderentry.OrderStatusRequestEncoder;

/**
 * A question to the server and who takes its answer. Made by its asker, then the client's thread's
 * alone.
 */
public final class Question {
    private final boolean single;
    private final int accountId;
    private final int instrumentId;
    private final long id0;
    private final long id1;
    private final int id2;
    private final Taker taker;
    private long requestId;

    private Question(
            boolean single,
            int accountId,
            int instrumentId,
            long id0,
            long id1,
            int id2,
            Taker taker) {
        this.single = single;
        this.accountId = accountId;
        this.instrumentId = instrumentId;
        this.id0 = id0;
        this.id1 = id1;
        this.id2 = id2;
        this.taker = taker;
    }

    /** Asks for one order of the session, by its client order id. */
    public static Question status(long id0, long id1, int id2, Taker taker) {
        return new Question(true, 0, 0, id0, id1, id2, taker);
    }

    /** Asks for the open orders of an account; of one instrument, or of all if it is 0. */
    public static Question openOrders(int accountId, int instrumentId, Taker taker) {
        return new Question(false, accountId, instrumentId, 0, 0, 0, taker);
    }

    /** Says that it will not be answered. */
    public void fail(String reason) {
        taker.onFault(reason);
    }

    int length() {
        return single
                ? OrderStatusRequestEncoder.FRAME_LENGTH
                : OpenOrdersRequestEncoder.FRAME_LENGTH;
    }

    void put(SendBuffer output, long id) {
        requestId = id;
        if (single) {
            new OrderStatusRequestEncoder()
                    .wrap(output.view(), output.end(), (byte) 0, 0)
                    .requestId(id)
                    .clientOrderId(id0, id1, id2);
        } else {
            new OpenOrdersRequestEncoder()
                    .wrap(output.view(), output.end(), (byte) 0, 0)
                    .requestId(id)
                    .accountId(accountId)
                    .instrumentId(instrumentId);
        }
        output.append(length());
    }

    long requestId() {
        return requestId;
    }

    boolean isSingle() {
        return single;
    }

    Taker taker() {
        return taker;
    }

    /** Takes the answer, on the client's thread. */
    public interface Taker {
        /** An order; valid during the call. */
        void onOrder(OrderStatusDecoder order);

        /** The answer is whole. */
        void onWhole();

        /** It was cut off and begins anew. */
        void onAgain();

        /** There will be none. */
        void onFault(String reason);
    }
}
