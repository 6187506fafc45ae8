// SPDX-License-Identifier: Apache-2.0

/**
 * Verifies FlatBuffers bytes before anybody reads them: {@link
 * io.ringbook.codec.verify.TableVerifier} is the generic core, {@link
 * io.ringbook.codec.verify.TableSchema} describes one table to it, {@link
 * io.ringbook.codec.verify.FrameVerifier} adds the frame and the choice of the table by type.
 *
 * <p>Any bytes give {@link io.ringbook.codec.verify.Verdict#OK} or a refusal with a reason: never
 * an exception, a read outside the given range, or memory or time in proportion to a claimed
 * length. Offsets and lengths are bytes. One thread per verifier; nothing allocates after
 * construction. Imports {@code frame} and nothing else of the codec, nothing of the engine.
 */
package io.ringbook.codec.verify;
