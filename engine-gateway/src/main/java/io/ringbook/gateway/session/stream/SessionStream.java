// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the publishing thread knows of one session, for the thread of the connections to read: the
 * log of today's messages, and which login the journal holds.
 */
public final class SessionStream {
    private final int sessionId;

    /** True while the stream waits in the queue of changed ones, so that it is there once. */
    final AtomicBoolean queued = new AtomicBoolean();

    /** Log of the day; another object after a change of the day. */
    private volatile OutboundLog today;

    /** Sequence of the last LOGIN record of this session, 0 before the first. */
    private volatile long lastLoginSequence;

    /** Written while records are published, read when nothing is in flight. */
    private long lastClientSequence;

    SessionStream(int sessionId, OutboundLog today) {
        this.sessionId = sessionId;
        this.today = today;
    }

    /** Id of the session. */
    public int sessionId() {
        return sessionId;
    }

    /** Log of the day. Any thread. */
    public OutboundLog today() {
        return today;
    }

    /** Sequence of the last LOGIN record of this session, 0 before the first. Any thread. */
    public long lastLoginSequence() {
        return lastLoginSequence;
    }

    /** Sequence of the last command of this session today; only while nothing is in flight. */
    public long lastClientSequence() {
        return lastClientSequence;
    }

    void onLogin(long sequence) {
        lastLoginSequence = sequence;
    }

    void onClientSequence(long sequence) {
        lastClientSequence = sequence;
    }

    /** Ends the day of the old log and begins the new one. */
    void onNewDay(OutboundLog tomorrow) {
        OutboundLog yesterday = today;
        lastClientSequence = 0;
        today = tomorrow;
        yesterday.close();
    }
}
