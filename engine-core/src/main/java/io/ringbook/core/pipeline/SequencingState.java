// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.TimeInForce;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;

/**
 * Ingest's part of the state: last sequence, last sequenced time, armed expiries, and the
 * definition ids given out. A function of the sequenced commands, so that recovery rebuilds it.
 * Owned by the ingest thread.
 */
final class SequencingState {
    private long lastSequence;
    private long lastTimeNs;
    private boolean carryOverDue;
    private int instrumentCount;
    private int accountCount;
    private int sessionCount;
    private final TimerQueue timers = new TimerQueue();
    private final SessionTimers sessions = new SessionTimers();

    /** A command was sequenced, live or in replay. */
    void sequenced(Command command) {
        lastSequence = command.sequence;
        lastTimeNs = command.timeNs;
        switch (command.kind) {
            case ADD_INSTRUMENT -> instrumentCount++;
            case ADD_ACCOUNT -> accountCount++;
            case ADD_SESSION -> sessionCount++;
            default -> {}
        }
        if (arms(command)) {
            timers.arm(command.expireNs);
            return;
        }
        switch (command.kind) {
            case TIME -> timers.disarmUpTo(command.expireNs);
            case END_OF_DAY -> carryOverDue = true;
            case LOGIN ->
                    sessions.login(command.sessionId, command.cancelOnDisconnect, command.graceNs);
            case LOGOFF -> sessions.logoff(command.sessionId, command.timeNs);
            case DISCONNECT -> sessions.disconnected(command.sessionId);
            default -> {}
        }
    }

    /** True if a command, whatever becomes of it, may leave an order that expires (rule 2.2). */
    static boolean arms(Command command) {
        boolean mayExpire =
                command.kind == CommandKind.REPLACE_ORDER
                        || (command.kind == CommandKind.NEW_ORDER
                                && command.tif == TimeInForce.GTD.code());
        return mayExpire && command.expireNs > command.timeNs;
    }

    /** The latest armed expiry up to a time; one must be due. */
    long latestTimerUpTo(long timeNs) {
        return timers.latestUpTo(timeNs);
    }

    /** True if no more expiries can be held. */
    boolean isFullOfTimers() {
        return timers.isFull();
    }

    int instrumentCount() {
        return instrumentCount;
    }

    int accountCount() {
        return accountCount;
    }

    int sessionCount() {
        return sessionCount;
    }

    long lastSequence() {
        return lastSequence;
    }

    long lastTimeNs() {
        return lastTimeNs;
    }

    /** Earliest armed expiry, or {@link Long#MAX_VALUE}. */
    long nextTimerNs() {
        return timers.earliest();
    }

    SessionTimers sessions() {
        return sessions;
    }

    /** True after an end of day until its carry-over is whole. */
    boolean isCarryOverDue() {
        return carryOverDue;
    }

    /** The carry-over is whole. */
    void dayChanged() {
        carryOverDue = false;
    }

    void save(StateWriter out, boolean forNextDay) {
        out.putByte((byte) (carryOverDue && !forNextDay ? 1 : 0));
        out.putInt(instrumentCount);
        out.putInt(accountCount);
        out.putInt(sessionCount);
        out.putLong(lastSequence);
        out.putLong(lastTimeNs);
        timers.save(out);
        sessions.save(out);
    }

    void load(StateReader in) {
        carryOverDue = in.getByte() != 0;
        instrumentCount = in.getInt();
        accountCount = in.getInt();
        sessionCount = in.getInt();
        lastSequence = in.getLong();
        lastTimeNs = in.getLong();
        timers.load(in);
        sessions.load(in);
    }
}
