// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class GcPauseRecorderTest {
    @Test
    void countsEachPauseOfTheCollectorBetweenStartAndStop() throws Exception {
        // given
        GcPauseRecorder recorder = new GcPauseRecorder();
        System.gc();

        // when
        recorder.start();
        System.gc();
        System.gc();
        Histogram pauses = recorder.stop();
        System.gc();

        // then: the collector of the tests stops all threads once per collection
        assertThat(pauses.getTotalCount()).isEqualTo(2);
        assertThat(pauses.getMinValue()).isBetween(1_000L, 10_000_000_000L);
    }

    @Test
    void startsEmptyAgainAfterAStop() throws Exception {
        // given
        GcPauseRecorder recorder = new GcPauseRecorder();
        recorder.start();
        System.gc();
        recorder.stop();

        // when
        recorder.start();
        Histogram pauses = recorder.stop();

        // then
        assertThat(pauses.getTotalCount()).isZero();
    }
}
