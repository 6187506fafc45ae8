// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.protocol;

import io.ringbook.codec.orderentry.LoginRejectReason;
import io.ringbook.codec.orderentry.LoginRejectedDecoder;

/**
 * What was seen of the server's messages: up to which sequence, of which day, of which journal. One
 * thread, the client's.
 */
final class ServerStream {
    private static final long FIRST = 1;

    /** More than any server has sent: it says how much it has. */
    private static final long UNKNOWN = Long.MAX_VALUE;

    private long expected;
    private long incarnation;
    private int tradingDay;

    /**
     * @param skipsEarlier true to begin behind all that the session was sent before
     */
    ServerStream(boolean skipsEarlier) {
        expected = skipsEarlier ? UNKNOWN : FIRST;
    }

    /** The next sequence of the server. */
    long expected() {
        return expected;
    }

    /** Incarnation of the journal; 0 before the first login. */
    long incarnation() {
        return incarnation;
    }

    /**
     * A login was granted.
     *
     * @return false if the day of what was seen is over
     */
    boolean onAccepted(int day, long journal) {
        boolean otherDay = tradingDay != 0 && day != tradingDay;
        tradingDay = day;
        incarnation = journal;
        return !otherDay || expected == FIRST;
    }

    /** A sequenced message was taken. */
    void onMessage() {
        expected++;
    }

    /** Sequences count from 1 again. */
    void onNewDay() {
        expected = FIRST;
    }

    /** Learns where the server's stream ends, if it is to begin there. */
    boolean skips(LoginRejectReason reason, LoginRejectedDecoder rejected) {
        if (expected != UNKNOWN || reason != LoginRejectReason.SEQUENCE_AHEAD) {
            return false;
        }
        expected = rejected.nextSequence();
        incarnation = rejected.incarnation();
        return true;
    }

    /** Takes another incarnation over, if nothing was seen yet that it could have taken back. */
    boolean follows(LoginRejectReason reason, LoginRejectedDecoder rejected) {
        if (reason != LoginRejectReason.WRONG_INCARNATION
                || expected != FIRST
                || rejected.incarnation() == incarnation) {
            return false;
        }
        incarnation = rejected.incarnation();
        return true;
    }

    /** Under one incarnation a sequence goes back at the end of a day only. */
    boolean isDayOver(LoginRejectReason reason, LoginRejectedDecoder rejected) {
        return reason == LoginRejectReason.SEQUENCE_AHEAD
                && rejected.incarnation() == incarnation
                && expected != FIRST;
    }
}
