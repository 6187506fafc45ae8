// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load;

import io.ringbook.gateway.load.drive.StepEnd;
import io.ringbook.gateway.load.drive.Tally;
import io.ringbook.gateway.load.measure.Latencies;

/**
 * What a step has measured.
 *
 * @param step asked for
 * @param end how it ended
 * @param failure why, if a session was cut; else null
 * @param tally what was counted
 * @param latencies what was timed; what was never answered counts with the time that it waited
 */
public record StepResult(Step step, StepEnd end, String failure, Tally tally, Latencies latencies) {

    /** What the last answers may take without the rate counting as missed: a hiccup in the end. */
    private static final long HICCUP_NS = 100_000_000;

    /**
     * How much of what was due was not achieved, 0 to 1. A rate that was not is seen by a queue in
     * the end: if all is answered 0.1 s after the measured time, nothing was missed.
     */
    public double missedShare() {
        double due = tally.duePerSecond();
        boolean queued = unansweredCount() > 0 || tally.lastAnswerLateNs() > HICCUP_NS;
        return due > 0 && queued ? Math.max(0, 1 - tally.achievedPerSecond() / due) : 0;
    }

    /** How much of what was sent was refused, other than for coming too late; 0 to 1. */
    public double refusedShare() {
        return tally.sentCount() == 0 ? 0 : (double) tally.refusedCount() / tally.sentCount();
    }

    /** Commands of the measured time without an answer. */
    public long unansweredCount() {
        return tally.dueCount() - tally.answeredCount();
    }
}
