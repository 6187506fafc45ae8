// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.run;

import io.ringbook.core.journal.Durability;
import io.ringbook.core.pipeline.EngineConfig;
import java.nio.file.Path;

/**
 * What to match and how.
 *
 * @param commands the command file
 * @param instruments the instruments file
 * @param accounts the accounts file; null: every account that is named is known
 * @param checkBook LOBSTER's order book file or zip to hold the book against; null for none
 * @param journal data directory to keep a journal in; null for none
 * @param durability of that journal
 * @param config threads and shards of the engine
 * @param keepGoing go on behind malformed lines
 */
public record MatchOptions(
        Path commands,
        Path instruments,
        Path accounts,
        Path checkBook,
        Path journal,
        Durability durability,
        EngineConfig config,
        boolean keepGoing) {}
