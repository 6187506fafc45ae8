// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.pipeline;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.record.CarryOverCodec;
import io.ringbook.core.record.CommandEncoder;
import io.ringbook.core.record.DefinitionCodec;
import io.ringbook.core.state.StateWriter;

/**
 * The sequencer: gives every command its sequence and time, and puts those commands between them
 * that time and large operations need (TIME, DISCONNECT, CONTINUE, carry-over).
 *
 * <p>After a command that may not fit one record it waits for match and sequences CONTINUE until it
 * is done, so that nothing comes in between (ADR 0010). One thread, the ring's producer; the
 * caller's command is read during the call only.
 */
public final class Ingest {
    /**
     * Returned when the journal has no room, or no more expiries can be held: the command was not
     * sequenced and has changed nothing.
     */
    public static final long NOT_SEQUENCED = 0;

    /** Most instruments, accounts or sessions: a phase of all instruments must fit one record. */
    public static final int MAX_DEFINITIONS = 65_535;

    /** An id that nobody has. */
    private static final int NOBODY = -1;

    private static final int MAX_TIMES_AT_ONCE = 256;

    private final EngineState state;
    private final SequencingState sequencing;
    private final StageRunner runner;
    private final RoomGate roomGate;
    private final Arrivals arrivals;
    private final Command internal = new Command();
    private final OwnerThread thread = new OwnerThread();

    Ingest(EngineState state, StageRunner runner, RoomGate roomGate, Arrivals arrivals) {
        this.state = state;
        this.sequencing = state.sequencing();
        this.runner = runner;
        this.roomGate = roomGate;
        this.arrivals = arrivals;
    }

    /**
     * Sequences a command.
     *
     * @param command its sequence and time are set here
     * @param timeNs epoch nanoseconds, not before the last
     * @return its sequence, or {@link #NOT_SEQUENCED}
     * @throws IllegalArgumentException if time goes back, the kind is not one that is submitted, or
     *     the session is not known
     * @throws EngineStoppedException if a stage has failed or the engine is closed
     */
    public long submit(Command command, long timeNs) {
        return submit(command, timeNs, null, null);
    }

    /**
     * Sequences a command that may name something unknown.
     *
     * @param symbol what the sender called the instrument, when its id is 0; else null
     * @param account what the sender called the account, when its id is 0; else null
     */
    public long submit(Command command, long timeNs, CharSequence symbol, CharSequence account) {
        assert thread.isCurrent() : "another thread has the ingest";
        arrivals.submitted();
        check(command);
        if (command.kind == CommandKind.MASS_CANCEL) {
            // 0 would mean all of them, and what nobody knows is not all.
            command.instrumentId = symbol == null ? command.instrumentId : NOBODY;
            command.accountId = account == null ? command.accountId : NOBODY;
        }
        boolean ofAll = command.kind == CommandKind.PHASE_CHANGE && command.instrumentId == 0;
        if (!open(timeNs) || isTooMuch(command, timeNs) || (ofAll && !openForPhases())) {
            return NOT_SEQUENCED;
        }
        long sequence = sequence(command, timeNs, symbol, account);
        if (MatchStage.isWide(command.kind)) {
            continueUntilDone();
        }
        if (command.kind == CommandKind.END_OF_DAY) {
            carryOver();
        } else if (command.kind == CommandKind.LOGOFF) {
            fireDue(timeNs);
        } else if (ofAll) {
            runner.awaitPublished();
        }
        return sequence;
    }

    /** What a door must have made sure of; anything else would stop a stage. */
    private void check(Command command) {
        switch (command.kind) {
            case NEW_ORDER,
                    CANCEL_ORDER,
                    REPLACE_ORDER,
                    REDUCE_ORDER,
                    MASS_CANCEL,
                    LOGIN,
                    LOGOFF -> {
                if (command.sessionId < 1 || command.sessionId > sequencing.sessionCount()) {
                    throw new IllegalArgumentException(
                            "session id " + command.sessionId + " is not known");
                }
            }
            case MARKET_TICK, PHASE_CHANGE, END_OF_DAY -> {}
            default ->
                    throw new IllegalArgumentException(
                            command.kind + " is made by ingest, not submitted");
        }
    }

