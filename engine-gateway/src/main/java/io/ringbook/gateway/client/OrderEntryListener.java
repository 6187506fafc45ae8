// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

/**
 * What a client tells its user, on the client's own thread, in the order in which the server told
 * it. A callback must not wait for an answer of the same client. A report is valid during the call
 * only; each is told once, also when cuts made the server send it more often.
 */
public interface OrderEntryListener {
    /** Logged in, everything missed was told; at the first login and after each cut. */
    default void onReady() {}

    /** Something happened to an order of this session, or a command of it was answered. */
    default void onReport(Report report) {}

    /**
     * The direct answer to a command, told once for each; {@link #onReport} was called with the
     * same report before.
     *
     * @param ticket what {@link OrderEntryClient#send} gave for it
     */
    default void onAnswer(long ticket, Report report) {}

    /**
     * A command whose answer can no longer be learned, because the trading day in which it was sent
     * ended during a cut. It may have been carried out.
     */
    default void onLost(long ticket) {}

    /**
     * The exchange takes no commands for now. The client keeps them in their order and sends them
     * again, ever less often, until the exchange takes them or its patience ends.
     */
    default void onHeld(String reason) {}

    /** The exchange takes commands again. */
    default void onReleased() {}

    /** The trading day is over; the client goes on in the next one by itself. */
    default void onDayOver() {}

    /** The connection was cut for this reason; the client tries to come back by itself. */
    default void onCut(String reason) {}

    /** The session is over for good; empty reason if the client was closed. */
    default void onEnd(String reason) {}
}
