// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

/** Equal steps in time: when each piece of work is due. Immutable. */
public final class Schedule {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final long startNs;
    private final long perSecond;

    /**
     * @param startNs when piece 0 is due, {@code System.nanoTime}
     * @param perSecond pieces a second, at most 1,000,000
     */
    public Schedule(long startNs, long perSecond) {
        this.startNs = startNs;
        this.perSecond = perSecond;
    }

    /** When a piece is due; the error of the division does not add up. */
    public long dueNs(long index) {
        return startNs
                + index / perSecond * NS_PER_SECOND
                + index % perSecond * NS_PER_SECOND / perSecond;
    }

    /** Spins until a piece is due; returns at once when it is late. */
    public void await(long index) {
        long due = dueNs(index);
        while (System.nanoTime() - due < 0) {
            Thread.onSpinWait();
        }
    }
}
