// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.answer;

import io.ringbook.gateway.load.StepResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What the rounds have given: percentiles of each subject, and within each round how many times the
 * echo's the exchange's is. Immutable.
 */
final class AnswerComparison {
    /** Ratio of the medians that is asked for, and that of the 99th percentiles. */
    static final double BAR_P50 = 1.3;

    static final double BAR_P99 = 2.0;

    private final long perSecond;
    private final List<Map<Subject, StepResult>> rounds;

    AnswerComparison(long perSecond, List<Map<Subject, StepResult>> rounds) {
        this.perSecond = perSecond;
        this.rounds = List.copyOf(rounds);
    }

    /** Orders a second. */
    long perSecond() {
        return perSecond;
    }

    List<Map<Subject, StepResult>> rounds() {
        return rounds;
    }

    /** In the order in which they are shown. */
    List<Subject> subjects() {
        return rounds.getFirst().keySet().stream().toList();
    }

    long latencyNs(int round, Subject subject, double percentile) {
        return rounds.get(round)
                .get(subject)
                .latencies()
                .answers()
                .getValueAtPercentile(percentile);
    }

    /** How many times the echo's the exchange's latency is, by round. */
    double[] ratios(double percentile) {
        double[] ratios = new double[rounds.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] =
                    (double) latencyNs(i, Subject.EXCHANGE, percentile)
                            / latencyNs(i, Subject.ECHO, percentile);
        }
        return ratios;
    }

    /** Of an odd number the one in the middle, else the mean of the two there. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Latencies of all rounds together. */
    Histogram all(Subject subject) {
        Histogram all = rounds.getFirst().get(subject).latencies().answers().copy();
        for (Map<Subject, StepResult> round : rounds.subList(1, rounds.size())) {
            all.add(round.get(subject).latencies().answers());
        }
        return all;
    }

    /**
     * Runs in which the rate was missed, or an order refused: their figures are of something else.
     */
    long spoiledCount() {
        return rounds.stream()
                .flatMap(round -> round.values().stream())
                .filter(
                        result ->
                                result.missedShare() > 0
                                        || result.tally().refusedCount() > 0
                                        || result.failure() != null)
                .count();
    }
}
