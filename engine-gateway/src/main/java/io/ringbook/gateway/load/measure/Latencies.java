// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.measure;

import io.ringbook.core.order.CommandKind;
import org.HdrHistogram.Histogram;

/**
 * The latencies of one step of a load. Of what was due before its measured time, and behind it,
 * nothing is kept.
 *
 * <p>Written by the load's thread; to be read when the step is over.
 */
public final class Latencies {
    /** Longest latency that is told apart: what is longer counts as this. */
    public static final long LONGEST_NS = 600_000_000_000L;

    private static final int DIGITS = 3;

    private final Histogram answers = histogram();
    private final Histogram fills = histogram();
    private final Histogram entries = histogram();
    private final Histogram replaces = histogram();
    private final Histogram cancels = histogram();
    private final Histogram lateness = histogram();
    private final IntervalLog intervals;

    /**
     * @param intervals told every answer and fill too; null for nobody
     */
    public Latencies(IntervalLog intervals) {
        this.intervals = intervals;
    }

    static Histogram histogram() {
        return new Histogram(LONGEST_NS, DIGITS);
    }

    static long bounded(long ns) {
        return Math.max(0, Math.min(LONGEST_NS, ns));
    }

    /** A command was answered so long after it was due. */
    public void onAnswer(CommandKind kind, long latencyNs) {
        long ns = bounded(latencyNs);
        answers.recordValue(ns);
        of(kind).recordValue(ns);
        if (intervals != null) {
            intervals.onAnswer(ns);
        }
    }

    /** An order was told of its first trade so long after it was due. */
    public void onFill(long latencyNs) {
        long ns = bounded(latencyNs);
        fills.recordValue(ns);
        if (intervals != null) {
            intervals.onFill(ns);
        }
    }

    /** A command was handed to its session so long after it was due: the load's own doing. */
    public void onSent(long latenessNs) {
        lateness.recordValue(bounded(latenessNs));
    }

    /** From when a command was due to its answer. */
    public Histogram answers() {
        return answers;
    }

    /** From when an immediate order was due to the report of its first trade. */
    public Histogram fills() {
        return fills;
    }

    /** From when a command was due until the load handed it to its session. */
    public Histogram lateness() {
        return lateness;
    }

    /**
     * Answers to commands of one kind; reduces are with the replaces, mass cancels with cancels.
     */
    public Histogram of(CommandKind kind) {
        return switch (kind) {
            case NEW_ORDER -> entries;
            case REPLACE_ORDER, REDUCE_ORDER -> replaces;
            default -> cancels;
        };
    }
}
