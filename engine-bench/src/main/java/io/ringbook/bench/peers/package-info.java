// SPDX-License-Identifier: Apache-2.0

/**
 * Ringbook beside other order books for the JVM, on the same streams in the same run: each in a JVM
 * of its own, round by round in turn, and nothing counts before their totals and trade hashes are
 * equal.
 *
 * <p>Each is given pre-decoded commands with ids that it can use as they are; docs/BENCHMARKS.md
 * says where their commands differ and how that is bridged.
 */
package io.ringbook.bench.peers;
