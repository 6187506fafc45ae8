// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.arrival;

/** The times of a recording, faster or slower. */
public final class RecordedArrivals implements Arrivals {
    private final long[] timesNs;
    private final double speed;
    private int next;

    /**
     * @param timesNs rising; the first is the beginning
     * @param speed 2 for twice as fast
     */
    public RecordedArrivals(long[] timesNs, double speed) {
        this.timesNs = timesNs;
        this.speed = speed;
    }

    @Override
    public long nextNs() {
        if (next == timesNs.length) {
            return NONE;
        }
        return (long) ((timesNs[next++] - timesNs[0]) / speed);
    }
}
