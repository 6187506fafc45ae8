// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.steady;

import io.ringbook.bench.exchange.ExchangeFolder;
import io.ringbook.bench.exchange.FlowClient;
import io.ringbook.bench.flow.FlowRecorder;
import io.ringbook.bench.flow.OrderFlow;
import io.ringbook.bench.load.PacedOptions;
import io.ringbook.bench.load.Schedule;
import io.ringbook.bench.load.ThreadOptions;
import io.ringbook.bench.process.JvmFlags;
import io.ringbook.bench.report.Json;
import io.ringbook.bench.report.Progress;
import io.ringbook.bench.report.RunHeader;
import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code steady}: an exchange under a steady load allocates nothing. */
@Command(
        name = "steady",
        description = {
            "Runs an exchange in a process of its own under a steady load over TCP, and shows what"
                    + " its threads allocate and what its collector does, minute by minute.",
            "",
            "Exit code 1 if there was a collection, if a thread of sockets or stages allocated, if"
                    + " all threads together allocated more than 1 MB a minute, or if the rate was"
                    + " not reached."
        })
public final class SteadyCommand implements Callable<Integer> {
    private static final int RESTING = 10_000;
    private static final int CYCLE = 200_000;
    private static final long SEED = 20261122;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long STEP_NS = 500_000;

    /** A second for what comes before the load. */
    private static final double MORE_SECONDS = 1;

    @Spec private CommandSpec spec;

    // set and read by picocli
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean helpRequested;

    @Option(
            names = "--minutes",
            defaultValue = "10",
            description = "Measured time, 0.02 to 1440 (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            description = "Seconds before that, 0 to 3600 (default: ${DEFAULT-VALUE}).")
    private long warmUpSeconds;

    @Option(
            names = "--rate",
            defaultValue = "12000",
            description = "Commands a second, 100 to 1000000 (default: ${DEFAULT-VALUE}).")
    private long rate;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "A file of bin/profiles (default: RINGBOOK_PROFILE, else zgc).")
    private String profile = JvmFlags.profile();

    @Option(
            names = "--heap",
            paramLabel = "MIB",
            defaultValue = "512",
            description =
                    "MiB of heap, in memory from the start, 64 to 1048576 (default:"
                            + " ${DEFAULT-VALUE}).")
    private long heapMib;

    @Option(
            names = "--durability",
            defaultValue = "COMMIT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Kept durability;

    @Mixin private final ThreadOptions threads = new ThreadOptions();

    @Option(names = "--json", description = "Prints JSON for programs.")
    private boolean json;

    /** What an exchange's journal may survive. */
    private enum Kept {
        COMMIT,
        SYNC
    }

    @Override
    public Integer call() throws IOException {
        check();
        PrintWriter out = spec.commandLine().getOut();
        List<String> flags = flags();
        String kept = durability.name().toLowerCase(Locale.ROOT);
        RunHeader header = RunHeader.begin(words(), rate, kept, flags);
        if (!json) {
            header.print(out);
            out.println(
                    "rate "
                            + rate
                            + "/s  "
                            + minutes
                            + " minutes after "
                            + warmUpSeconds
                            + " s  durability "
                            + kept
                            + "  "
                            + threads.text()
                            + "  profile "
                            + profile
                            + ", heap "
                            + heapMib
                            + " MiB");
            out.flush();
        }
        SteadyReport report;
        try {
            report = new SteadyReport(rate, run(flags, kept));
        } catch (Fault | IllegalStateException | IOException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
        if (json) {
            Json text = header.json();
            report.write(text);
            out.println(text.end());
            out.flush();
        } else {
            report.print(out);
        }
        return report.breaches().isEmpty() ? 0 : 1;
    }

    private List<SteadyMinute> run(List<String> flags, String kept) throws IOException {
        OrderFlow flow = FlowRecorder.recordCycle(SEED, RESTING, CYCLE);
        double seconds = warmUpSeconds + MORE_SECONDS + minutes * SECONDS_PER_MINUTE;
        long commands = RESTING + (long) (rate * seconds);
        try (ExchangeFolder folder = ExchangeFolder.make(kept, threads, RESTING * 2, commands);
                SteadyProcess exchange = SteadyProcess.start(flags, folder.configuration());
                FlowClient client =
                        FlowClient.connect(
                                new ServerAddress("127.0.0.1", exchange.port()),
                                folder.key(),
                                position -> {})) {
            return load(flow, client, exchange);
        }
    }

    /** The book is filled first, as fast as it goes; then all is paced. */
    private List<SteadyMinute> load(OrderFlow flow, FlowClient client, SteadyProcess exchange)
            throws IOException {
        Progress progress = new Progress(spec.commandLine().getErr());
        progress.tell("filling the book, then warming up for " + warmUpSeconds + " s");
        for (int i = 0; i < RESTING; i++) {
            client.send(flow, i);
        }
        client.awaitAnswers();
        Schedule schedule = new Schedule(System.nanoTime(), rate);
        long sent = send(flow, client, schedule, 0, warmUpSeconds * NS_PER_SECOND);
        exchange.use();
        long answered = client.answered();
        List<SteadyMinute> measured = new ArrayList<>();
        double left = minutes;
        while (left > 0) {
            double minute = Math.min(1, left);
            left -= minute;
            long untilNs =
                    (long)
                            ((warmUpSeconds + (minutes - left) * SECONDS_PER_MINUTE)
                                    * NS_PER_SECOND);
            sent = send(flow, client, schedule, sent, untilNs);
            SteadyMinute one = new SteadyMinute(client.answered() - answered, exchange.use());
            answered += one.answered();
            measured.add(one);
            progress.tell("minute " + measured.size() + ": " + one.use().allocatedBytes() + " B");
        }
        client.awaitAnswers();
        return measured;
    }

    /**
     * Sends what is due up to a time, in steps of half a millisecond.
     *
     * @param sent before
     * @param untilNs from the beginning of the schedule
     * @return sent up to now
     */
    private static long send(
            OrderFlow flow, FlowClient client, Schedule schedule, long sent, long untilNs) {
        long next = sent;
        while (schedule.dueNs(next) - schedule.dueNs(0) < untilNs) {
            if (schedule.dueNs(next) - System.nanoTime() > 0) {
                LockSupport.parkNanos(STEP_NS);
            } else {
                client.send(flow, RESTING + next);
                next++;
            }
        }
        return next;
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>(JvmFlags.ofProfile(profile));
        flags.addAll(
                List.of("-Xms" + heapMib + "m", "-Xmx" + heapMib + "m", "-XX:+AlwaysPreTouch"));
        return flags;
    }

    private String words() {
        return "steady --minutes=%s --warm-up=%d --rate=%d --profile=%s --heap=%d --durability=%s %s"
                .formatted(
                        minutes,
                        warmUpSeconds,
                        rate,
                        profile,
                        heapMib,
                        durability,
                        String.join(" ", threads.words()));
    }

    private void check() {
        if (!(minutes >= 0.02 && minutes <= 1_440)) {
            throw new ParameterException(
                    spec.commandLine(), "--minutes is " + minutes + "; it must be 0.02 to 1440");
        }
        PacedOptions.requireRange(spec, "--warm-up", warmUpSeconds, 0, 3_600);
        PacedOptions.requireRange(spec, "--rate", rate, 100, 1_000_000);
        PacedOptions.requireRange(spec, "--heap", heapMib, 64, 1_048_576);
        String fault = JvmFlags.fault(profile);
        if (fault != null) {
            throw new ParameterException(spec.commandLine(), fault);
        }
    }
}
