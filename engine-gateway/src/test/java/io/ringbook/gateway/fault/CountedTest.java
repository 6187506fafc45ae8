// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
    @Test
    void oneThingIsSaidInTheSingular() {
        assertThat(Counted.of(0, "open order")).isEqualTo("0 open orders");
        assertThat(Counted.of(1, "open order")).isEqualTo("1 open order");
        assertThat(Counted.of(1_000, "open order")).isEqualTo("1,000 open orders");
    }
}
