// SPDX-License-Identifier: Apache-2.0

/**
 * Order flow for benches: made once from a seed, then played as often as wanted.
 *
 * <p>Prices and quantities are mantissas, as in commands. Nothing here runs in measured time but
 * {@link io.ringbook.bench.flow.OrderFlow#load}.
 */
package io.ringbook.bench.flow;
