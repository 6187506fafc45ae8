// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScheduleTest {
    @Test
    void aRateThatDoesNotDivideASecondDoesNotDriftAway() {
        // given
        Schedule schedule = new Schedule(1_000, 300_007);

        // when
        long due = schedule.dueNs(300_007L * 3_600 + 1);

        // then
        assertThat(due).isEqualTo(1_000 + 3_600_000_000_000L + 1_000_000_000L / 300_007);
    }

    @Test
    void latencyCountsFromWhenWorkWasDueAndNotWithinTheWarmUp() {
        // given
        Latencies latencies = new Latencies(1);
        long dueNs = System.nanoTime() - 5_000_000;

        // when
        latencies.done(0, dueNs);
        latencies.done(1, dueNs);

        // then
        assertThat(latencies.histogram().getTotalCount()).isEqualTo(1);
        assertThat(latencies.histogram().getMaxValue())
                .isGreaterThanOrEqualTo(4_990_000)
                .isLessThan(60_000_000_000L);
    }
}
