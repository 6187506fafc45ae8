// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.pipeline;

import java.util.Locale;

/** Whose pipeline; ratios are to the first. */
enum PipelineEngine {
    /** Ours. */
    RINGBOOK,
    /** exchange-core 0.5.3. */
    EXCHANGE_CORE;

    /** {@code exchange-core} for {@link #EXCHANGE_CORE}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True if it has a journal of this kind. */
    boolean has(Play.Kept journal) {
        return this == RINGBOOK || journal != Play.Kept.COMMIT;
    }
}
