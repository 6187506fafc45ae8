// SPDX-License-Identifier: Apache-2.0

/**
 * The messages of order entry, as {@code schemas/order-entry.fbs} gives them: an encoder and a
 * decoder per struct, the types, and the descriptions that a verifier needs.
 *
 * <p>Reading: a {@link io.ringbook.codec.verify.FrameVerifier} of {@link
 * io.ringbook.codec.orderentry.OrderEntrySchema} says OK, then a decoder wraps the place of field 0
 * and reads at fixed offsets. Writing: an encoder writes the whole frame, its FlatBuffers vtable
 * included, at fixed places; what is sent can be read by any FlatBuffers runtime.
 *
 * <p>Prices and quantities are mantissas at the instrument's decimals, times epoch nanoseconds,
 * durations nanoseconds. Codecs are not thread-safe and do not allocate after construction. Imports
 * {@code frame} and {@code verify}, nothing else of the codec, nothing of the engine.
 */
package io.ringbook.codec.orderentry;
