// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.stats;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.ringbook.gateway.fault.Fault;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * What an exchange said of itself.
 *
 * @param started when it began to time
 * @param now when it said this
 * @param threads its layout
 * @param durability of what was answered
 * @param sequence of the last command published
 * @param underWay commands sequenced and not yet published
 * @param ringSize how many may be
 * @param timedOneIn how many commands there are to one that is timed stage by stage; 0: none is
 * @param last complete interval, null before there is one
 * @param sinceStart all of it
 */
public record StatsReply(
        Instant started,
        Instant now,
        String threads,
        String durability,
        long sequence,
        long underWay,
        long ringSize,
        long timedOneIn,
        StatsSection last,
        StatsSection sinceStart) {
    private static final int VERSION = 1;
    private static final long TOP_NS = 60_000_000_000L;

    /**
     * Reads a line of an exchange. Fields that are not known are not looked at.
     *
     * @throws Fault if it is none
     */
    public static StatsReply parse(String json) {
        try {
            Config config =
                    ConfigFactory.parseString(
                            json, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON));
            int version = config.getInt("version");
            if (version != VERSION) {
                throw new Fault(
                        "the exchange gives statistics of version "
                                + version
                                + "; this ringbook reads version "
                                + VERSION);
            }
            return new StatsReply(
                    Instant.parse(config.getString("started")),
                    Instant.parse(config.getString("now")),
                    config.getString("threads"),
                    config.getString("durability"),
                    config.getLong("sequence"),
                    config.getLong("under_way"),
                    config.getLong("ring_size"),
                    config.getLong("timed_one_in"),
                    config.hasPath("last") ? section(config.getConfig("last")) : null,
                    section(config.getConfig("since_start")));
        } catch (ConfigException | DateTimeException e) {
            throw new Fault("what was answered is no statistics of an exchange", e);
        }
    }

    private static StatsSection section(Config config) {
        List<StatsRow> rows = new ArrayList<>();
        for (Config row : config.getConfigList("times")) {
            rows.add(row(row));
        }
        return new StatsSection(config.getLong("duration_ms"), rows);
    }

    private static StatsRow row(Config row) {
        return new StatsRow(
                row.getString("time"),
                row.getLong("one_in"),
                row.getLong("count"),
                row.getLong("count_at_top"),
                row.hasPath("busy_ppm") ? row.getLong("busy_ppm") : StatsRow.NO_WORK,
                List.of(
                        row.getLong("mean_ns"),
                        row.getLong("p50_ns"),
                        row.getLong("p90_ns"),
                        row.getLong("p99_ns"),
                        row.getLong("p99_9_ns"),
                        row.getLong("p99_99_ns"),
                        row.getLong("max_ns")),
                row.hasPath("histogram") ? histogram(row.getString("histogram")) : null);
    }

    private static Histogram histogram(String text) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text)), TOP_NS);
        } catch (DataFormatException | RuntimeException e) {
            throw new Fault("what was answered holds no histogram", e);
        }
    }

    /**
     * What came in after an earlier answer, or null if that was of another process. Both with
     * histograms.
     */
    public StatsSection since(StatsReply earlier) {
        if (!earlier.started.equals(started)) {
            return null;
        }
        long durationMs = Duration.between(earlier.now, now).toMillis();
        return sinceStart.minus(earlier.sinceStart, durationMs);
    }
}
