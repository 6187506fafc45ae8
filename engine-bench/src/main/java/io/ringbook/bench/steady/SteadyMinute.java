// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.steady;

import io.ringbook.bench.gc.JvmReading;

/**
 * What the exchange has used in a minute, or in what was left of the time.
 *
 * @param answered commands
 */
record SteadyMinute(long answered, JvmReading.Use use) {
    /** What allocates nothing once it is warm. */
    private static final String[] ENGINE = {
        "ringbook-io",
        "ringbook-engine",
        "ringbook-validate",
        "ringbook-match",
        "ringbook-journal",
        "ringbook-publish"
    };

    private static final double NS_PER_SECOND = 1e9;
    private static final double NS_PER_MINUTE = 60 * NS_PER_SECOND;

    /** Bytes that the threads of sockets and stages have allocated. */
    long engineBytes() {
        long bytes = 0;
        for (String prefix : ENGINE) {
            bytes += use.bytesOf(prefix);
        }
        return bytes;
    }

    double bytesPerMinute() {
        return use.allocatedBytes() * NS_PER_MINUTE / use.elapsedNs();
    }

    double rate() {
        return answered * NS_PER_SECOND / use.elapsedNs();
    }
}
