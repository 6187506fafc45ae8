// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class StageMetricsTest {
    private static final int RECORDS = 2_000_000;

    private final StageMetrics metrics = StageMetrics.on(Ticker.SYSTEM, 1);
    private final StageHistograms read = new StageHistograms();

    @Test
    void recordersOfAllThreadsAreReadTogether() {
        // given
        metrics.recorder(StageTime.MATCH).record(StageTime.MATCH, 100);
        metrics.recorder(StageTime.MATCH).record(StageTime.MATCH, 200);

        // when
        metrics.readInto(read);

        // then
        assertThat(read.of(StageTime.MATCH).getTotalCount()).isEqualTo(2);
        assertThat(read.of(StageTime.MATCH).getMinNonZeroValue()).isEqualTo(100);
        assertThat(read.of(StageTime.MATCH).getMaxValue()).isEqualTo(200);
        assertThat(read.of(StageTime.JOURNAL).getTotalCount()).isZero();
    }

    @Test
    void whatWasReadIsNotReadAgain() {
        // given
        StageRecorder recorder = metrics.recorder(StageTime.MATCH);
        recorder.record(StageTime.MATCH, 100);
        metrics.readInto(read);
        read.reset();

        // when
        recorder.record(StageTime.MATCH, 7);
        metrics.readInto(read);

        // then
        assertThat(read.of(StageTime.MATCH).getTotalCount()).isOne();
        assertThat(read.of(StageTime.MATCH).getMaxValue()).isEqualTo(7);
    }

    @Test
    void nothingIsLostOrCountedTwiceWhileItIsRead() throws InterruptedException {
        // given a thread that records
        StageRecorder recorder = metrics.recorder(StageTime.MATCH);
        Thread writer =
                new Thread(
                        () -> {
                            for (int i = 0; i < RECORDS; i++) {
                                recorder.record(StageTime.MATCH, i % 1_000);
                            }
                        });

        // when another one reads all the time
        writer.start();
        int readings = 0;
        while (writer.isAlive()) {
            metrics.readInto(read);
            readings++;
        }
        writer.join();
        metrics.readInto(read);

        // then
        assertThat(readings).isPositive();
        assertThat(read.of(StageTime.MATCH).getTotalCount()).isEqualTo(RECORDS);
        assertThat(read.of(StageTime.MATCH).getCountBetweenValues(0, 255))
                .isEqualTo(RECORDS / 1_000 * 256);
    }

    @Test
    void moreThanAMinuteIsCountedAsAMinuteAndLessThanNothingAsNothing() {
        // given
        StageRecorder recorder = metrics.recorder(StageTime.JOURNAL);

        // when
        recorder.record(StageTime.JOURNAL, StageHistograms.TOP_NS * 5);
        recorder.record(StageTime.JOURNAL, Long.MAX_VALUE);
        recorder.record(StageTime.JOURNAL, -1);
        recorder.record(StageTime.JOURNAL, 1_000);
        metrics.readInto(read);

        // then
        assertThat(read.of(StageTime.JOURNAL).getTotalCount()).isEqualTo(4);
        assertThat(read.countAtTop(StageTime.JOURNAL)).isEqualTo(2);
        assertThat(read.of(StageTime.JOURNAL).getCountAtValue(0)).isEqualTo(1);
    }

    @Test
    void totalsGrowByWhatIsAdded() {
        // given
        StageHistograms total = new StageHistograms();
        read.of(StageTime.FORCE).recordValue(5_000);

        // when
        total.add(read);
        total.add(read);

        // then
        assertThat(total.of(StageTime.FORCE).getTotalCount()).isEqualTo(2);
    }

    @Test
    void samplingOutOfItsRangeIsRefused() {
        assertThatThrownBy(() -> StageMetrics.on(Ticker.SYSTEM, 0))
                .hasMessage("one in 0 is timed; it must be 1 to 1048576");
    }
}
