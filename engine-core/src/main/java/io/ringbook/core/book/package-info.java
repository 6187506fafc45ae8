// SPDX-License-Identifier: Apache-2.0
/**
 * The order book: resting orders by price and time.
 *
 * <p>Units: prices are <b>ticks</b>, quantities are <b>lots</b>. One thread, the match shard that
 * owns the book, reads and writes it; nobody else sees it. No allocation once the pools are warm.
 * Imports neither codec, ring nor journal.
 */
package io.ringbook.core.book;
