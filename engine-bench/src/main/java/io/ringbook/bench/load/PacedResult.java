// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.load;

import io.ringbook.bench.gc.JvmReading;
import io.ringbook.bench.gc.Pauses;
import io.ringbook.bench.process.Figures;
import io.ringbook.bench.report.Json;
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
    /** What {@link #put} has put there; without idle time. */
    public static PacedResult of(Figures figures) {
        return new PacedResult(
                figures.histogram("latencies"), Pauses.of(figures), JvmReading.Use.of(figures), -1);
    }

    /** Adds it to figures. */
    public void put(Figures figures) {
        figures.put("latencies", latencies);
        use.put(figures);
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
