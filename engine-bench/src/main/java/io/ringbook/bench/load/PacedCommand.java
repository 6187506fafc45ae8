// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import io.ringbook.bench.flow.EngineRig;
import io.ringbook.bench.flow.FlowRecorder;
import io.ringbook.bench.flow.OrderFlow;
import io.ringbook.bench.flow.SampleRecord;
import io.ringbook.bench.flow.TemporaryFolder;
import io.ringbook.bench.gc.GcPauseRecorder;
import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.core.threads.EngineThread;
import io.ringbook.core.threads.ThreadPlan;
import io.ringbook.core.threads.WaitMode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code paced journal} and {@code paced pipeline}: latency at a steady rate. */
@Command(
        name = "paced",
        description = "Latency at a steady rate, counted from when each piece of work was due.")
public final class PacedCommand {
    private static final long MIB = 1L << 20;
    private static final int RESTING = 10_000;
    private static final long SEED = 20261122;
    private static final long LEAD_NS = 10_000_000L;
    private static final int DEFINITIONS = 3;

    @Spec private CommandSpec spec;

    // set and read by picocli
    @SuppressWarnings("UnusedVariable")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Shows this help.")
    private boolean helpRequested;

    @Option(
            names = "--rate",
            scope = ScopeType.INHERIT,
            defaultValue = "100000",
            description = "Pieces a second, 1 to 1000000 (default: ${DEFAULT-VALUE}).")
    private long rate;

    @Option(
            names = "--seconds",
            scope = ScopeType.INHERIT,
            defaultValue = "10",
            description = "Measured time, 1 to 60 (default: ${DEFAULT-VALUE}).")
    private long seconds;

    @Option(
            names = "--warm-up",
            scope = ScopeType.INHERIT,
            defaultValue = "5",
            description = "Seconds before that, not counted, 0 to 60 (default: ${DEFAULT-VALUE}).")
    private long warmUpSeconds;

