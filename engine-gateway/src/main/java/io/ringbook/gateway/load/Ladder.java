// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load;

import io.ringbook.gateway.load.drive.StepEnd;
import io.ringbook.gateway.load.measure.IntervalLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Raises the rate step by step until the exchange no longer keeps up, then looks closer between the
 * last rate that it did keep up with and the first that it did not. A rate is missed if it is
 * missed twice in a row: a machine has hiccups.
 */
public final class Ladder {
    private static final double FACTOR = 1.5;
    private static final int CLOSER_LOOKS = 3;

    /** A step that is so far behind will not come back. */
    private static final Duration MOST_BEHIND = Duration.ofSeconds(1);

    private static final double P99 = 99;

    private final Load load;
    private final Step step;
    private final Bounds bounds;
    private final IntervalLog intervals;
    private final Consumer<StepResult> done;
    private final List<StepResult> results = new ArrayList<>();

    /**
     * What the ladder asks of a rate.
     *
     * @param from lowest rate, orders a second
     * @param to highest rate
     * @param missedShare how much of what was due may be missed, 0 to 1
     * @param p99 longest latency that 99 of 100 answers may have
     */
    public record Bounds(long from, long to, double missedShare, Duration p99) {
        /** True if a step kept up. */
        public boolean areKeptBy(StepResult result) {
            return result.end() == StepEnd.DONE
                    && result.missedShare() <= missedShare
                    && result.latencies().answers().getValueAtPercentile(P99) <= p99.toNanos();
        }
    }

    /**
     * A ladder for a load.
     *
     * @param step repeated at each rate; its own rate does not matter
     * @param intervals told each answer too; null for nobody
     * @param done told each step as it is done
     */
    public Ladder(
            Load load, Step step, Bounds bounds, IntervalLog intervals, Consumer<StepResult> done) {
        this.load = load;
        this.step = step.givingUp(MOST_BEHIND);
        this.bounds = bounds;
        this.intervals = intervals;
        this.done = done;
    }

    /** Runs it. */
    public LadderResult run() {
        // The first rate is not the one to pay for what the machine has yet to compile.
        load.run(step.at(bounds.from()).lasting(step.warmUp(), Duration.ZERO), null);
        long kept = 0;
        long missed = 0;
        for (long rate = bounds.from(); rate <= bounds.to() && missed == 0; rate = next(rate)) {
            if (keeps(rate)) {
                kept = rate;
            } else {
                missed = rate;
            }
            if (isCutShort()) {
                return new LadderResult(results, bounds, kept);
            }
        }
        for (int i = 0; i < CLOSER_LOOKS && kept > 0 && missed > 0; i++) {
            long rate = rounded(Math.sqrt((double) kept * missed));
            if (rate <= kept || rate >= missed) {
                break;
            }
            if (keeps(rate)) {
                kept = rate;
            } else {
                missed = rate;
            }
            if (isCutShort()) {
                break;
            }
        }
        return new LadderResult(results, bounds, kept);
    }

    private long next(long rate) {
        return rate < bounds.to() ? Math.min(bounds.to(), rounded(rate * FACTOR)) : rate + 1;
    }

    /** To two digits and a bit, so that a table can be read. */
    static long rounded(double rate) {
        double unit = Math.max(1, Math.pow(10, Math.floor(Math.log10(rate)) - 2));
        return Math.round(rate / unit) * (long) unit;
    }

    private boolean keeps(long rate) {
        boolean kept = runOnce(rate);
        if (!kept && !isCutShort()) {
            kept = runOnce(rate);
        }
        return kept;
    }

    private boolean runOnce(long rate) {
        StepResult result = load.run(step.at(rate), intervals);
        results.add(result);
        done.accept(result);
        return bounds.areKeptBy(result);
    }

    private boolean isCutShort() {
        StepEnd end = results.get(results.size() - 1).end();
        return end == StepEnd.CUT || end == StepEnd.STOPPED;
    }
}
