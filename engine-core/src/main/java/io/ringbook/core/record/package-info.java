// SPDX-License-Identifier: Apache-2.0
/**
 * Between decoded commands and events and the bytes of a journal record. The one place that knows
 * both; layouts stand in {@code io.ringbook.codec.journal}.
 *
 * <p>Prices and quantities are mantissas. Encoders and decoders have no thread of their own and no
 * state but the buffer they are on; none allocates once its buffer is large enough.
 */
package io.ringbook.core.record;
