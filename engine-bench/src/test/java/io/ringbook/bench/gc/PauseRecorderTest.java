// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.bench.process.Figures;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseRecorderTest {
    private static final long LONGEST_NS = 10_000_000_000L;

    private final PauseRecorder recorder = new PauseRecorder();

    @Test
    void countsEachPauseOfTheCollectorBetweenStartAndStop() throws Exception {
        // given
        System.gc();

        // when
        recorder.start();
        System.gc();
        System.gc();
        Pauses pauses = recorder.stop();
        System.gc();

        // then: the collector of the tests stops all threads once per collection
        Stops stops = pauses.collectorPauses();
        assertThat(stops.count()).isEqualTo(2);
        assertThat(stops.percentileNs(50)).isBetween(1_000L, LONGEST_NS);
        assertThat(stops.totalNs()).isBetween(stops.maxNs(), LONGEST_NS);
        assertThat(pauses.collections()).isEqualTo(2);
        assertThat(pauses.fullCollections()).isEqualTo(2);
        assertThat(pauses.stalls().count()).isZero();
    }

    @Test
    void aSafepointIsLongerThanThePauseWithinIt() throws Exception {
        // when
        recorder.start();
        System.gc();
        Pauses pauses = recorder.stop();

        // then
        assertThat(pauses.safepoints().count()).isPositive();
        assertThat(pauses.safepoints().totalNs()).isGreaterThan(pauses.collectorPauses().totalNs());
    }

    @Test
    void countsSafepointsThatAreNotTheCollectors() throws Exception {
        // when
        recorder.start();
        Thread.getAllStackTraces();
        Pauses pauses = recorder.stop();

        // then
        assertThat(pauses.safepoints().count()).isPositive();
        assertThat(pauses.collectorPauses().count()).isZero();
    }

    @Test
    void leavesOutWhatBeganOutsideOfTheTimeAskedFor() throws Exception {
        // given: times that lie well within the first collection and the second one
        recorder.start();
        Instant from = middleOfACollection();
        Instant to = middleOfACollection();
        System.gc();

        // when
        Pauses pauses = recorder.stop(from, to);

        // then
        assertThat(pauses.collectorPauses().count()).isEqualTo(1);
        assertThat(pauses.collections()).isEqualTo(1);
    }

    @Test
    void startsEmptyAgainAfterAStop() throws Exception {
        // given
        recorder.start();
        System.gc();
        recorder.stop();

        // when
        recorder.start();
        Pauses pauses = recorder.stop();

        // then
        assertThat(pauses.collectorPauses().count()).isZero();
        assertThat(pauses.collectorPauses().maxNs()).isZero();
    }

    @Test
    void comesWholeThroughFigures() throws Exception {
        // given
        recorder.start();
        System.gc();
        Pauses pauses = recorder.stop();
        Figures figures = new Figures();

        // when
        pauses.put(figures);
        Pauses read = Pauses.of(figures);

        // then
        assertThat(read.collectorPauses().text()).isEqualTo(pauses.collectorPauses().text());
        assertThat(read.safepoints().text()).isEqualTo(pauses.safepoints().text());
        assertThat(read.collections()).isEqualTo(1);
        assertThat(read.fullCollections()).isEqualTo(1);
    }

    private static Instant middleOfACollection() {
        Instant before = Instant.now();
        System.gc();
        return before.plus(Duration.between(before, Instant.now()).dividedBy(2));
    }
}
