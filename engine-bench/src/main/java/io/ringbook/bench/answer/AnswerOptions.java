// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.answer;

import java.time.Duration;
import java.util.List;

/**
 * What is compared, and how.
 *
 * @param rounds that count
 * @param perSecond orders a second; 0 for half of what the exchange sustains
 * @param warmUp of each run
 * @param measured of each run
 * @param connections sessions
 * @param threads layout of the exchange, as its configuration says it
 * @param durability of the exchange, as its configuration says it
 * @param idleSpin of exchange and echo, as the configuration says it
 * @param more lines of configuration behind these
 * @param blocking true to have the blocking echo as well
 * @param flags of the JVMs
 */
record AnswerOptions(
        int rounds,
        long perSecond,
        Duration warmUp,
        Duration measured,
        int connections,
        String threads,
        String durability,
        String idleSpin,
        List<String> more,
        boolean blocking,
        List<String> flags) {}
