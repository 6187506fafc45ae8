// SPDX-License-Identifier: Apache-2.0

/**
 * From an order to its answer over loopback TCP, beside its floor: an exchange and echoes, each in
 * a process of its own, are given the same load by this process, one after the other, in many
 * rounds; while one is measured the others are stopped. What counts is the ratio within a round.
 *
 * <p>Latencies are nanoseconds from when an order was due.
 */
package io.ringbook.bench.answer;
