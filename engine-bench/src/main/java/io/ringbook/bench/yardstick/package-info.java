// SPDX-License-Identifier: Apache-2.0

/**
 * Ringbook as an engine under the public yardstick {@code matching-engine-benchmark}: a native
 * harness hands over runs of messages and drains the reports; see docs/BENCHMARKS.md.
 *
 * <p>Matching is {@link io.ringbook.core.match.MatchShard}, as shipped; here is only translation.
 * Prices are ticks, quantities lots; addresses are of native memory. One thread, the harness'.
 */
package io.ringbook.bench.yardstick;
