// SPDX-License-Identifier: Apache-2.0
/**
 * Admission by the command alone: rate, client order id, names, phase, fields (rules 6.1 to 6.5).
 *
 * <p>Sees the command and its own state, never a book; so its answer does not depend on how far
 * match has got. Prices and quantities are mantissas on the way in, ticks and lots in an {@link
 * io.ringbook.core.validate.Admission} on the way out. One thread, validate's. Imports neither
 * codec, ring nor journal.
 */
package io.ringbook.core.validate;
