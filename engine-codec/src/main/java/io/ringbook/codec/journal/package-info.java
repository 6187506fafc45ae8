// SPDX-License-Identifier: Apache-2.0

/**
 * Layouts of the journal, as {@code schemas/journal.fbs} gives them: offsets of the record header,
 * of each command and of each event, and the texts that follow some commands.
 *
 * <p>All integers are little-endian and at fixed offsets from the start of their struct. Prices and
 * quantities are mantissas at the instrument's decimals, times are epoch nanoseconds. Nothing here
 * has state beyond a wrapped buffer, and nothing allocates. Imports nothing of the engine.
 */
package io.ringbook.codec.journal;
