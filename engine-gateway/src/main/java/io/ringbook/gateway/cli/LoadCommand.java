// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.gateway.fault.Counted;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.load.Ladder;
import io.ringbook.gateway.load.LadderResult;
import io.ringbook.gateway.load.Load;
import io.ringbook.gateway.load.LoadCharts;
import io.ringbook.gateway.load.Profile;
import io.ringbook.gateway.load.Step;
import io.ringbook.gateway.load.StepResult;
import io.ringbook.gateway.load.drive.StepEnd;
import io.ringbook.gateway.load.measure.IntervalLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ringbook load}. */
@Command(
        name = "load",
        description = {
            "Send orders to an exchange at a rate, and measure how long the answers take.",
            "",
            "An open loop: each order is due at a time that was fixed before, and its latency"
                    + " counts from then, so that waiting behind others is part of it. The orders keep"
                    + " a book of their own size: new, cancel, replace, and some that trade; they are"
                    + " canceled in the end. Use an exchange, or at least an instrument and sessions,"
                    + " that nobody else trades on. docs/BENCHMARKS.md says what the figures mean."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    /** What a shell adds to the number of the signal that ended a process. */
    private static final int SIGNALED = 128;

    private static final double NS_PER_SECOND = 1e9;

    private final Console console;

    @Mixin private LoadOptions options = new LoadOptions();

    @Option(
            names = "--hlog",
            paramLabel = "FILE",
            description = "Write an interval log of HdrHistogram, a line a second.")
    private Path hlog;

    @Option(
            names = "--plot",
            paramLabel = "FILE.svg",
            description = "Draw the percentiles; of a ladder, the latencies against the rate.")
    private Path plot;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    private volatile int signal;

    LoadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        options.validate();
        Outcome outcome;
        try (Load load = Load.open(options.settings());
                IntervalLog intervals = hlog == null ? null : new IntervalLog(hlog)) {
            StopSignals.handle(
                    number -> {
                        signal = number;
                        load.stop();
                    });
            outcome = run(load, intervals);
        }
        if (json) {
            console.line("%s", LoadJson.of(options, outcome.results(), outcome.ladder()));
        }
        if (plot != null) {
            draw(outcome);
        }
        return judge(outcome);
    }

    /** What was run; no ladder if it was one step. */
    private record Outcome(List<StepResult> results, LadderResult ladder) {
        StepResult last() {
            return results.get(results.size() - 1);
        }
    }

    private Outcome run(Load load, IntervalLog intervals) {
        LoadReport report = new LoadReport(console, options);
        Step step = new Step(options.profile(), options.rate(), options.warmUp(), measured(load));
        if (options.bounds() == null) {
            step = options.closedLoop() ? step.closed() : step;
            if (json) {
                return new Outcome(List.of(load.run(step, intervals)), null);
            }
            report.begin(step, load);
            StepResult result = load.run(step, intervals);
            report.print(result);
            return new Outcome(List.of(result), null);
        }
        if (!json) {
            report.beginLadder(step, load);
        }
        Consumer<StepResult> done = json ? result -> {} : report::rung;
        LadderResult ladder = new Ladder(load, step, options.bounds(), intervals, done).run();
        if (!json) {
            report.endLadder(ladder);
        }
        return new Outcome(ladder.steps(), ladder);
    }

    /** The time asked for, or what is left of a recording. */
    private Duration measured(Load load) {
        Duration asked = options.measured();
        if (!(options.profile() instanceof Profile.Recorded recorded)) {
            return asked;
        }
        Duration length = load.recordedLength(recorded.speed());
        Duration left = length.minus(options.warmUp());
        if (left.isNegative() || left.isZero()) {
            throw new Fault(
                    String.format(
                            "%s lasts %.3f s at this speed, no longer than the warm-up of %d s:"
                                    + " give less with --warm-up",
                            load.day().file(),
                            length.toNanos() / NS_PER_SECOND,
                            options.warmUp().toSeconds()));
        }
        return asked == null || asked.compareTo(left) > 0 ? left : asked;
    }

    private void draw(Outcome outcome) {
        if (outcome.last().latencies().answers().getTotalCount() == 0) {
            warn("nothing was measured, so there is no " + plot);
            return;
        }
        String svg =
                outcome.ladder() == null
                        ? LoadCharts.percentiles(outcome.last())
                        : LoadCharts.ladder(outcome.ladder());
        try {
            Files.writeString(plot, svg);
        } catch (IOException e) {
            throw Fault.unwritable(plot, e);
        }
    }

    /** Says what is wrong with the figures, and with the run; the exit code. */
    private int judge(Outcome outcome) {
        StepResult last = outcome.last();
        if (outcome.ladder() == null) {
            warnIfMissed(last);
        }
        if (last.end() == StepEnd.CUT) {
            throw new Fault(
                    last.failure()
                            + " ("
                            + Counted.of(last.tally().answeredCount(), "order")
                            + " had been answered in the measured time)");
        }
        if (signal != 0) {
            warn("stopped before its time: the figures are of what was measured until then");
            return SIGNALED + signal;
        }
        boolean refused = warnIfRefused(outcome.results());
        boolean unanswered = outcome.ladder() == null && warnIfUnanswered(last);
        return refused || unanswered ? 1 : 0;
    }

    private void warnIfMissed(StepResult result) {
        if (result.missedShare() > options.toleratedShare()) {
            warn(
                    String.format(
                            "%,.0f of %,.0f orders a second were answered: %.1f %% were missed, more"
                                    + " than --tolerance allows; the latencies are those of a queue that"
                                    + " grew as long as this lasted",
                            result.tally().achievedPerSecond(),
                            result.tally().duePerSecond(),
                            100 * result.missedShare()));
        }
    }

    private boolean warnIfRefused(List<StepResult> results) {
        for (StepResult result : results) {
            if (result.refusedShare() > options.refusableShare()) {
                warn(
                        Counted.of(result.tally().refusedCount(), "order")
                                + " refused that should not be "
                                + result.tally().refusals()
                                + ": the latencies are partly those of refusals (--allow-rejects"
                                + " says how many may be)");
                return true;
            }
        }
        return false;
    }

    private boolean warnIfUnanswered(StepResult result) {
        if (result.unansweredCount() == 0) {
            return false;
        }
        warn(
                Counted.of(result.unansweredCount(), "order")
                        + " had no answer in the end: they count with the time that they had waited,"
                        + " so the high percentiles are in truth longer");
        return true;
    }

    private void warn(String sentence) {
        console.out().flush();
        console.err().println("ringbook: " + sentence);
    }
}
