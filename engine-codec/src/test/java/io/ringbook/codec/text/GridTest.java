// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GridTest {
    @Test
    void mantissaOnTheGridIsAWholeNumberOfTicks() {
        assertThat(Grid.isWhole(2239500, 100)).isTrue();
        assertThat(Grid.floorSteps(2239500, 100)).isEqualTo(22395);
        assertThat(Grid.ceilSteps(2239500, 100)).isEqualTo(22395);
        assertThat(Grid.mantissa(22395, 100)).isEqualTo(2239500);
    }

    @Test
    void mantissaOffTheGridLiesBetweenTwoTicks() {
        assertThat(Grid.isWhole(2239501, 100)).isFalse();
        assertThat(Grid.floorSteps(2239501, 100)).isEqualTo(22395);
        assertThat(Grid.ceilSteps(2239501, 100)).isEqualTo(22396);
    }

    @Test
    void stepsThatWouldOverflowDoNotFit() {
        assertThat(Grid.fits(Long.MAX_VALUE, 1)).isTrue();
        assertThat(Grid.fits(Long.MAX_VALUE / 100, 100)).isTrue();
        assertThat(Grid.fits(Long.MAX_VALUE / 100 + 1, 100)).isFalse();
    }
}
