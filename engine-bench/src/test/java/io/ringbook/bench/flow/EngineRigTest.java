// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.threads.ThreadPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineRigTest {
    @Test
    void everyLayoutAndJournalPublishesTheSameRecordsOfAFlow() {
        // given
        OrderFlow flow = FlowRecorder.record(7, 200, 2_000);
        List<Integer> expected = published(flow, ThreadLayout.SINGLE, Durability.NONE);
        assertThat(expected).hasSize(flow.count() + 3);

        // when, then
        assertThat(published(flow, ThreadLayout.FUSED, Durability.COMMIT)).isEqualTo(expected);
        assertThat(published(flow, ThreadLayout.STAGED, Durability.NONE)).isEqualTo(expected);
    }

    @Test
    void aSampleRecordIsAsLongAsThatOfARestingOrder() {
        // given
        OrderFlow flow = FlowRecorder.record(7, 1, 0);

        // when
        List<Integer> lengths = published(flow, ThreadLayout.SINGLE, Durability.NONE);

        // then
        assertThat(lengths.getLast()).isEqualTo(new SampleRecord().length()).isEqualTo(256);
    }

    private static List<Integer> published(
            OrderFlow flow, ThreadLayout layout, Durability durability) {
        List<Integer> lengths = new ArrayList<>();
        try (EngineRig rig =
                new EngineRig(
                        layout,
                        ThreadPlan.defaults(),
                        JournalOptions.of(durability),
                        1_000,
                        flow.count(),
                        (buffer, offset, length) -> lengths.add(length))) {
            for (int i = 0; i < flow.count(); i++) {
                rig.submit(flow, i);
            }
            rig.awaitPublished();
            return lengths;
        }
    }
}
