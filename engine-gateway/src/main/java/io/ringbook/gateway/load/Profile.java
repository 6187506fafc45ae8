// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load;

/** How orders are spread over time. */
public sealed interface Profile {
    /** As the command line names it. */
    String text();

    /** Equal steps. */
    record Constant() implements Profile {
        @Override
        public String text() {
            return "constant";
        }
    }

    /**
     * A Hawkes process: {@link io.ringbook.gateway.load.arrival.HawkesArrivals}.
     *
     * @param branching orders that each one brings about by itself, on average; 0 to less than 1
     * @param decayNs how long that takes
     * @param seed of the random numbers
     */
    record Bursty(double branching, long decayNs, long seed) implements Profile {
        @Override
        public String text() {
            return "bursty";
        }
    }

    /**
     * The times of a command file.
     *
     * @param speed 2 for twice as fast
     */
    record Recorded(double speed) implements Profile {
        @Override
        public String text() {
            return "recorded";
        }
    }
}
