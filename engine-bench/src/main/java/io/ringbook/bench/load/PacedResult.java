// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import io.ringbook.bench.gc.JvmReading;
import io.ringbook.bench.gc.Pauses;
import io.ringbook.bench.process.Figures;
import io.ringbook.bench.report.Json;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What a paced run has shown.
 *
 * @param latencies in nanoseconds, from when each piece was due
 * @param pauses in the measured time
 * @param use of this JVM in the measured time
 * @param idlePercent of a processor, when it had nothing to do; negative if not measured
 */
public record PacedResult(
        Histogram latencies, Pauses pauses, JvmReading.Use use, double idlePercent) {
    /** What {@link #put} has put there; without idle time and single threads. */
    public static PacedResult of(Figures figures) {
        return new PacedResult(
                figures.histogram("latencies"),
                Pauses.of(figures),
                new JvmReading.Use(
                        figures.number("elapsed-ns"),
                        figures.number("allocated-bytes"),
                        figures.number("processor-ns"),
                        figures.number("collections-ended"),
                        List.of()),
                -1);
    }

    /** Adds it to figures. */
    public void put(Figures figures) {
        figures.put("latencies", latencies)
                .put("elapsed-ns", use.elapsedNs())
                .put("allocated-bytes", use.allocatedBytes())
                .put("processor-ns", use.processorNs())
                .put("collections-ended", use.collections());
        pauses.put(figures);
    }

    /** Adds its fields to an object. */
    public void write(Json json) {
        Latencies.write(json, "latency", latencies);
        pauses.write(json);
        json.field("allocated_bytes_per_second", use.bytesPerSecond(), 0)
                .field("processor_percent", use.processorPercent(), 1);
        if (idlePercent >= 0) {
            json.field("idle_percent", idlePercent, 1);
        }
    }
}
