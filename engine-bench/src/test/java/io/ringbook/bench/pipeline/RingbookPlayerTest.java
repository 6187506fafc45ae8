// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.bench.load.ThreadOptions;
import io.ringbook.bench.process.Figures;
import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.stream.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RingbookPlayerTest {
    private static final int COMMANDS = 10_000;

    private final RecordedStream recorded = Workload.THIN.record(Workload.SEED, COMMANDS);
    private final RingbookPlayer player = new RingbookPlayer(recorded, new ThreadOptions(), 100);

    @ParameterizedTest
    @EnumSource(Play.Kept.class)
    void thePipelineTradesAsTheModelDoesWithEveryJournal(Play.Kept journal) throws Exception {
        // when
        Played played = player.play(Play.asFastAsItGoes(journal));

        // then
        assertThat(played.totals()).isEqualTo(recorded.totals());
        assertThat(played.totals().trades()).isGreaterThan(1_000);
        assertThat(played.elapsedNs()).isPositive();
        assertThat(played.latencies().getTotalCount()).isZero();
    }

    @Test
    void countsTheLatencyOfThePacedCommandsBehindThoseThatDoNotCount() throws Exception {
        // when
        Played played = player.play(new Play(100_000, 4_000, 1_000, Play.Kept.NONE));

        // then
        assertThat(played.totals()).isEqualTo(recorded.totals());
        assertThat(played.latencies().getTotalCount()).isEqualTo(3_000);
        assertThat(played.elapsedNs()).isGreaterThanOrEqualTo(3_999L * 10_000);
    }

    @Test
    void whatIsAskedAndWhatIsShownComeThroughALine() {
        // given
        Play play = new Play(5, 6, 7, Play.Kept.SYNC);
        Played played = new Played(9, recorded.totals(), new org.HdrHistogram.Histogram(2));
        Figures figures = new Figures();

        // when
        played.put(figures);

        // then
        assertThat(play.line()).isEqualTo("5 6 7 sync");
        assertThat(Play.of(play.line())).isEqualTo(play);
        assertThat(Played.of(figures)).isEqualTo(played);
    }
}
