// SPDX-License-Identifier: Apache-2.0
/**
 * Reference data: instruments, accounts, sessions.
 *
 * <p>Definitions are immutable and enter the engine only as journaled admin commands. Prices and
 * quantities are mantissas at the instrument's decimals. Imports only the vocabulary.
 */
package io.ringbook.core.instrument;
