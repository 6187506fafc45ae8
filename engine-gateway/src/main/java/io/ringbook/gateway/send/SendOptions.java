// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.send;

import io.ringbook.gateway.client.ServerAddress;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What to send, where and how.
 *
 * @param commands the command file
 * @param address of the exchange
 * @param keys folder of the sessions' keys, a session for each account, named like it
 * @param patience how long a cut session tries to come back
 * @param ordersOnly true to leave out lines that no session sends, false to stop at them
 * @param keepGoing true to go on behind malformed lines
 */
public record SendOptions(
        Path commands,
        ServerAddress address,
        Path keys,
        Duration patience,
        boolean ordersOnly,
        boolean keepGoing) {}
