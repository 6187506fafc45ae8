// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SequencedClockTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long START_NS = 1_700_000_000L * SECOND_NS;

    private long wallNs = START_NS;
    private long monotonicNs = 77;

    @Test
    void timeGoesOnBehindTheLastJournaledTime() {
        SequencedClock clock = clock(START_NS + 5 * SECOND_NS);

        assertThat(clock.nowNs()).isEqualTo(START_NS + 5 * SECOND_NS + 1);
    }

    @Test
    void wallThatJumpsBackDoesNotTakeTimeBack() {
        SequencedClock clock = clock(0);
        long last = clock.nowNs();

        for (int i = 0; i < 100; i++) {
            wallNs -= SECOND_NS;
            monotonicNs += 1 + i * 50_000_000L;
            long nowNs = clock.nowNs();
            assertThat(nowNs).isGreaterThan(last);
            last = nowNs;
        }
    }

    @Test
    void smallDifferenceIsMadeGoodInSeconds() {
        SequencedClock clock = clock(0);
        wallNs += 1_000_000;

        run(clock, 5);

        assertThat(clock.nowNs()).isBetween(wallNs - 1_000, wallNs + 1_000);
    }

    @Test
    void largeDifferenceIsSlewedByABoundedRate() {
        SequencedClock clock = clock(0);
        wallNs += 3_600 * SECOND_NS;
        run(clock, 1);
        long beforeNs = clock.nowNs();

        run(clock, 10);

        assertThat(clock.nowNs() - beforeNs - 10 * SECOND_NS)
                .isEqualTo(10L * SequencedClock.MAX_SLEW_PPM * 1_000);
    }

    private SequencedClock clock(long lastNs) {
        return new SequencedClock(() -> wallNs, () -> monotonicNs, lastNs);
    }

    private void run(SequencedClock clock, int seconds) {
        for (int i = 0; i < seconds; i++) {
            wallNs += SECOND_NS;
            monotonicNs += SECOND_NS;
            clock.nowNs();
        }
    }
}
