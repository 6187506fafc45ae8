// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import io.ringbook.core.metrics.StageMetrics;
import io.ringbook.core.metrics.Ticker;
import java.nio.file.Path;

/**
 * What is timed, and where it is written.
 *
 * @param stages whether anything is timed
 * @param oneIn how many commands there are to one that is timed stage by stage
 * @param intervalNs from one line of each time to the next
 * @param hlog folder of the interval logs, relative to the data directory; empty for none
 * @param hlogBytes that they may take in all
 */
public record MetricsSettings(
        boolean stages, int oneIn, long intervalNs, String hlog, long hlogBytes) {
    /** Least that {@code hlogBytes} may be. */
    public static final long MIN_HLOG_BYTES = 1L << 20;

    /** Checks the values. */
    public MetricsSettings {
        if (oneIn < 1 || oneIn > StageMetrics.MAX_ONE_IN || intervalNs < 1) {
            throw new IllegalArgumentException(
                    "one in 1 to " + StageMetrics.MAX_ONE_IN + ", at a positive interval");
        }
        if (hlogBytes < MIN_HLOG_BYTES) {
            throw new IllegalArgumentException("logs take " + MIN_HLOG_BYTES + " bytes or more");
        }
    }

    /** One in 64, every 10 seconds, at most 256 MiB under the data directory. */
    public static MetricsSettings defaults() {
        return new MetricsSettings(true, 64, 10_000_000_000L, "metrics", 256L << 20);
    }

    /** The metrics of an engine that is started with these settings. */
    public StageMetrics newMetrics() {
        return stages ? StageMetrics.on(Ticker.SYSTEM, oneIn) : StageMetrics.off();
    }

    /** Folder of the interval logs, null for none. */
    public Path hlogFolder(Path dataDirectory) {
        return stages && !hlog.isEmpty() ? dataDirectory.resolve(hlog).normalize() : null;
    }
}
