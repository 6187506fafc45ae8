// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.answer;

import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.load.LadderResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code order-to-answer}: the exchange over TCP beside an echo through the same sockets. */
@Command(
        name = "order-to-answer",
        description =
                "From an order to its answer over loopback TCP: the exchange beside an echo through"
                        + " the same loop over its sockets, in turn, with the same load.")
public final class AnswerCommand implements Callable<Integer> {
    private static final String HALF = "half";

    @Spec private CommandSpec spec;

    // set and read by picocli
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean helpRequested;

    @Option(
            names = "--rate",
            defaultValue = "10000",
            description =
                    "Orders a second, or half: half of what a ladder says the exchange sustains"
                            + " (default: ${DEFAULT-VALUE}).")
    private String rate;

    @Option(
            names = "--rounds",
            defaultValue = "9",
            description = "Rounds that count, 1 to 100 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "Measured time of each run, 1 to 600 (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "3",
            description = "Seconds before that, 0 to 600 (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--connections",
            defaultValue = "1",
            description = "Sessions, 1 to 64 (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--threads",
            defaultValue = "single",
            description =
                    "engine.threads of the exchange: single, fused, staged (default:"
                            + " ${DEFAULT-VALUE}).")
    private String threads;

    @Option(
            names = "--durability",
            defaultValue = "commit",
            description = "commit or sync (default: ${DEFAULT-VALUE}).")
    private String durability;

    @Option(
            names = "--idle-spin",
            defaultValue = "1 s",
            description =
                    "server.idle-spin of the exchange, and the echo's (default: ${DEFAULT-VALUE}).")
    private String idleSpin;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A further line of the exchange's configuration; may be repeated.")
    private List<String> more = new ArrayList<>();

    @Option(names = "--no-blocking", description = "Leaves the blocking echo out.")
    private boolean noBlocking;

    @Option(names = "--json", description = "Prints JSON for programs, with every round.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "FILE.svg", description = "Draws the percentiles.")
    private Path plot;

    @Override
    public Integer call() {
        AnswerOptions options = options();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (AnswerRun run = new AnswerRun(options, line -> tell(err, line))) {
            long perSecond = options.perSecond();
            if (perSecond == 0) {
                LadderResult ladder = run.sustained();
                if (ladder.knee() < 2) {
                    throw new Fault("the exchange sustains no rate; is the machine busy?");
                }
                perSecond = ladder.knee() / 2;
                tell(err, "it sustains " + ladder.knee() + " a second");
            }
            AnswerReport report =
                    new AnswerReport(
                            options, new AnswerComparison(perSecond, run.rounds(perSecond)));
            if (json) {
                out.println(report.json());
                out.flush();
            } else {
                report.print(out);
            }
            if (plot != null) {
                Files.writeString(plot, report.chart());
            }
        } catch (Fault | IOException e) {
            err.println(e.getMessage());
            return 1;
        }
        return 0;
    }

    private AnswerOptions options() {
        requireRange("--rounds", rounds, 1, 100);
        requireRange("--seconds", seconds, 1, 600);
        requireRange("--warm-up", warmUp, 0, 600);
        requireRange("--connections", connections, 1, 64);
        return new AnswerOptions(
                rounds,
                perSecond(),
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                connections,
                threads,
                durability,
                idleSpin,
                more,
                !noBlocking,
                ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    private long perSecond() {
        if (rate.equals(HALF)) {
            return 0;
        }
        try {
            long perSecond = Long.parseLong(rate);
            requireRange("--rate", perSecond, 1, 1_000_000);
            return perSecond;
        } catch (NumberFormatException e) {
            throw new ParameterException(
                    spec.commandLine(), "--rate is " + rate + "; it must be a number, or half", e);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // From JDK 25 on it is null again without a terminal.
    private static void tell(PrintWriter err, String line) {
        if (System.console() != null) {
            err.println(line);
            err.flush();
        }
    }

    private void requireRange(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is " + value + "; it must be " + least + " to " + most);
        }
    }
}
