// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.risk;

/**
 * The prices that an order may have around a reference (rule 6.6): edges inclusive, rounded inward
 * to ticks. Holds the edges of the last reference that it was set to.
 *
 * <p>Edges in ticks; references in mantissas. Owned by one match shard.
 */
public final class PriceBand {
    /** Parts in one whole: a band is given in millionths of the reference. */
    public static final long PPM = 1_000_000L;

    private final long tickSize;
    private final long bandPpm;
    private long lowest;
    private long highest;

    /**
     * @param tickSize mantissa, positive
     * @param bandPpm width to each side in millionths, positive
     */
    public PriceBand(long tickSize, long bandPpm) {
        this.tickSize = tickSize;
        this.bandPpm = bandPpm;
    }

    /** Computes the edges around a reference, mantissa, positive. */
    public void center(long reference) {
        lowest = lowerEdge(reference);
        highest = scaled(reference, PPM + bandPpm) / tickSize;
    }

    /** Lowest price allowed, ticks. */
    public long lowest() {
        return lowest;
    }

    /** Highest price allowed, ticks. */
    public long highest() {
        return highest;
    }

    /** True if a price in ticks lies within the edges. */
    public boolean contains(long price) {
        return price >= lowest && price <= highest;
    }

    private long lowerEdge(long reference) {
        if (bandPpm >= PPM) {
            return 0;
        }
        long parts = PPM - bandPpm;
        long floor = scaled(reference, parts);
        // (reference mod PPM) × parts stays far below 2^63.
        boolean exact = reference % PPM * parts % PPM == 0;
        long ticks = floor / tickSize;
        return exact && ticks * tickSize == floor ? ticks : ticks + 1;
    }

    /** reference × parts / PPM rounded down; saturates at the largest long. */
    private static long scaled(long reference, long parts) {
        long whole = reference / PPM;
        long rest = reference % PPM * parts / PPM;
        long high = Math.multiplyHigh(whole, parts);
        long low = whole * parts;
        long sum = low + rest;
        return high != 0 || low < 0 || sum < 0 ? Long.MAX_VALUE : sum;
    }
}
