// SPDX-License-Identifier: Apache-2.0
/**
 * Matching: commands that validate let pass become changes of books and events (rules 1 to 4, 6.6
 * to 6.9).
 *
 * <p>Units: prices in ticks, quantities in lots; {@link io.ringbook.core.match.Reports} alone turns
 * them into mantissas for events. A {@link io.ringbook.core.match.MatchShard} owns everything here
 * and runs on one thread. No clock, no allocation once warm. Imports neither codec, ring nor
 * journal.
 */
package io.ringbook.core.match;
