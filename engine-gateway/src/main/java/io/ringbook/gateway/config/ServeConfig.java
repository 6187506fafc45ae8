// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.gateway.ops.MetricsSettings;
import io.ringbook.gateway.ops.StatsSettings;
import io.ringbook.gateway.tcp.ServerSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * The effective configuration. Immutable, checked.
 *
 * @param file it came from
 * @param dataDirectory journal, snapshots and outbound logs
 * @param server address, limits and times
 * @param engine threads and sizes
 * @param journal durability and room
 * @param metrics what is timed, and where it is written
 * @param stats who may ask for it
 * @param instruments with ids from 1 in the order of the file
 * @param accounts in the order of the file
 * @param sessions in the order of the file
 */
public record ServeConfig(
        Path file,
        Path dataDirectory,
        ServerSettings server,
        EngineConfig engine,
        JournalOptions journal,
        MetricsSettings metrics,
        StatsSettings stats,
        List<Instrument> instruments,
        List<AccountDefinition> accounts,
        List<SessionDefinition> sessions) {

    /** The same with another data directory. */
    public ServeConfig withDataDirectory(Path other) {
        return new ServeConfig(
                file,
                other,
                server,
                engine,
                journal,
                metrics,
                stats,
                instruments,
                accounts,
                sessions);
    }
}
