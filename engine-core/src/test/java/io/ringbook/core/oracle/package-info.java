// SPDX-License-Identifier: Apache-2.0
/**
 * The reference exchange: the trading rules once more, slow and obvious, to hold the engine
 * against.
 *
 * <p>Plain collections, linear scans, {@link java.math.BigInteger} where a product could overflow.
 * Prices and quantities are mantissas at the instrument's decimals throughout; there are no ticks
 * and lots here. Shares no code with book, match, validate and risk: imports only the vocabulary
 * ({@code core.order}) and the reference data ({@code core.instrument}).
 */
package io.ringbook.core.oracle;
