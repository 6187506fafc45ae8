// SPDX-License-Identifier: Apache-2.0
/**
 * Protections that need a price of reference or a limit: bands, collars, notional (rules 6.6, 6.8).
 *
 * <p>Integer arithmetic only; prices in ticks or mantissas as each method says. Used by the match
 * shard's thread. Imports neither codec, ring nor journal.
 */
package io.ringbook.core.risk;
