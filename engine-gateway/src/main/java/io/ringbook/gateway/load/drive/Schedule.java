// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.drive;

import io.ringbook.gateway.load.arrival.Arrivals;

/**
 * What is due when, and in which session: fixed before the first command goes out. Times are
 * nanoseconds from the beginning. One thread, once.
 */
public final class Schedule {
    /** Due when there is nothing any more. */
    public static final long NONE = Arrivals.NONE;

    private final Arrivals arrivals;
    private final int[] turns;
    private final int sessionCount;
    private final long warmUpNs;
    private final long endNs;
    private long index;
    private long dueNs;

    private Schedule(
            Arrivals arrivals, int[] turns, int sessionCount, long warmUpNs, long measuredNs) {
        this.arrivals = arrivals;
        this.turns = turns;
        this.sessionCount = sessionCount;
        this.warmUpNs = warmUpNs;
        this.endNs = warmUpNs + measuredNs;
        draw();
    }

    /** The sessions take turns. */
    public static Schedule inTurns(
            Arrivals arrivals, int sessionCount, long warmUpNs, long measuredNs) {
        return new Schedule(arrivals, null, sessionCount, warmUpNs, measuredNs);
    }

    /**
     * A recording says whose turn it is.
     *
     * @param turns indexes of sessions, one for each arrival
     */
    public static Schedule recorded(
            Arrivals arrivals, int[] turns, long warmUpNs, long measuredNs) {
        return new Schedule(arrivals, turns, 0, warmUpNs, measuredNs);
    }

    /** When the next is due, or {@link #NONE}. */
    long dueNs() {
        return dueNs;
    }

    /** Which session sends it. */
    int session() {
        return turns == null ? (int) (index % sessionCount) : turns[(int) index];
    }

    /** The next has been dealt with. */
    void advance() {
        index++;
        draw();
    }

    /** True if what is due then counts. */
    boolean isMeasured(long ns) {
        return ns >= warmUpNs && ns < endNs;
    }

    /** When the measured time begins. */
    public long warmUpNs() {
        return warmUpNs;
    }

    /** How long the measured time is. */
    public long measuredNs() {
        return endNs - warmUpNs;
    }

    private void draw() {
        long ns = arrivals.nextNs();
        dueNs = ns < endNs ? ns : NONE;
    }
}
