// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;
import java.util.Arrays;

/**
 * Which sessions are logged in, and when the orders of those that are gone will go (rule 7.1). A
 * function of the sequenced commands. By session id; owned by the ingest thread.
 */
final class SessionTimers {
    private static final long NOT_ARMED = Long.MAX_VALUE;

    private boolean[] loggedIn = new boolean[16];
    private boolean[] cancels = new boolean[16];
    private long[] graceNs = new long[16];
    private long[] dueNs = filled(16);
    private int highest;
    private int earliest;

    void login(int sessionId, boolean cancelOnDisconnect, long grace) {
        reserve(sessionId);
        loggedIn[sessionId] = true;
        cancels[sessionId] = cancelOnDisconnect;
        graceNs[sessionId] = grace;
        disconnected(sessionId);
    }

    void logoff(int sessionId, long timeNs) {
        reserve(sessionId);
        loggedIn[sessionId] = false;
        if (cancels[sessionId]) {
            dueNs[sessionId] = timeNs + graceNs[sessionId];
            findEarliest();
        }
    }

    /** The timer of a session has fired or is not needed. */
    void disconnected(int sessionId) {
        reserve(sessionId);
        dueNs[sessionId] = NOT_ARMED;
        findEarliest();
    }

    /** When the next timer is due, or {@link Long#MAX_VALUE}. */
    long earliestNs() {
        return dueNs[earliest];
    }

    /** The session whose timer is due next. */
    int earliestSession() {
        return earliest;
    }

    boolean isLoggedIn(int sessionId) {
        return sessionId <= highest && loggedIn[sessionId];
    }

    /** Largest session id that ever logged in. */
    int highestSession() {
        return highest;
    }

    void save(StateWriter out) {
        out.putInt(highest);
        for (int id = 1; id <= highest; id++) {
            out.putByte((byte) ((loggedIn[id] ? 1 : 0) | (cancels[id] ? 2 : 0)));
            out.putLong(graceNs[id]);
            out.putLong(dueNs[id]);
        }
    }

    void load(StateReader in) {
        int count = in.getInt();
        Arrays.fill(loggedIn, false);
        Arrays.fill(cancels, false);
        Arrays.fill(dueNs, NOT_ARMED);
        highest = 0;
        reserve(count);
        for (int id = 1; id <= count; id++) {
            byte bits = in.getByte();
            loggedIn[id] = (bits & 1) != 0;
            cancels[id] = (bits & 2) != 0;
            graceNs[id] = in.getLong();
            dueNs[id] = in.getLong();
        }
        findEarliest();
    }

    private void findEarliest() {
        earliest = 0;
        for (int id = 1; id <= highest; id++) {
            if (dueNs[id] < dueNs[earliest]) {
                earliest = id;
            }
        }
    }

    private void reserve(int sessionId) {
        if (sessionId >= dueNs.length) {
            int before = dueNs.length;
            int capacity = Math.max(sessionId + 1, before * 2);
            loggedIn = Arrays.copyOf(loggedIn, capacity);
            cancels = Arrays.copyOf(cancels, capacity);
            graceNs = Arrays.copyOf(graceNs, capacity);
            dueNs = Arrays.copyOf(dueNs, capacity);
            Arrays.fill(dueNs, before, capacity, NOT_ARMED);
        }
        highest = Math.max(highest, sessionId);
    }

    private static long[] filled(int capacity) {
        long[] times = new long[capacity];
        Arrays.fill(times, NOT_ARMED);
        return times;
    }
}
