// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.steady;

import io.ringbook.bench.gc.JvmReading.ThreadBytes;
import io.ringbook.bench.report.Json;
import io.ringbook.bench.report.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows the minutes of a run, and what of the promise they break. */
final class SteadyReport {
    private static final double MOST_BYTES_PER_MINUTE = 1_000_000;
    private static final double LEAST_OF_RATE = 0.99;

    private final long rate;
    private final List<SteadyMinute> minutes;

    SteadyReport(long rate, List<SteadyMinute> minutes) {
        this.rate = rate;
        this.minutes = List.copyOf(minutes);
    }

    /** Sentences on what is not as promised; none if all is. */
    List<String> breaches() {
        List<String> breaches = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i++) {
            SteadyMinute minute = minutes.get(i);
            String when = "minute " + (i + 1) + ": ";
            if (minute.use().collections() > 0) {
                breaches.add(when + minute.use().collections() + " collections, promised are none");
            }
            if (minute.engineBytes() > 0) {
                breaches.add(
                        when
                                + minute.engineBytes()
                                + " bytes allocated by threads of the engine, promised are none");
            }
            if (minute.bytesPerMinute() > MOST_BYTES_PER_MINUTE) {
                breaches.add(
                        String.format(
                                Locale.ROOT,
                                "%s%.0f bytes a minute allocated by all threads, promised are at"
                                        + " most %.0f",
                                when,
                                minute.bytesPerMinute(),
                                MOST_BYTES_PER_MINUTE));
            }
            if (minute.rate() < rate * LEAST_OF_RATE) {
                breaches.add(
                        String.format(
                                Locale.ROOT,
                                "%s%.0f commands a second were answered, asked for were %d",
                                when,
                                minute.rate(),
                                rate));
            }
        }
        return breaches;
    }

    /** A row for each minute, then the verdict. */
    void print(PrintWriter out) {
        Table table =
                new Table(
                        "minute",
                        "answered",
                        "per second",
                        "collections",
                        "engine bytes",
                        "all bytes/min",
                        "cpu %",
                        "most by");
        for (int i = 0; i < minutes.size(); i++) {
            SteadyMinute minute = minutes.get(i);
            List<ThreadBytes> threads = minute.use().threads();
            table.row(
                    i + 1 + "",
                    minute.answered() + "",
                    decimal(minute.rate()),
                    minute.use().collections() + "",
                    minute.engineBytes() + "",
                    decimal(minute.bytesPerMinute()),
                    decimal(minute.use().processorPercent()),
                    threads.isEmpty()
                            ? "-"
                            : threads.getFirst().thread() + " " + threads.getFirst().bytes());
        }
        table.print(out);
        List<String> breaches = breaches();
        if (breaches.isEmpty()) {
            out.println(
                    "held: no collection, no byte allocated by threads of the engine, at most 1 MB"
                            + " a minute by all together");
        }
        breaches.forEach(breach -> out.println("not held: " + breach));
        out.flush();
    }

    /** Adds an object of all of it. */
    void write(Json json) {
        json.object("results")
                .field("held", breaches().isEmpty())
                .texts("breaches", breaches())
                .objects(
                        "minutes",
                        minutes,
                        (minute, object) ->
                                object.field("answered", minute.answered())
                                        .field("answered_per_second", minute.rate(), 1)
                                        .field("collections", minute.use().collections())
                                        .field("engine_bytes", minute.engineBytes())
                                        .field("bytes_per_minute", minute.bytesPerMinute(), 0)
                                        .field(
                                                "processor_percent",
                                                minute.use().processorPercent(),
                                                1)
                                        .objects(
                                                "threads",
                                                minute.use().threads(),
                                                (thread, one) ->
                                                        one.field("thread", thread.thread())
                                                                .field("bytes", thread.bytes())))
                .end();
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
