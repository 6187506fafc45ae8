// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.core.order.CommandKind;
import io.ringbook.gateway.fault.Fault;
import java.nio.file.Path;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntervalLogTest {
    @Test
    void readerOfHdrHistogramFindsEveryLatencyOfAllIntervals(@TempDir Path folder)
            throws Exception {
        // given
        Path file = folder.resolve("load.hlog");
        Latencies latencies;
        try (IntervalLog log = new IntervalLog(file)) {
            latencies = new Latencies(log);
            for (int i = 1; i <= 1_000; i++) {
                latencies.onAnswer(CommandKind.NEW_ORDER, i * 1_000L);
                if (i % 100 == 0) {
                    latencies.onFill(i * 2_000L);
                    log.mark("here");
                }
            }
        }

        // when
        Histogram answers = Latencies.histogram();
        Histogram fills = Latencies.histogram();
        int intervals = 0;
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            for (EncodableHistogram interval = reader.nextIntervalHistogram();
                    interval != null;
                    interval = reader.nextIntervalHistogram()) {
                (interval.getTag().equals("answer") ? answers : fills)
                        .add((AbstractHistogram) interval);
                intervals++;
            }
        }

        // then
        assertThat(answers).isEqualTo(latencies.answers());
        assertThat(fills).isEqualTo(latencies.fills());
        assertThat(intervals).isGreaterThanOrEqualTo(20);
    }

    @Test
    void fileThatCannotBeWrittenIsASentence(@TempDir Path folder) {
        assertThatThrownBy(() -> new IntervalLog(folder))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("cannot write " + folder);
    }

    @Test
    void longestLatencyStandsForAllThatAreLonger() {
        Latencies latencies = new Latencies(null);

        latencies.onAnswer(CommandKind.CANCEL_ORDER, Long.MAX_VALUE);
        latencies.onAnswer(CommandKind.CANCEL_ORDER, -5);

        assertThat(latencies.of(CommandKind.MASS_CANCEL).getTotalCount()).isEqualTo(2);
        assertThat(latencies.answers().getMaxValue()).isGreaterThanOrEqualTo(Latencies.LONGEST_NS);
    }
}
