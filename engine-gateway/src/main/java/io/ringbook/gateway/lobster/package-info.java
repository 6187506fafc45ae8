// SPDX-License-Identifier: Apache-2.0
/**
 * A day in LOBSTER's format becomes a command file, and the engine's book is held against the day's
 * order book file.
 *
 * <p>Prices are mantissas at 4 decimals, as LOBSTER writes them; quantities are shares. Times are
 * nanoseconds since 1970 of the exchange's local time taken as UTC: midnight of the day in the file
 * name plus LOBSTER's seconds after midnight. One thread. Knows nothing of books or journals.
 */
package io.ringbook.gateway.lobster;
