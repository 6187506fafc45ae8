// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.arrival;

/** Equal steps in time. */
public final class ConstantArrivals implements Arrivals {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final long perSecond;
    private long wholeSeconds;
    private long inSecond;

    /**
     * @param perSecond orders a second, 1 to 1,000,000,000
     */
    public ConstantArrivals(long perSecond) {
        if (perSecond < 1 || perSecond > NS_PER_SECOND) {
            throw new IllegalArgumentException("orders a second are " + perSecond);
        }
        this.perSecond = perSecond;
    }

    /** The error of the division does not add up. */
    @Override
    public long nextNs() {
        long dueNs = wholeSeconds * NS_PER_SECOND + inSecond * NS_PER_SECOND / perSecond;
        inSecond++;
        if (inSecond == perSecond) {
            inSecond = 0;
            wholeSeconds++;
        }
        return dueNs;
    }
}
