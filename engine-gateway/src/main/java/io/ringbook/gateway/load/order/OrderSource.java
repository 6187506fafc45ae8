// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.order;

import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.core.order.Command;

/** What one session sends. */
public interface OrderSource {
    /** In place of a mark. */
    int NONE = -1;

    /** What an answer is worth. */
    enum Outcome {
        /** It was done. */
        DONE,

        /** Refused because its order had been filled meanwhile, as happens on any market. */
        TOO_LATE,

        /** Refused for another reason: not what was to be measured. */
        REFUSED
    }

    /**
     * Fills in a command that has to come before all others, so that there is a book to trade on.
     *
     * @return its mark, or {@link #NONE} if there is enough
     */
    int prepareOne(Command command);

    /**
     * Fills in the next command.
     *
     * @return a mark, to be given back with its answer
     */
    int next(Command command);

    /**
     * A report has come, be it an answer or not; before {@link #onAnswer} if it is one.
     *
     * @param type of the message
     */
    void onReport(byte type, OrderReportDecoder report);

    /**
     * The answer to a command has come.
     *
     * @param mark of the command
     * @param type of the message that answers it
     * @param reason its reason, 0 if there is none
     */
    Outcome onAnswer(int mark, byte type, byte reason);

    /**
     * Fills in the cancel of an order that is live.
     *
     * @return its mark, or {@link #NONE} if there is no live order left
     */
    int cancelOne(Command command);
}
