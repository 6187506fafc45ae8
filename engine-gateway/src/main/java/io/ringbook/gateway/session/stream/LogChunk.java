// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * A stretch of an {@link OutboundLog}: whole frames one after the other, zeros behind the last. A
 * frame never reaches over the end; what does not fit opens the next chunk.
 */
final class LogChunk {
    final UnsafeBuffer buffer;

    /** Sequence of the frame at offset 0. */
    final long firstSequence;

    /** Bytes of all frames in the chunks before. */
    final long firstPosition;

    /** Written before the first frame in it is published, read after that. */
    LogChunk next;

    LogChunk(UnsafeBuffer buffer, long firstSequence, long firstPosition) {
        this.buffer = buffer;
        this.firstSequence = firstSequence;
        this.firstPosition = firstPosition;
    }
}
