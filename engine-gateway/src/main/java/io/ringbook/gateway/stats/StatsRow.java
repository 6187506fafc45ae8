// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.stats;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * One time: how often, how long.
 *
 * @param time its name
 * @param oneIn for how many each that was recorded stands
 * @param count recorded
 * @param countAtTop of those, how many took longer than can be told
 * @param busyPpm how much of a processor it takes, in millionths; {@link #NO_WORK} if it is no work
 * @param valuesNs mean, P50, P90, P99, P99.9, P99.99, maximum
 * @param histogram null unless it was asked for
 */
public record StatsRow(
        String time,
        long oneIn,
        long count,
        long countAtTop,
        long busyPpm,
        List<Long> valuesNs,
        Histogram histogram) {
    /** A wait, or the whole. */
    static final long NO_WORK = -1;

    /** What was recorded after an earlier answer. */
    StatsRow minus(StatsRow earlier, long sinceMs) {
        Histogram since = histogram.copy();
        since.subtract(earlier.histogram);
        double workedNs = since.getMean() * since.getTotalCount() * oneIn;
        return new StatsRow(
                time,
                oneIn,
                since.getTotalCount(),
                countAtTop - earlier.countAtTop,
                busyPpm == NO_WORK ? NO_WORK : Math.round(workedNs / Math.max(1, sinceMs)),
                List.of(
                        Math.round(since.getMean()),
                        since.getValueAtPercentile(50),
                        since.getValueAtPercentile(90),
                        since.getValueAtPercentile(99),
                        since.getValueAtPercentile(99.9),
                        since.getValueAtPercentile(99.99),
                        since.getMaxValue()),
                since);
    }
}
