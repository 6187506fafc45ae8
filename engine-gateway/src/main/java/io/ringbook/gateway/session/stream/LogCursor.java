// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import io.ringbook.codec.frame.FrameDescriptor;
import java.nio.ByteBuffer;

/**
 * How far a connection has got in the {@link OutboundLog} of its session. Frames up to the end of
 * the log at login are a replay and get the flag of one as they are copied. One thread, that of the
 * connections; allocates nothing.
 */
public final class LogCursor {
    private final OutboundLog log;
    private final long replayEnd;

    /** Null before the first frame. */
    private LogChunk chunk;

    private int offset;
    private long nextSequence;

    /**
     * Begins in front of a frame.
     *
     * @param from next sequence that the client expects, at most one above the last published
     */
    public LogCursor(OutboundLog log, long from) {
        this.log = log;
        this.replayEnd = log.lastSequence();
        this.chunk = log.chunkOf(from, replayEnd);
        this.nextSequence = chunk == null ? 1 : chunk.firstSequence;
        while (nextSequence < from) {
            stepOver(OutboundLog.frameLength(chunk, offset));
        }
    }

    /** Sequence of the next frame to be copied. */
    public long nextSequence() {
        return nextSequence;
    }

    /** Last sequence that counts as a replay. */
    public long replayEnd() {
        return replayEnd;
    }

    /** True while frames of the replay are still to be copied. */
    public boolean isReplaying() {
        return nextSequence <= replayEnd;
    }

    /** True if something is published and not copied. */
    public boolean hasMore() {
        return nextSequence <= log.lastSequence();
    }

    /** Bytes published and not copied. */
    public long backlogBytes() {
        return log.endPosition() - (chunk == null ? 0 : chunk.firstPosition + offset);
    }

    /** True if the day is over and everything of it was copied. */
    public boolean isAtEndOfDay() {
        return log.isClosed() && !hasMore();
    }

    /**
     * Copies as many whole frames as there are and as fit.
     *
     * @param limitSequence last one to copy
     * @return bytes copied
     */
    public int copyTo(ByteBuffer target, long limitSequence) {
        long end = Math.min(limitSequence, log.lastSequence());
        int copied = 0;
        while (nextSequence <= end) {
            int length = frameLength();
            if (length > target.remaining()) {
                return copied;
            }
            int at = target.position();
            chunk.buffer.getBytes(offset, target, length);
            if (nextSequence <= replayEnd) {
                int flags = at + FrameDescriptor.FLAGS_OFFSET;
                target.put(flags, (byte) (target.get(flags) | FrameDescriptor.REPLAY_FLAG));
            }
            stepOver(length);
            copied += length;
        }
        return copied;
    }

    /** Length of the frame to be copied next, which is published. */
    private int frameLength() {
        if (chunk == null) {
            chunk = log.chunkOf(1, 1);
        }
        int length = OutboundLog.frameLength(chunk, offset);
        if (length == 0) {
            chunk = chunk.next;
            offset = 0;
            length = OutboundLog.frameLength(chunk, 0);
        }
        assert FrameDescriptor.sequence(chunk.buffer, offset) == nextSequence;
        return length;
    }

    private void stepOver(int length) {
        offset += length;
        nextSequence++;
    }
}
