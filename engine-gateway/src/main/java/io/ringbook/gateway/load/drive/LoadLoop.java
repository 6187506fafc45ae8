// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.drive;

import io.ringbook.gateway.client.protocol.DrivenSession;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.load.measure.Latencies;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The one thread of all sessions of a load. What is due is sent at its time whether or not what
 * went before has been answered; only {@link InFlight#CAPACITY} unanswered commands of a session
 * make it wait, and then too latency counts from when a command was due.
 */
public final class LoadLoop implements AutoCloseable {
    private static final long TICK_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long SLEEP_MS = 10;
    private static final long LEAD_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LOGIN_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long QUIET_NS = TimeUnit.SECONDS.toNanos(10);

    /** In place of a time. */
    private static final long NOTHING_DUE = Long.MAX_VALUE;

    /** Commands sent before it looks for answers again. */
    private static final int BATCH = 64;

    /** Unanswered commands while books are filled and emptied. */
    private static final int UNHURRIED = 32;

    private final LoadSession[] sessions;
    private final Selector selector;
    private final Pacer pacer;
    private final Consumer<SelectionKey> receive = this::receive;
    private long nowNs;
    private long lastTickNs;
    private volatile boolean stopping;

    /**
     * @param sessions of this selector; not logged in yet
     */
    public LoadLoop(List<LoadSession> sessions, Selector selector, LoadWait wait) {
        this.sessions = sessions.toArray(LoadSession[]::new);
        this.selector = selector;
        this.pacer = wait == LoadWait.SPIN ? null : new Pacer(selector::wakeup);
        this.nowNs = System.nanoTime();
        this.lastTickNs = nowNs;
    }

    /** Ends the step that is under way, and lets none begin. Any thread. */
    public void stop() {
        stopping = true;
        selector.wakeup();
    }

    /**
     * Logs all sessions in.
     *
     * @throws Fault if there is no server, or it refuses
     */
    public void logIn() {
        long endNs = System.nanoTime() + LOGIN_NS;
        for (LoadSession session : sessions) {
            session.session().onTime(nowNs);
        }
        while (!allReady() && !stopping) {
            turn(NOTHING_DUE);
            requireWhole();
            if (nowNs - endNs > 0) {
                throw new Fault("the server does not answer the logins");
            }
        }
    }

    private void requireWhole() {
        String failure = failure();
        if (failure != null) {
            throw new Fault(failure);
        }
    }

    private boolean allReady() {
        for (LoadSession session : sessions) {
            if (!session.isReady()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Sends what has to come before the first step.
     *
     * @throws Fault if a session was cut
     */
    public void prepare() {
        sendUnhurried(LoadSession::sendPreparation, false);
        requireWhole();
    }

    /** Cancels what is left of the sessions' orders, as far as they are there. */
    public void cancelAll() {
        sendUnhurried(LoadSession::sendCancel, true);
    }

    private void sendUnhurried(Sending sending, boolean evenIfStopping) {
        Tally unread = new Tally();
        for (LoadSession session : sessions) {
            session.begin(null, unread);
            boolean more = true;
            while (more || session.inFlightCount() > 0) {
                if (failure() != null
                        || (stopping && !evenIfStopping)
                        || session.behindNs(nowNs) > QUIET_NS) {
                    return;
                }
                while (more && session.inFlightCount() < UNHURRIED) {
                    more = sending.send(session, nowNs);
                }
                turn(NOTHING_DUE);
            }
        }
    }

    /**
     * Runs a step, once everything before it was answered.
     *
     * @param closed true to send a command only when the one before it was answered, and to count
     *     from when it was sent: how a load should not be made
     * @param mostBehindNs how late a command may go out, or be answered, before it is not worth
     *     going on
     */
    public StepEnd run(
            Schedule schedule,
            Latencies latencies,
            Tally tally,
            boolean closed,
            long mostBehindNs) {
        drain(QUIET_NS);
        for (LoadSession session : sessions) {
            session.begin(latencies, tally);
        }
        nowNs = System.nanoTime();
        StepEnd end = send(schedule, tally, nowNs + LEAD_NS, closed, mostBehindNs);
        if (end == StepEnd.DONE) {
            end = drain(mostBehindNs);
        }
        nowNs = System.nanoTime();
        for (LoadSession session : sessions) {
            session.giveUp(nowNs);
        }
        tally.end(nowNs);
        return end;
    }

    private StepEnd send(
            Schedule schedule, Tally tally, long startNs, boolean closed, long mostBehindNs) {
        tally.begin(startNs + schedule.warmUpNs(), schedule.measuredNs());
        while (schedule.dueNs() != Schedule.NONE) {
            int sent =
                    closed
                            ? sendClosed(schedule, tally, startNs)
                            : sendDue(schedule, tally, startNs);
            turn(
                    sent > 0 || schedule.dueNs() == Schedule.NONE
                            ? nowNs
                            : startNs + schedule.dueNs());
            if (failure() != null) {
                return StepEnd.CUT;
            }
            if (stopping) {
                return StepEnd.STOPPED;
            }
            if (closed && nowNs - startNs > schedule.warmUpNs() + schedule.measuredNs()) {
                return StepEnd.DONE;
            }
            long lateNs = closed ? 0 : nowNs - startNs - schedule.dueNs();
            if (lateNs > mostBehindNs || behindNs() > mostBehindNs) {
                return StepEnd.OVERLOADED;
            }
        }
        return StepEnd.DONE;
    }

    /** Sends what is due by now, up to a batch; how much that was. */
    private int sendDue(Schedule schedule, Tally tally, long startNs) {
        int sent = 0;
        while (sent < BATCH && schedule.dueNs() <= nowNs - startNs) {
            LoadSession session = sessions[schedule.session()];
            if (!session.hasRoom()) {
                break;
            }
            boolean measured = schedule.isMeasured(schedule.dueNs());
            if (measured) {
                tally.onDue();
            }
            session.sendNext(startNs + schedule.dueNs(), measured);
            schedule.advance();
            sent++;
        }
        return sent;
    }

    /** Sends one if it is due and the one before it was answered; it counts from now. */
    private int sendClosed(Schedule schedule, Tally tally, long startNs) {
        LoadSession session = sessions[schedule.session()];
        if (schedule.dueNs() > nowNs - startNs || session.inFlightCount() > 0) {
            return 0;
        }
        boolean measured = schedule.isMeasured(nowNs - startNs);
        if (measured) {
            tally.onDue();
        }
        session.sendNext(nowNs, measured);
        schedule.advance();
        return 1;
    }

    /** Waits for what is under way. */
    private StepEnd drain(long mostBehindNs) {
        while (inFlightCount() > 0) {
            turn(NOTHING_DUE);
            if (failure() != null) {
                return StepEnd.CUT;
            }
            if (stopping) {
                return StepEnd.STOPPED;
            }
            if (behindNs() > mostBehindNs) {
                return StepEnd.UNANSWERED;
            }
        }
        return StepEnd.DONE;
    }

    /** Says goodbye; what was cut is left. */
    public void logOut() {
        long endNs = System.nanoTime() + QUIET_NS;
        boolean open = true;
        while (open && nowNs - endNs < 0) {
            open = false;
            for (LoadSession session : sessions) {
                if (!session.session().hasEnded()) {
                    session.session().close(nowNs);
                    open |= !session.session().hasEnded();
                }
            }
            turn(NOTHING_DUE);
        }
    }

    /**
     * Writes what was sent, reads what has come, and lets the sessions look at the clock.
     *
     * @param untilNs until when it may wait for something to come
     */
    private void turn(long untilNs) {
        for (LoadSession session : sessions) {
            session.flush(nowNs);
        }
        try {
            if (pacer != null && untilNs - nowNs > 0) {
                if (untilNs != NOTHING_DUE) {
                    pacer.wakeAt(untilNs);
                }
                selector.select(receive, SLEEP_MS);
            } else if (sessions.length == 1) {
                sessions[0].session().receive(System.nanoTime());
                Thread.onSpinWait();
            } else {
                selector.selectNow(receive);
            }
        } catch (IOException e) {
            throw new Fault("the selector failed: " + e.getMessage(), e);
        }
        nowNs = System.nanoTime();
        if (nowNs - lastTickNs >= TICK_NS) {
            lastTickNs = nowNs;
            for (LoadSession session : sessions) {
                session.session().onTime(nowNs);
            }
        }
    }

    private void receive(SelectionKey key) {
        DrivenSession.of(key).receive(System.nanoTime());
    }

    private int inFlightCount() {
        int count = 0;
        for (LoadSession session : sessions) {
            count += session.inFlightCount();
        }
        return count;
    }

    private long behindNs() {
        long most = 0;
        for (LoadSession session : sessions) {
            most = Math.max(most, session.behindNs(nowNs));
        }
        return most;
    }

    /** Why a session is over, or null while all go on. */
    public String failure() {
        for (LoadSession session : sessions) {
            if (session.failure() != null) {
                return session.failure();
            }
        }
        return null;
    }

    @Override
    public void close() {
        for (LoadSession session : sessions) {
            session.session().abandon();
        }
        if (pacer != null) {
            pacer.close();
        }
    }

    /** Sends one of the commands of a kind, if there is one. */
    @FunctionalInterface
    private interface Sending {
        boolean send(LoadSession session, long nowNs);
    }
}