    private boolean isTooMuch(Command command, long timeNs) {
        command.timeNs = timeNs;
        return SequencingState.arms(command) && sequencing.isFullOfTimers();
    }

    private boolean openForPhases() {
        runner.awaitPublished();
        return roomGate.admitsPhases(sequencing.instrumentCount(), state.liveOrders());
    }

    /**
     * Sequences the adding of an instrument.
     *
     * @throws IllegalArgumentException if its id is not the next
     */
    public long add(Instrument instrument, long timeNs) {
        assert thread.isCurrent() : "another thread has the ingest";
        requireNext("instrument", instrument.instrumentId(), sequencing.instrumentCount());
        if (!open(timeNs)) {
            return NOT_SEQUENCED;
        }
        next(CommandKind.ADD_INSTRUMENT, timeNs);
        Slot slot = runner.claim();
        DefinitionCodec.encode(instrument, internal.sequence, timeNs, slot.record);
        return send(internal, slot);
    }

    /**
     * Sequences the adding of an account.
     *
     * @throws IllegalArgumentException if its id is not the next
     */
    public long add(Account account, long timeNs) {
        assert thread.isCurrent() : "another thread has the ingest";
        requireNext("account", account.accountId(), sequencing.accountCount());
        if (!open(timeNs)) {
            return NOT_SEQUENCED;
        }
        next(CommandKind.ADD_ACCOUNT, timeNs);
        Slot slot = runner.claim();
        DefinitionCodec.encode(account, internal.sequence, timeNs, slot.record);
        return send(internal, slot);
    }

    /**
     * Sequences the adding of a session.
     *
     * @throws IllegalArgumentException if its id is not the next
     */
    public long add(Session session, long timeNs) {
        assert thread.isCurrent() : "another thread has the ingest";
        requireNext("session", session.sessionId(), sequencing.sessionCount());
        if (!open(timeNs)) {
            return NOT_SEQUENCED;
        }
        next(CommandKind.ADD_SESSION, timeNs);
        Slot slot = runner.claim();
        DefinitionCodec.encode(session, internal.sequence, timeNs, slot.record);
        return send(internal, slot);
    }

    private static void requireNext(String what, int id, int count) {
        if (id != count + 1 || id > MAX_DEFINITIONS) {
            throw new IllegalArgumentException(
                    what
                            + " id "
                            + id
                            + " is not the next; ids rise by one, and this one would be "
                            + (count + 1)
                            + " of at most "
                            + MAX_DEFINITIONS);
        }
    }

    /**
     * Lets time go on without a command: sequences what is due by now. For an idle ingest thread.
     *
     * @return false if the journal has no room, so that it must be tried again
     */
    public boolean onTime(long nowNs) {
        assert thread.isCurrent() : "another thread has the ingest";
        long timeNs = Math.max(nowNs, sequencing.lastTimeNs());
        return fireDue(timeNs);
    }

    /**
     * After a start: logs off every session that was logged in when the process stopped, so that
     * the grace of each begins now (rule 7.1).
     *
     * @return false if the journal has no room, so that it must be tried again
     */
    public boolean logOffAll(long nowNs) {
        assert thread.isCurrent() : "another thread has the ingest";
        long timeNs = Math.max(nowNs, sequencing.lastTimeNs());
        SessionTimers sessions = sequencing.sessions();
        for (int id = 1; id <= sessions.highestSession(); id++) {
            if (sessions.isLoggedIn(id)) {
                if (!open(timeNs)) {
                    return false;
                }
                next(CommandKind.LOGOFF, timeNs);
                internal.sessionId = id;
                sequence(internal, timeNs, null, null);
            }
        }
        return true;
    }

    /** Told when frames come in, so that stages are timed from there. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** Waits until all that was submitted is in the journal and published. */
    public void awaitPublished() {
        runner.awaitPublished();
    }

    /** Sequenced time of the last command, epoch nanoseconds. */
    public long lastTimeNs() {
        return sequencing.lastTimeNs();
    }

