// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.gc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * JMH profiler for what stopped the threads in each iteration, pauses of the collector and all
 * safepoints: how many, P50, P99, longest, and all together. Percentiles and maximum of a run are
 * those of its worst iteration.
 */
public final class PauseProfiler implements InternalProfiler {
    private static final double NS_PER_US = 1e3;

    private final PauseRecorder recorder = new PauseRecorder();

    /** For JMH, which makes it by name. */
    public PauseProfiler() {}

    @Override
    public String getDescription() {
        return "Pauses of the collector, and all safepoints: count, P50, P99, longest, total";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        recorder.start();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        try {
            Pauses pauses = recorder.stop();
            List<ScalarResult> results = new ArrayList<>();
            add(results, "gc.pause", "pauses", pauses.collectorPauses());
            add(results, "safepoint", "stops", pauses.safepoints());
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException("the flight recording cannot be read", e);
        }
    }

    private static void add(List<ScalarResult> to, String name, String unit, Stops stops) {
        to.add(new ScalarResult(name + ".count", stops.count(), unit, AggregationPolicy.SUM));
        to.add(micros(name + ".p50", stops.percentileNs(50), AggregationPolicy.MAX));
        to.add(micros(name + ".p99", stops.percentileNs(99), AggregationPolicy.MAX));
        to.add(micros(name + ".max", stops.maxNs(), AggregationPolicy.MAX));
        to.add(micros(name + ".total", stops.totalNs(), AggregationPolicy.SUM));
    }

    private static ScalarResult micros(String name, long valueNs, AggregationPolicy policy) {
        return new ScalarResult(name, valueNs / NS_PER_US, "us", policy);
    }
}
