// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.arrival;

import java.util.SplittableRandom;

/**
 * Bursts: a Hawkes process, in which each order makes further ones likelier for a while. Its
 * intensity is
 *
 * <pre>
 *  λ(t) = μ + Σ over the orders before t of  n·β·exp(−β·(t − tᵢ))
 * </pre>
 *
 * where the branching ratio n is how many orders each one brings about by itself on average, 1/β is
 * how long that takes, and μ = rate·(1 − n), so that the mean rate is the one asked for. Orders
 * come in families of 1/(1 − n) on average; the count in a long time T has the variance rate·T/(1 −
 * n)², against rate·T of a Poisson process.
 *
 * <p>Drawn exactly, two uniform numbers an order, without thinning: Dassios and Zhao, "Exact
 * simulation of Hawkes process with exponentially decaying intensity", Electronic Communications in
 * Probability 18 (2013).
 */
public final class HawkesArrivals implements Arrivals {
    private static final double NS_PER_SECOND = 1e9;

    private final SplittableRandom random;

    /** μ, per nanosecond. */
    private final double baseline;

    /** β, per nanosecond. */
    private final double decay;

    /** n·β: what an order adds to the intensity. */
    private final double jump;

    private double nowNs;

    /** What earlier orders add to the intensity now. */
    private double excess;

    /**
     * @param perSecond orders a second on average
     * @param branching n, from 0 to less than 1
     * @param decayNs 1/β
     * @param seed of the random numbers
     */
    public HawkesArrivals(long perSecond, double branching, long decayNs, long seed) {
        if (perSecond < 1 || !(branching >= 0 && branching < 1) || decayNs < 1) {
            throw new IllegalArgumentException(
                    "orders a second "
                            + perSecond
                            + ", branching ratio "
                            + branching
                            + ", decay "
                            + decayNs
                            + " ns");
        }
        this.random = new SplittableRandom(seed);
        this.baseline = perSecond / NS_PER_SECOND * (1 - branching);
        this.decay = 1.0 / decayNs;
        this.jump = branching * decay;
        // The mean of what earlier orders add: it begins as if it had always gone on.
        this.excess = perSecond / NS_PER_SECOND * branching;
    }

    @Override
    public long nextNs() {
        double waitNs = -Math.log(1 - random.nextDouble()) / baseline;
        if (excess > 0) {
            // The wait for one that an earlier order brings about; without end if this is negative.
            double left = 1 + decay * Math.log(1 - random.nextDouble()) / excess;
            if (left > 0) {
                waitNs = Math.min(waitNs, -Math.log(left) / decay);
            }
        }
        nowNs += waitNs;
        excess = excess * Math.exp(-decay * waitNs) + jump;
        return (long) nowNs;
    }
}