    /** Sequence of the last command, 0 before the first. */
    public long lastSequence() {
        return sequencing.lastSequence();
    }

    /** Goes on with what a stopped process left half done. Called once at the start. */
    void resume() {
        continueUntilDone();
        if (sequencing.isCarryOverDue()) {
            carryOver();
        }
    }

    /** Makes way for a command at a time; false if the journal has no room. */
    private boolean open(long timeNs) {
        if (timeNs < sequencing.lastTimeNs()) {
            throw new IllegalArgumentException(
                    "time goes back from " + sequencing.lastTimeNs() + " to " + timeNs + " ns");
        }
        return fireDue(timeNs) && roomGate.admits(runner.inFlight(), state.liveOrders());
    }

    /**
     * Sequences what time has brought, in its order: one TIME for each expiry, one DISCONNECT for
     * each session whose grace has passed. When very many expiries have passed since the last
     * command, the rest goes with the last of them, so that one command costs a bounded number of
     * others.
     */
    private boolean fireDue(long timeNs) {
        for (int fired = 0; isDue(nextDueNs(), timeNs); fired++) {
            if (!roomGate.admits(runner.inFlight(), state.liveOrders())) {
                return false;
            }
            long cutNs = sequencing.sessions().earliestNs();
            if (sequencing.nextTimerNs() <= cutNs) {
                long dueNs =
                        fired < MAX_TIMES_AT_ONCE
                                ? sequencing.nextTimerNs()
                                : sequencing.latestTimerUpTo(Math.min(timeNs, cutNs));
                next(CommandKind.TIME, Math.max(dueNs, sequencing.lastTimeNs()));
                internal.expireNs = dueNs;
            } else {
                next(CommandKind.DISCONNECT, Math.max(cutNs, sequencing.lastTimeNs()));
                internal.sessionId = sequencing.sessions().earliestSession();
            }
            sequence(internal, internal.timeNs, null, null);
            continueUntilDone();
        }
        return true;
    }

    private long nextDueNs() {
        return Math.min(sequencing.nextTimerNs(), sequencing.sessions().earliestNs());
    }

    private static boolean isDue(long dueNs, long timeNs) {
        return dueNs <= timeNs && dueNs != Long.MAX_VALUE;
    }

    private long sequence(Command command, long timeNs, CharSequence symbol, CharSequence account) {
        command.sequence = sequencing.lastSequence() + 1;
        command.timeNs = timeNs;
        Slot slot = runner.claim();
        CommandEncoder.encode(command, symbol, account, slot.record);
        return send(command, slot);
    }

    private long send(Command command, Slot slot) {
        sequencing.sequenced(command);
        arrivals.sent(slot, command == internal);
        runner.publish();
        return command.sequence;
    }

    private void next(CommandKind kind, long timeNs) {
        arrivals.internal();
        internal.reset();
        internal.kind = kind;
        internal.sequence = sequencing.lastSequence() + 1;
        internal.timeNs = timeNs;
    }

    private void continueUntilDone() {
        runner.awaitMatched();
        while (state.pendingSequence() != 0) {
            next(CommandKind.CONTINUE, sequencing.lastTimeNs());
            internal.originSequence = state.pendingSequence();
            sequence(internal, internal.timeNs, null, null);
            runner.awaitMatched();
        }
    }

    /** Opens the next day with what outlives this one (rule 7.6). */
    private void carryOver() {
        runner.awaitPublished();
        StateWriter image = new StateWriter();
        state.saveForNextDay(image);
        long hash = StateImage.hash(image.buffer(), image.length());
        int parts = CarryOverCodec.parts(image.length());
        roomGate.awaitRoomForState(image.length(), parts);
        for (int part = 0; part < parts; part++) {
            next(CommandKind.CARRY_OVER, sequencing.lastTimeNs());
            Slot slot = runner.claim();
            CarryOverCodec.encode(
                    image.buffer(),
                    image.length(),
                    part,
                    hash,
                    internal.sequence,
                    internal.timeNs,
                    slot.record);
            send(internal, slot);
        }
        sequencing.dayChanged();
        runner.awaitPublished();
    }
}
