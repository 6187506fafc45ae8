// SPDX-License-Identifier: Apache-2.0
/**
 * The journal: what was sequenced, with what it caused, one record per command, on disk.
 *
 * <p>Writes through Chronicle Queue, one queue per roll file, and reads the files itself, so that
 * nothing but length, checksum and chain of the records is trusted. Drawn in {@code
 * docs/JOURNAL_FORMAT.md}; decisions in {@code docs/adr/0010} and {@code 0011}.
 *
 * <p>Units: lengths and positions are bytes, times epoch nanoseconds. Thread: one journal thread
 * appends; one helper thread allocates and touches pages ahead of it. Knows neither order, book nor
 * matching; of the codec it uses the record header only.
 */
package io.ringbook.core.journal;
