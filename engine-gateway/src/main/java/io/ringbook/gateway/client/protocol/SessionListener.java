// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import org.agrona.DirectBuffer;

/** What a session tells, on the client's thread, in the order in which the server told it. */
public interface SessionListener {
    /** An instrument may be traded; told again at each login. */
    void onInstrument(Instrument instrument);

    /** An account of the firm; told again at each login. */
    void onAccount(Account account);

    /** The server let it in, and had processed this client sequence last. */
    void onAccepted(long lastClientSequence);

    /** Logged in, everything missed was told. */
    void onReady();

    /**
     * A report that was not told before, in a frame that a verifier found good.
     *
     * @param type of the message
     * @param body where its struct is
     * @param text where its text is, if it has one
     */
    void onReport(byte type, DirectBuffer buffer, int frame, int body, int text);

    /** The report told last is the answer to this command. */
    void onAnswer(long ticket);

    /** The answer to this command can no longer be learned. */
    void onLost(long ticket);

    /** The server takes no commands for now; they are sent again until it does. */
    void onHeld(String reason);

    /** The server takes commands again. */
    void onReleased();

    /** The trading day is over. */
    void onDayOver();

    /** The connection was cut; the session tries to come back. */
    void onCut(String reason);

    /** The session is over for good; empty reason if it was closed. */
    void onEnd(String reason);
}
