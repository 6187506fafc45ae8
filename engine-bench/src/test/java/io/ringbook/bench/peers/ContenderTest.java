// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.stream.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContenderTest {
    @ParameterizedTest
    @EnumSource(Workload.class)
    void everyContenderTradesAsTheModelDoes(Workload workload) {
        // given
        RecordedStream recorded = workload.record(Workload.SEED, 20_000);
        assertThat(recorded.totals().trades()).isGreaterThan(200);

        for (Contender contender : Contender.values()) {
            // when
            Round round = Round.play(contender, recorded);

            // then
            assertThat(round.totals())
                    .as(contender.label() + " on " + workload.label())
                    .isEqualTo(recorded.totals());
        }
    }
}
