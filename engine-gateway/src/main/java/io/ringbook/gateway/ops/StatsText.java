// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import io.ringbook.core.metrics.StageTime;
import io.ringbook.gateway.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import org.HdrHistogram.Histogram;

/**
 * Statistics as one line of JSON. Fields may be added; another meaning of one that is there is
 * another {@link #VERSION}.
 */
final class StatsText {
    static final int VERSION = 1;

    private final ExchangeFacts facts;
    private final StageHistory history;

    StatsText(ExchangeFacts facts, StageHistory history) {
        this.facts = facts;
        this.history = history;
    }

    /**
     * The line, with its end.
     *
     * @param withHistograms whether each time since the start has its histogram, in HdrHistogram's
     *     compressed form in Base64
     */
    byte[] json(boolean withHistograms) {
        Json json = new Json().object();
        history.show(
                (last, sinceStart) -> {
                    describe(json, sinceStart);
                    if (last != null) {
                        add(json.object("last"), last, false);
                    }
                    add(json.object("since_start"), sinceStart, withHistograms);
                });
        return (json.endObject() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void describe(Json json, StageInterval sinceStart) {
        json.field("version", VERSION)
                .field("started", Instant.ofEpochMilli(sinceStart.beginMs).toString())
                .field("now", Instant.ofEpochMilli(sinceStart.endMs).toString())
                .field("threads", facts.threads())
                .field("shards", facts.shards())
                .field("durability", facts.durability())
                .field("sequence", facts.sequence().getAsLong())
                .field("under_way", facts.underWay().getAsLong())
                .field("ring_size", facts.ringSize())
                .field("timed_one_in", facts.timedOneIn());
    }

    private void add(Json json, StageInterval interval, boolean withHistograms) {
        json.field("begin", Instant.ofEpochMilli(interval.beginMs).toString())
                .field("duration_ms", interval.durationMs())
                .array("times");
        for (StageTime time : StageTime.values()) {
            Histogram histogram = interval.times.of(time);
            json.element()
                    .field("time", time.text())
                    .field("count", histogram.getTotalCount())
                    .field("mean_ns", Math.round(histogram.getMean()))
                    .field("p50_ns", histogram.getValueAtPercentile(50))
                    .field("p90_ns", histogram.getValueAtPercentile(90))
                    .field("p99_ns", histogram.getValueAtPercentile(99))
                    .field("p99_9_ns", histogram.getValueAtPercentile(99.9))
                    .field("p99_99_ns", histogram.getValueAtPercentile(99.99))
                    .field("max_ns", histogram.getMaxValue())
                    .field("count_at_top", interval.times.countAtTop(time))
                    .field("one_in", oneIn(time));
            if (time.isWork()) {
                json.field("busy_ppm", busyPpm(time, interval));
            }
            if (withHistograms) {
                json.field("histogram", encoded(histogram));
            }
            json.endObject();
        }
        json.endArray().endObject();
    }

    /** How much of a processor the work takes, in millionths; more than a million with shards. */
    private long busyPpm(StageTime time, StageInterval interval) {
        if (interval.durationMs() <= 0) {
            return 0;
        }
        Histogram histogram = interval.times.of(time);
        double workedNs = histogram.getMean() * histogram.getTotalCount() * oneIn(time);
        // Nanoseconds of each millisecond are millionths.
        return Math.round(workedNs / interval.durationMs());
    }

    /** For how many each that was recorded stands. */
    private int oneIn(StageTime time) {
        return time.isSampled() ? facts.timedOneIn() : 1;
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes, Deflater.BEST_SPEED);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }
}