    @Option(
            names = "--durability",
            scope = ScopeType.INHERIT,
            defaultValue = "COMMIT",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Durability durability;

    @Option(
            names = "--touch-ahead",
            scope = ScopeType.INHERIT,
            defaultValue = "8",
            description =
                    "MiB of pages touched ahead of the journal, 0 to 1024 (default:"
                            + " ${DEFAULT-VALUE}).")
    private long touchAheadMib;

    @Option(
            names = "--hlog",
            scope = ScopeType.INHERIT,
            description = "File to which the histogram is written.")
    private Path hlog;

    private double idlePercent = -1;

    /** Appends to a journal on this thread. */
    @Command(name = "journal", description = "Appends a 256-byte record to a journal.")
    int journal() throws IOException {
        return run(
                "journal",
                latencies -> {
                    try (TemporaryFolder folder = new TemporaryFolder();
                            Journal journal = open(folder)) {
                        SampleRecord sample = new SampleRecord();
                        Schedule schedule = schedule();
                        for (long i = 0; i < count(); i++) {
                            sample.sequenced(i + 1);
                            schedule.await(i);
                            journal.append(sample.buffer(), 0, sample.length());
                            journal.force();
                            latencies.done(i, schedule.dueNs(i));
                        }
                    }
                });
    }

    /** Submits to an engine on this thread; the thread that publishes takes the time. */
    @Command(
            name = "pipeline",
            description = "Sends a command through the pipeline, to the record published.")
    int pipeline(
            @Option(
                            names = "--threads",
                            defaultValue = "AUTO",
                            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
                    ThreadLayout layout,
            @Option(
                            names = "--wait",
                            defaultValue = "SLEEPING",
                            description =
                                    "How all stages wait: ${COMPLETION-CANDIDATES} (default:"
                                            + " ${DEFAULT-VALUE}).")
                    WaitMode wait,
            @Option(
                            names = "--cpus",
                            split = ",",
                            description =
                                    "Processors to bind to, in the order of the stages; none if"
                                            + " left out.")
                    List<Integer> cpus)
            throws IOException {
        ThreadPlan threads = plan(layout, wait, cpus == null ? List.of() : cpus);
        OrderFlow flow = FlowRecorder.record(SEED, RESTING, Math.toIntExact(count()));
        return run(
                "pipeline, threads " + layout + ", waiting " + wait + ", bound to " + cpus,
                latencies -> {
                    PublishedClock clock = new PublishedClock(RESTING + DEFINITIONS, latencies);
                    try (EngineRig rig =
                            new EngineRig(
                                    layout, threads, options(), RESTING * 2, flow.count(), clock)) {
                        for (int i = 0; i < RESTING; i++) {
                            rig.submit(flow, i);
                        }
                        rig.awaitPublished();
                        Schedule schedule = schedule();
                        clock.start(schedule);
                        for (int i = 0; i < count(); i++) {
                            schedule.await(i);
                            rig.submit(flow, RESTING + i);
                        }
                        rig.awaitPublished();
                        idlePercent = IdleTime.percentOfAProcessor();
                    }
                });
    }

    private static ThreadPlan plan(ThreadLayout layout, WaitMode wait, List<Integer> cpus) {
        ThreadPlan plan = ThreadPlan.allWaiting(wait);
        Map<EngineThread, List<Integer>> listed = new EnumMap<>(EngineThread.class);
        int next = 0;
        for (EngineThread thread : layout.threads()) {
            if (thread.isStage() && next < cpus.size()) {
                listed.put(thread, List.of(cpus.get(next++)));
            }
        }
        return plan.withCpus(listed);
    }

    private int run(String name, Subject subject) throws IOException {
        requireRange("--rate", rate, 1, 1_000_000);
        requireRange("--seconds", seconds, 1, 60);
        requireRange("--warm-up", warmUpSeconds, 0, 60);
        requireRange("--touch-ahead", touchAheadMib, 0, 1_024);
        Latencies latencies = new Latencies(warmUpSeconds * rate);
        GcPauseRecorder pauses = new GcPauseRecorder();
        pauses.start();
        subject.run(latencies);
        report(name, latencies, pauses.stop());
        return 0;
    }

    private void report(String name, Latencies latencies, Histogram pauses) throws IOException {
        PrintStream out = System.out;
        out.printf(
                "%s  rate %d/s  %d s after %d s  durability %s  touched ahead %d MiB%n",
                name, rate, seconds, warmUpSeconds, durability, touchAheadMib);
        latencies.print(out);
        out.printf(
                "gc       %d pauses  P50 %s  P99 %s  max %s  (us)%n",
                pauses.getTotalCount(),
                Latencies.micros(pauses.getValueAtPercentile(50)),
                Latencies.micros(pauses.getValueAtPercentile(99)),
                Latencies.micros(pauses.getMaxValue()));
        if (idlePercent >= 0) {
            out.printf("idle     %.1f %% of a processor%n", idlePercent);
        }
        if (hlog != null) {
            HistogramLogWriter writer = new HistogramLogWriter(hlog.toFile());
            writer.outputLogFormatVersion();
            writer.outputLegend();
            writer.outputIntervalHistogram(0, (double) seconds, latencies.histogram(), 1_000.0);
            writer.close();
        }
    }

    private void requireRange(String option, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is " + value + "; it must be " + least + " to " + most);
        }
    }

    private JournalOptions options() {
        return JournalOptions.of(durability).withTouchAhead(touchAheadMib * MIB);
    }

    private Journal open(TemporaryFolder folder) {
        return durability == Durability.NONE
                ? new UnkeptJournal()
                : ChronicleJournal.open(folder.path(), options(), (buffer, offset, length) -> {});
    }

    private long count() {
        return (warmUpSeconds + seconds) * rate;
    }

    private Schedule schedule() {
        return new Schedule(System.nanoTime() + LEAD_NS, rate);
    }

    /** What is measured. */
    @FunctionalInterface
    private interface Subject {
        void run(Latencies latencies);
    }
}
