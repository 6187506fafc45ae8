// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.peers;

import io.ringbook.bench.report.Progress;
import io.ringbook.bench.report.Spread;
import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.stream.TradeTally;
import io.ringbook.bench.stream.UnequalTotalsException;
import io.ringbook.bench.stream.Workload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All contenders on one stream, one round each in turn, so that what disturbs disturbs all. */
final class Comparison {
    private final Workload workload;
    private final RecordedStream recorded;
    private final Map<Contender, double[]> nsPerCommand = new LinkedHashMap<>();

    private Comparison(Workload workload, RecordedStream recorded) {
        this.workload = workload;
        this.recorded = recorded;
    }

    /**
     * Runs it.
     *
     * @param progress takes a line for whoever waits
     * @throws UnequalTotalsException if one of them trades differently
     */
    static Comparison run(
            Workload workload,
            List<Contender> contenders,
            BookRunOptions options,
            Progress progress)
            throws IOException, UnequalTotalsException {
        RecordedStream recorded = workload.record(options.seed(), options.commands());
        Comparison comparison = new Comparison(workload, recorded);
        List<RoundsProcess> processes = new ArrayList<>();
        try {
            for (Contender contender : contenders) {
                comparison.nsPerCommand.put(contender, new double[options.rounds()]);
                processes.add(
                        RoundsProcess.start(
                                contender,
                                workload,
                                options.seed(),
                                options.commands(),
                                options.flags()));
            }
            for (int round = -options.warmUp(); round < options.rounds(); round++) {
                progress.tell(
                        workload.label()
                                + (round < 0
                                        ? ": warming up"
                                        : ": round " + (round + 1) + " of " + options.rounds()));
                for (int i = 0; i < contenders.size(); i++) {
                    comparison.note(contenders.get(i), round, processes.get(i).play());
                }
            }
        } finally {
            processes.forEach(RoundsProcess::close);
        }
        return comparison;
    }

    private void note(Contender contender, int index, Round round) throws UnequalTotalsException {
        UnequalTotalsException.require(
                contender.label(), workload.label(), round.totals(), recorded.totals());
        if (index >= 0) {
            nsPerCommand.get(contender)[index] = (double) round.elapsedNs() / commands();
        }
    }

    Workload workload() {
        return workload;
    }

    /** Measured commands. */
    int commands() {
        return recorded.stream().measuredTo() - recorded.stream().measuredFrom();
    }

    TradeTally.Totals totals() {
        return recorded.totals();
    }

    int mostResting() {
        return recorded.mostResting();
    }

    int mostLevels() {
        return recorded.mostLevels();
    }

    /** In the order asked for. */
    List<Contender> contenders() {
        return List.copyOf(nsPerCommand.keySet());
    }

    /** Nanoseconds a command, by round. */
    double[] rounds(Contender contender) {
        return nsPerCommand.get(contender).clone();
    }

    /** Of the nanoseconds a command. */
    Spread spread(Contender contender) {
        return Spread.of(nsPerCommand.get(contender));
    }

    /** How many times the first contender's median this one's is. */
    double ratio(Contender contender) {
        return spread(contender).median() / spread(contenders().getFirst()).median();
    }
}
