// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import io.ringbook.codec.frame.FrameDescriptor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * All sequenced messages of one session and one trading day, as encoded frames, from sequence 1 on.
 * Append-only: a connection is a {@link LogCursor} in it, wherever it begins.
 *
 * <p>Threads: the publishing thread writes, any thread reads frames up to {@link #lastSequence}.
 * Memory order: a frame, and the link to its chunk, are written before the release of its sequence;
 * who has acquired that sequence sees them.
 *
 * <p>Storage: none before the first frame, then chunks of a {@link ChunkStore}, each as long as all
 * before it together if there is room. Finding a sequence costs a walk over the chunks and one
 * chunk's frame headers.
 */
public final class OutboundLog {
    private static final VarHandle LAST_SEQUENCE;
    private static final VarHandle END_POSITION;
    private static final VarHandle CLOSED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            LAST_SEQUENCE = lookup.findVarHandle(OutboundLog.class, "lastSequence", long.class);
            END_POSITION = lookup.findVarHandle(OutboundLog.class, "endPosition", long.class);
            CLOSED = lookup.findVarHandle(OutboundLog.class, "closed", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ChunkStore store;
    private LogChunk first;
    private LogChunk last;
    private int writeOffset;

    // Written by the publishing thread, read by the thread of the connections.
    private long lastSequence;
    private long endPosition;
    private boolean closed;

    OutboundLog(ChunkStore store) {
        this.store = store;
    }

    /**
     * Makes room for the next frame, which the caller writes at {@link #writeOffset} and then
     * commits.
     *
     * @param maxLength longest that it can be
     */
    MutableDirectBuffer claim(int maxLength) {
        if (last == null || last.buffer.capacity() - writeOffset < maxLength) {
            openChunk();
        }
        return last.buffer;
    }

    /** Where the claimed frame begins in its buffer. */
    int writeOffset() {
        return writeOffset;
    }

    /** Sequence of the claimed frame. */
    long nextSequence() {
        return lastSequence + 1;
    }

    /** Publishes the claimed frame. */
    void commit(int length) {
        writeOffset += length;
        END_POSITION.setOpaque(this, endPosition + length);
        LAST_SEQUENCE.setRelease(this, lastSequence + 1);
    }

    /** Ends the day of this log: nothing will follow. */
    void close() {
        CLOSED.setRelease(this, true);
    }

    /** Sequence of the last published frame, 0 before the first. Any thread. */
    public long lastSequence() {
        return (long) LAST_SEQUENCE.getAcquire(this);
    }

    /** Bytes of all frames; at least those up to a sequence acquired before. Any thread. */
    long endPosition() {
        return (long) END_POSITION.getOpaque(this);
    }

    /** True once nothing will follow {@link #lastSequence}. Any thread. */
    boolean isClosed() {
        return (boolean) CLOSED.getAcquire(this);
    }

    /**
     * The chunk that a published sequence, or the next one, belongs into; null as long as nothing
     * is published. Any thread.
     */
    LogChunk chunkOf(long sequence, long publishedSequence) {
        if (publishedSequence == 0) {
            return null;
        }
        LogChunk chunk = first;
        while (chunk.firstSequence <= publishedSequence) {
            LogChunk next = chunk.next;
            if (next == null || next.firstSequence > sequence) {
                break;
            }
            chunk = next;
        }
        return chunk;
    }

    /** Length of the frame at an offset of a chunk; 0 behind its last one. */
    static int frameLength(LogChunk chunk, int offset) {
        return offset + FrameDescriptor.HEADER_LENGTH > chunk.buffer.capacity()
                ? 0
                : FrameDescriptor.length(chunk.buffer, offset);
    }

    private void openChunk() {
        long wanted = Long.highestOneBit(endPosition);
        int length =
                (int)
                        Math.max(
                                ChunkStore.MIN_CHUNK_LENGTH,
                                Math.min(ExtentSource.EXTENT_LENGTH, wanted));
        UnsafeBuffer buffer = store.take(length);
        LogChunk chunk = new LogChunk(buffer, lastSequence + 1, endPosition);
        if (last == null) {
            first = chunk;
        } else {
            last.next = chunk;
        }
        last = chunk;
        writeOffset = 0;
    }
}
