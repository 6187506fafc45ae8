// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SamplerTest {
    private static final int COUNT = 1_000_000;

    @Test
    void oneInOneIsAll() {
        Sampler sampler = new Sampler(1);

        for (int i = 0; i < 100; i++) {
            assertThat(sampler.next()).isTrue();
        }
    }

    @Test
    void oneInSoManyIsThatOnAverage() {
        for (int oneIn : new int[] {2, 16, 64, 1_000}) {
            Sampler sampler = new Sampler(oneIn);

            int chosen = 0;
            for (int i = 0; i < COUNT; i++) {
                chosen += sampler.next() ? 1 : 0;
            }

            assertThat((double) COUNT / chosen).isCloseTo(oneIn, within(oneIn * 0.05));
        }
    }

    @Test
    void rhythmOfTheFlowIsNotMet() {
        // given a flow whose every eighth command is of a kind, and one in sixteen chosen
        Sampler sampler = new Sampler(16);
        int[] chosen = new int[8];

        // when
        for (int i = 0; i < COUNT; i++) {
            chosen[i % 8] += sampler.next() ? 1 : 0;
        }

        // then each place in the rhythm is chosen as often as another
        for (int count : chosen) {
            assertThat(count).isCloseTo(COUNT / 16 / 8, within(COUNT / 16 / 8 / 10));
        }
    }

    @Test
    void fewerThanOneCannotBeChosen() {
        assertThatThrownBy(() -> new Sampler(0)).hasMessage("one in 0 cannot be chosen");
    }
}
