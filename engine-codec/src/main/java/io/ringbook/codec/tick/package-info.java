// SPDX-License-Identifier: Apache-2.0

/**
 * Market ticks from outside: bytes to symbol, price, size and time without a copy or an allocation,
 * and the one place where a {@code double} becomes an integer.
 *
 * <p>Decoders are not thread-safe. Imports {@code verify} for its verdicts, nothing else of the
 * codec, nothing of the engine.
 */
package io.ringbook.codec.tick;
