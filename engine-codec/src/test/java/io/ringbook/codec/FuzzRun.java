// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec;

import java.util.concurrent.TimeUnit;

/**
 * Runs a random test for a bounded time, each round with a seed of its own. A round that fails says
 * its seed and how to run it alone: {@code -Dringbook.fuzz.seed=N}. The first seed is fixed unless
 * {@code -Dringbook.fuzz.first=N} gives another.
 */
public final class FuzzRun {
    /** One round, a function of its seed. */
    @FunctionalInterface
    public interface Round {
        void run(long seed) throws Exception;
    }

    private static final long BUDGET_NS = TimeUnit.MILLISECONDS.toNanos(2_500);
    private static final int LEAST_ROUNDS = 20_000;

    private FuzzRun() {}

    /** Runs rounds until the time is used up, but at least {@value #LEAST_ROUNDS}. */
    public static void run(String name, Round round) throws Exception {
        Long only = Long.getLong("ringbook.fuzz.seed");
        if (only != null) {
            round.run(only);
            return;
        }
        long first = Long.getLong("ringbook.fuzz.first", 1);
        long start = System.nanoTime();
        long seed = first;
        while (seed - first < LEAST_ROUNDS || System.nanoTime() - start < BUDGET_NS) {
            try {
                round.run(seed);
            } catch (Exception | AssertionError failure) {
                throw new AssertionError(
                        name + " fails; run it again with -Dringbook.fuzz.seed=" + seed, failure);
            }
            seed++;
        }
        System.out.println(name + ": seeds " + first + " to " + (seed - 1));
    }
}
