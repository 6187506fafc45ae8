// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import io.ringbook.core.metrics.StageHistograms;

/** What was recorded from one moment to another. Changed and read under its owner's lock. */
final class StageInterval {
    final StageHistograms times = new StageHistograms();

    /** Epoch milliseconds. */
    long beginMs;

    /** Epoch milliseconds. */
    long endMs;

    void begin(long timeMs) {
        times.reset();
        beginMs = timeMs;
        endMs = timeMs;
    }

    long durationMs() {
        return endMs - beginMs;
    }
}
