// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import io.ringbook.bench.flow.EngineRig;
import io.ringbook.bench.flow.FlowRecorder;
import io.ringbook.bench.flow.OrderFlow;
import io.ringbook.bench.flow.SampleRecord;
import io.ringbook.bench.flow.TemporaryFolder;
import io.ringbook.bench.gc.JvmReading;
import io.ringbook.bench.gc.PauseRecorder;
import io.ringbook.bench.gc.TimedReadings;
import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.UnkeptJournal;
import java.io.IOException;
import java.time.Instant;

/**
 * One paced run in this JVM: work at the times at which it is due, and beside its latency what the
 * JVM did meanwhile. The thread that runs it does the work, or submits it.
 */
public final class PacedRun {
    private static final int RESTING = 10_000;
    private static final int COMMANDS = 200_000;
    private static final long SEED = 20261122;
    private static final int DEFINITIONS = 3;
    private static final long LEAD_NS = 10_000_000L;

    private final PacedOptions options;
    private final Latencies latencies;
    private final PauseRecorder recorder = new PauseRecorder();
    private Schedule schedule;
    private TimedReadings readings;
    private Instant from;
    private Instant to;

    private PacedRun(PacedOptions options) {
        this.options = options;
        this.latencies = new Latencies(options.warmUpCount());
    }

    /** Appends a record of 256 bytes to a journal, on this thread. */
    public static PacedResult journal(PacedOptions options) throws IOException {
        return new PacedRun(options).appends();
    }

    /** Submits commands to an engine on this thread; the thread that publishes takes the time. */
    public static PacedResult pipeline(PacedOptions options, ThreadOptions threads)
            throws IOException {
        return new PacedRun(options).commands(threads);
    }

    private PacedResult appends() throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder();
                Journal journal = open(folder)) {
            SampleRecord sample = new SampleRecord();
            begin();
            for (long i = 0; i < options.count(); i++) {
                sample.sequenced(i + 1);
                schedule.await(i);
                journal.append(sample.buffer(), 0, sample.length());
                journal.force();
                latencies.done(i, schedule.dueNs(i));
            }
            return result(-1);
        }
    }

    private PacedResult commands(ThreadOptions threads) throws IOException {
        OrderFlow flow = FlowRecorder.recordCycle(SEED, RESTING, COMMANDS);
        long ids = flow.ids(RESTING + options.count());
        PublishedClock clock = new PublishedClock(RESTING + DEFINITIONS, latencies);
        try (EngineRig rig =
                new EngineRig(
                        threads.layout(),
                        threads.plan(),
                        options.journal(),
                        RESTING * 2,
                        Math.toIntExact(ids),
                        clock)) {
            for (int i = 0; i < RESTING; i++) {
                rig.submit(flow, i);
            }
            rig.awaitPublished();
            begin();
            clock.start(schedule);
            for (long i = 0; i < options.count(); i++) {
                schedule.await(i);
                rig.submit(flow, RESTING + i);
            }
            rig.awaitPublished();
            return result(IdleTime.percentOfAProcessor());
        }
    }

    /** Says when each piece is due, and has the JVM watched from the first one that counts. */
    private void begin() {
        recorder.start();
        long nowNs = System.nanoTime();
        Instant now = Instant.now();
        schedule = new Schedule(nowNs + LEAD_NS, options.rate());
        long fromNs = schedule.dueNs(options.warmUpCount());
        long toNs = schedule.dueNs(options.count());
        from = now.plusNanos(fromNs - nowNs);
        to = now.plusNanos(toNs - nowNs);
        readings = TimedReadings.between(fromNs, toNs);
    }

    private PacedResult result(double idlePercent) throws IOException {
        JvmReading.Use use = readings.await();
        return new PacedResult(latencies.histogram(), recorder.stop(from, to), use, idlePercent);
    }

    private Journal open(TemporaryFolder folder) {
        return options.isJournaled()
                ? ChronicleJournal.open(
                        folder.path(), options.journal(), (buffer, offset, length) -> {})
                : new UnkeptJournal();
    }
}
