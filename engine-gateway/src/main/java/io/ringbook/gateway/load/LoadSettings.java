// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load;

import io.ringbook.gateway.client.ServerAddress;
import io.ringbook.gateway.load.drive.LoadWait;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a load is made with.
 *
 * @param address of the exchange
 * @param keys folder of the sessions' keys
 * @param connections sessions to log in, each with a key of its own; a recording has one for each
 *     of its accounts instead
 * @param symbols what to trade, each with the price to trade around as text, or an empty one; none
 *     for the first instrument there is
 * @param resting orders that all sessions together keep in the books
 * @param waiting how the load's thread waits
 * @param seed of the orders
 * @param recording command file to take the orders from, or null
 */
public record LoadSettings(
        ServerAddress address,
        Path keys,
        int connections,
        Map<String, String> symbols,
        int resting,
        LoadWait waiting,
        long seed,
        Path recording) {
    private static final int RESTING = 1_000;
    private static final long SEED = 1;

    /** One session, the first instrument, 1,000 resting orders, a spinning thread. */
    public static LoadSettings of(ServerAddress address, Path keys) {
        return new LoadSettings(address, keys, 1, Map.of(), RESTING, LoadWait.SPIN, SEED, null);
    }

    /** The same with so many sessions. */
    public LoadSettings withConnections(int count) {
        return new LoadSettings(address, keys, count, symbols, resting, waiting, seed, recording);
    }
}
