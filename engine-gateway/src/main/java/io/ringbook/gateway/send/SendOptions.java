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
 * @param fromStart true to send the whole file, whatever its sessions have sent today
 */
public record SendOptions(
        Path commands,
        ServerAddress address,
        Path keys,
        Duration patience,
        boolean ordersOnly,
        boolean keepGoing,
        boolean fromStart) {

    /** Goes on behind what the sessions have sent of the file today. */
    public SendOptions(
            Path commands,
            ServerAddress address,
            Path keys,
            Duration patience,
            boolean ordersOnly,
            boolean keepGoing) {
        this(commands, address, keys, patience, ordersOnly, keepGoing, false);
    }
}
