// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.metrics;

/**
 * Chooses one command in so many, on average: the gaps between them are drawn from a fixed
 * pseudo-random sequence, so that no rhythm in the flow of commands (an order, its cancel, an
 * order, its cancel) has always the same kind chosen. One thread; allocates nothing.
 */
public final class Sampler {
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;

    private final long gaps;
    private long random = SEED;
    private long left = 1;

    /**
     * @param oneIn at least 1, which chooses all
     */
    public Sampler(int oneIn) {
        if (oneIn < 1) {
            throw new IllegalArgumentException("one in " + oneIn + " cannot be chosen");
        }
        // Gaps of 1 to this, all equally often, are oneIn on average.
        gaps = 2L * oneIn - 1;
    }

    /** True if the next command is one of them. */
    public boolean next() {
        if (--left > 0) {
            return false;
        }
        // Xorshift (Marsaglia, 2003).
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        left = 1 + Long.remainderUnsigned(random, gaps);
        return true;
    }
}
