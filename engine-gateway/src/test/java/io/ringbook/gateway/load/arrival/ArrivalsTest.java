// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);

    @Test
    void constantStepsDoNotDriftWhateverTheRate() {
        for (long rate : new long[] {1, 3, 7_000, 999_999}) {
            ConstantArrivals arrivals = new ConstantArrivals(rate);
            for (long i = 0; i < 2 * rate; i++) {
                assertThat(arrivals.nextNs())
                        .isEqualTo(i / rate * SECOND + i % rate * SECOND / rate);
            }
            assertThat(arrivals.nextNs()).isEqualTo(2 * SECOND);
        }
    }

    @Test
    void burstsHaveTheRateAskedForOnAverage() {
        HawkesArrivals arrivals = new HawkesArrivals(10_000, 0.8, MS, 1);

        long count = countUntil(arrivals, 100 * SECOND);

        // A standard deviation is 0.5 %: sqrt(1,000,000) / (1 - 0.8) = 5,000.
        assertThat(count).isCloseTo(1_000_000, within(15_000L));
    }

    @Test
    void burstsVaryAsTheBranchingRatioSays() {
        // Windows of 100 decays; variance over mean is 1 / (1 - n)².
        assertThat(dispersion(new HawkesArrivals(10_000, 0.0, MS, 2))).isBetween(0.9, 1.1);
        assertThat(dispersion(new HawkesArrivals(10_000, 0.5, MS, 2))).isBetween(3.5, 4.5);
        assertThat(dispersion(new HawkesArrivals(10_000, 0.8, MS, 2))).isBetween(21.0, 29.0);
    }

    @Test
    void sameSeedGivesTheSameBurstsAndAnotherOneOthers() {
        HawkesArrivals one = new HawkesArrivals(1_000, 0.8, MS, 7);
        HawkesArrivals same = new HawkesArrivals(1_000, 0.8, MS, 7);
        HawkesArrivals other = new HawkesArrivals(1_000, 0.8, MS, 8);
        int differences = 0;
        for (int i = 0; i < 1_000; i++) {
            long ns = one.nextNs();
            assertThat(same.nextNs()).isEqualTo(ns);
            differences += other.nextNs() == ns ? 0 : 1;
        }
        assertThat(differences).isGreaterThan(900);
    }

    @Test
    void branchingRatioOfOneIsRefusedBecauseItsBurstsNeverEnd() {
        assertThatThrownBy(() -> new HawkesArrivals(1_000, 1.0, MS, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recordedTimesKeepTheirDistancesAtAnySpeed() {
        RecordedArrivals arrivals = new RecordedArrivals(new long[] {500, 500, 900, 2_500}, 2);

        assertThat(new long[] {arrivals.nextNs(), arrivals.nextNs(), arrivals.nextNs()})
                .containsExactly(0, 0, 200);
        assertThat(arrivals.nextNs()).isEqualTo(1_000);
        assertThat(arrivals.nextNs()).isEqualTo(Arrivals.NONE);
        assertThat(arrivals.nextNs()).isEqualTo(Arrivals.NONE);
    }

    private static long countUntil(Arrivals arrivals, long endNs) {
        long count = 0;
        long lastNs = 0;
        for (long ns = arrivals.nextNs(); ns < endNs; ns = arrivals.nextNs()) {
            assertThat(ns >= lastNs).isTrue();
            lastNs = ns;
            count++;
        }
        return count;
    }

    /** Variance over mean of the counts in 2,000 windows of 100 ms. */
    private static double dispersion(Arrivals arrivals) {
        int windows = 2_000;
        double[] counts = new double[windows];
        for (long ns = arrivals.nextNs(); ns < windows * 100L * MS; ns = arrivals.nextNs()) {
            counts[(int) (ns / (100 * MS))]++;
        }
        double sum = 0;
        double squares = 0;
        for (double count : counts) {
            sum += count;
            squares += count * count;
        }
        double mean = sum / windows;
        return (squares / windows - mean * mean) / mean;
    }
}
