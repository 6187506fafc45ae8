// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.send;

import java.util.List;

/**
 * What became of a file.
 *
 * @param passedCount commands that were taken earlier today, and not sent
 * @param sentCount commands sent, each answered unless lost
 * @param refusedCount those answered by a reject
 * @param lostCount those whose answer can no longer be learned
 * @param cutCount how often a session was cut and came back
 * @param leftOutCount lines left out because no session sends such commands
 * @param badLines malformed lines that were left out
 * @param elapsedNs from the first command to the last answer
 */
public record SendResult(
        long passedCount,
        long sentCount,
        long refusedCount,
        long lostCount,
        long cutCount,
        long leftOutCount,
        List<String> badLines,
        long elapsedNs) {

    /** True if every line was sent and answered. */
    public boolean isWhole() {
        return lostCount == 0 && badLines.isEmpty();
    }
}
