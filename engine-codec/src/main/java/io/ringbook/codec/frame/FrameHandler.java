// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.frame;

import org.agrona.DirectBuffer;

/** Takes whole frames from a {@link FrameDecoder}. */
@FunctionalInterface
public interface FrameHandler {
    /**
     * One frame, whole; the bytes are valid during the call only. Its length is sound, its payload
     * is not yet verified.
     *
     * @return false to stop the decoder behind this frame, which counts as taken
     */
    boolean onFrame(DirectBuffer buffer, int offset, int length);
}
