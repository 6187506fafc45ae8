// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * JMH profiler for the pauses of the collector in each iteration: how many, P50, P99, longest, and
 * all together. Percentiles and maximum of a run are those of its worst iteration.
 */
public final class GcPauseProfiler implements InternalProfiler {
    private final GcPauseRecorder recorder = new GcPauseRecorder();

    /** For JMH, which makes it by name. */
    public GcPauseProfiler() {}

    @Override
    public String getDescription() {
        return "Pauses of the garbage collector: count, P50, P99, longest, total";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        recorder.start();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        try {
            return results(recorder.stop());
        } catch (IOException e) {
            throw new UncheckedIOException("the flight recording cannot be read", e);
        }
    }

    private static List<ScalarResult> results(Histogram pauses) {
        long totalNs = 0;
        for (var value : pauses.recordedValues()) {
            totalNs += value.getValueIteratedTo() * value.getCountAtValueIteratedTo();
        }
        return List.of(
                new ScalarResult(
                        "gc.pause.count", pauses.getTotalCount(), "pauses", AggregationPolicy.SUM),
                micros("gc.pause.p50", pauses.getValueAtPercentile(50), AggregationPolicy.MAX),
                micros("gc.pause.p99", pauses.getValueAtPercentile(99), AggregationPolicy.MAX),
                micros("gc.pause.max", pauses.getMaxValue(), AggregationPolicy.MAX),
                micros("gc.pause.total", totalNs, AggregationPolicy.SUM));
    }

    private static ScalarResult micros(String name, long valueNs, AggregationPolicy policy) {
        return new ScalarResult(name, valueNs / 1e3, "us", policy);
    }
}
