// SPDX-License-Identifier: Apache-2.0

/**
 * exchange-core's whole pipeline, as a process that the benches start beside Ringbook's: grouping,
 * risk, matching, results, and its journal if asked for. It needs a JDK 17 (on 25 its pipeline does
 * not start) and libraries of its time, so it shares no class with the rest of the project, which
 * talks to it by a file of commands and lines of text.
 *
 * <p>Prices are ticks, quantities lots; times are {@code System.nanoTime}.
 */
package io.ringbook.peers;
