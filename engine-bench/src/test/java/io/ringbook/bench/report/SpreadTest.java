// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void theMedianIsTheMiddleOneOrTheMeanOfTheTwoInTheMiddle() {
        // given
        double[] odd = {9, 1, 5};

        // then
        assertThat(Spread.of(odd)).isEqualTo(new Spread(5, 1, 9));
        assertThat(Spread.of(new double[] {4, 1, 3, 2})).isEqualTo(new Spread(2.5, 1, 4));
        assertThat(odd).containsExactly(9, 1, 5);
    }
}
