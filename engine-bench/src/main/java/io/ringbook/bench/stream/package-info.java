// SPDX-License-Identifier: Apache-2.0

/**
 * Streams of commands for one book, made from published parameters and a seed before anything is
 * measured, and what any engine must make of them.
 *
 * <p>Prices in ticks, quantities in lots. An order's id is the index of its command plus 1, so that
 * every engine can be given the same ids, prepared. A {@link io.ringbook.bench.stream.ModelBook}
 * trades along while a stream is made: cancels meet live orders, and the totals are known.
 *
 * <p>One thread makes a stream; made, it is read-only. Knows no engine.
 */
package io.ringbook.bench.stream;
