// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import io.ringbook.bench.load.Latencies;
import io.ringbook.bench.load.Schedule;
import io.ringbook.bench.load.ThreadOptions;
import io.ringbook.bench.stream.CommandStream;
import io.ringbook.bench.stream.RecordedStream;
import io.ringbook.bench.subject.RingbookPipeline;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.JournalOptions;
import java.util.concurrent.TimeUnit;

/** Plays a stream once on a new Ringbook. The calling thread submits. */
final class RingbookPlayer {
    private static final long LEAD_NS = 10_000_000L;
    private static final int MORE_ORDERS = 1_000;

    private final RecordedStream recorded;
    private final ThreadOptions threads;
    private final int accounts;

    RingbookPlayer(RecordedStream recorded, ThreadOptions threads, int accounts) {
        this.recorded = recorded;
        this.threads = threads;
        this.accounts = accounts;
    }

    Played play(Play asked) throws InterruptedException {
        CommandStream stream = recorded.stream();
        int from = stream.measuredFrom();
        int pacedTo = from + asked.count();
        int timedTo = asked.rate() == 0 ? stream.measuredTo() : pacedTo;
        Clock clock = new Clock(asked, from, timedTo);
        try (RingbookPipeline pipeline = start(asked, clock)) {
            submit(pipeline, 0, from);
            pipeline.awaitPublished();
            long startNs = System.nanoTime() + (asked.rate() == 0 ? 0 : LEAD_NS);
            if (asked.rate() > 0) {
                Schedule schedule = new Schedule(startNs, asked.rate());
                clock.schedule = schedule;
                for (int i = from; i < pacedTo; i++) {
                    schedule.await(i - from);
                    pipeline.submit(stream, i);
                }
            }
            submit(pipeline, pacedTo, timedTo);
            clock.awaitTimed();
            submit(pipeline, timedTo, stream.count());
            pipeline.awaitPublished();
            return new Played(
                    clock.timedToNs - startNs, pipeline.totals(), clock.latencies.histogram());
        }
    }

    private RingbookPipeline start(Play asked, Clock clock) {
        return new RingbookPipeline(
                threads.layout(),
                threads.plan(),
                JournalOptions.of(Durability.valueOf(asked.journal().name())),
                accounts,
                recorded.mostResting() + MORE_ORDERS,
                recorded.stream().count(),
                clock);
    }

    private void submit(RingbookPipeline pipeline, int from, int to) {
        for (int i = from; i < to; i++) {
            pipeline.submit(recorded.stream(), i);
        }
    }

    /** Takes the time where records are published. */
    private static final class Clock implements RingbookPipeline.Published {
        private static final long POLL_MS = 1;

        private final Latencies latencies;
        private final long from;
        private final long pacedTo;
        private final long timedTo;

        /** Written before the first paced command is submitted, which hands it over. */
        private Schedule schedule;

        private volatile long timedToNs;

        Clock(Play asked, int from, int timedTo) {
            this.latencies = new Latencies(asked.uncounted());
            this.from = from;
            this.pacedTo = from + (long) asked.count();
            this.timedTo = timedTo;
        }

        @Override
        public void onPublished(long index) {
            if (index >= from && index < pacedTo) {
                latencies.done(index - from, schedule.dueNs(index - from));
            }
            if (index + 1 == timedTo) {
                timedToNs = System.nanoTime();
            }
        }

        /** Sleeps, since whoever publishes may need this processor. */
        void awaitTimed() throws InterruptedException {
            while (timedToNs == 0) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
        }
    }
}
