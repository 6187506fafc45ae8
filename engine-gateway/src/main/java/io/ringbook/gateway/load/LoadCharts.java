// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load;

import io.ringbook.gateway.plot.Axis;
import io.ringbook.gateway.plot.Chart;
import io.ringbook.gateway.plot.Series;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Draws what a load has measured. Stateless. */
public final class LoadCharts {
    private static final int TICKS_PER_HALF = 5;
    private static final double ALL = 100;
    private static final double NS_PER_US = 1e3;
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_SECOND = 1e9;
    private static final double[] PERCENTILES = {50, 99, 99.9};

    private LoadCharts() {}

    /** Latency against percentile. */
    public static String percentiles(StepResult result) {
        String title =
                String.format(
                        "Order to answer, %s load, %,.0f a second",
                        result.step().profile().text(), result.tally().duePerSecond());
        Chart chart = percentiles(title).add(curve("answer", result.latencies().answers()));
        if (result.latencies().fills().getTotalCount() > 0) {
            chart.add(curve("fill", result.latencies().fills()));
        }
        return chart.svg();
    }

    /** A chart of latencies against percentiles, without a line. */
    public static Chart percentiles(String title) {
        return new Chart(title, Axis.percentile("percentile"), latencyAxis());
    }

    /** A histogram as a line of such a chart, up to where the last value decides. */
    public static Series curve(String name, Histogram histogram) {
        List<Double> percentiles = new ArrayList<>();
        List<Double> latencies = new ArrayList<>();
        for (HistogramIterationValue value : histogram.percentiles(TICKS_PER_HALF)) {
            if (value.getPercentileLevelIteratedTo() < ALL) {
                percentiles.add(value.getPercentileLevelIteratedTo());
                latencies.add((double) Math.max(1, value.getValueIteratedTo()));
            }
        }
        return new Series(name, array(percentiles), array(latencies), false);
    }

    /** Latencies against the rate. */
    public static String ladder(LadderResult result) {
        List<StepResult> steps = result.byRate();
        Chart chart =
                new Chart(
                        "Order to answer against the rate",
                        Axis.log("orders a second", LoadCharts::count),
                        latencyAxis());
        double[] rates = new double[steps.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = (double) steps.get(i).step().perSecond();
        }
        for (double percentile : PERCENTILES) {
            double[] latencies = new double[rates.length];
            for (int i = 0; i < rates.length; i++) {
                latencies[i] = latency(steps.get(i), percentile);
            }
            String name = "P" + (percentile % 1 == 0 ? "" + (long) percentile : "" + percentile);
            chart.add(new Series(name, rates, latencies, true));
        }
        if (result.knee() > 0) {
            chart.mark((double) result.knee(), String.format("knee: %,d a second", result.knee()));
        }
        return chart.svg();
    }

    /** At least 1 ns: the axis has no place for 0. */
    private static double latency(StepResult step, double percentile) {
        long ns = step.latencies().answers().getValueAtPercentile(percentile);
        return (double) Math.max(1, ns);
    }

    private static Axis latencyAxis() {
        return Axis.log("latency", LoadCharts::time);
    }

    private static String time(double ns) {
        if (ns >= NS_PER_SECOND) {
            return String.format("%.0f s", ns / NS_PER_SECOND);
        }
        if (ns >= NS_PER_MS) {
            return String.format("%.0f ms", ns / NS_PER_MS);
        }
        return ns >= NS_PER_US
                ? String.format("%.0f µs", ns / NS_PER_US)
                : String.format("%.0f ns", ns);
    }

    private static String count(double value) {
        return String.format("%,.0f", value);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
