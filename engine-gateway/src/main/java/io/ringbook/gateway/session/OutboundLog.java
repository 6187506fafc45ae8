// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import io.ringbook.codec.frame.FrameDescriptor;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import org.agrona.MutableDirectBuffer;

/**
 * All sequenced messages of one session and one trading day, as encoded frames, from sequence 1 on.
 * Append-only: a connection is a {@link LogCursor} in it, wherever it begins.
 *
 * <p>Threads: the publishing thread writes, any thread reads frames up to {@link #lastSequence}.
 * Memory order: a frame, and the link to its chunk, are written before the release of its sequence;
 * who has acquired that sequence sees them.
 *
 * <p>Storage: chunks of {@value #FIRST_CHUNK_LENGTH} bytes, each twice the one before, up to
 * {@value #MAX_CHUNK_LENGTH}. Finding a sequence costs a walk over the chunks and one chunk's frame
 * headers.
 */
final class OutboundLog {
    static final int FIRST_CHUNK_LENGTH = 16 * 1024;
    static final int MAX_CHUNK_LENGTH = 4 * 1024 * 1024;

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
    private final Path file;
    private final LogChunk first;
    private LogChunk last;
    private int writeOffset;
    private long fileLength;

    // Written by the publishing thread, read by the thread of the connections.
    private long lastSequence;
    private long endPosition;
    private boolean closed;

    OutboundLog(ChunkStore store, int sessionId) {
        this.store = store;
        this.file = store.newFile(sessionId);
        this.first = new LogChunk(store.map(file, 0, FIRST_CHUNK_LENGTH), 1, 0);
        this.last = first;
        this.fileLength = FIRST_CHUNK_LENGTH;
    }

    /**
     * Makes room for the next frame, which the caller writes at {@link #writeOffset} and then
     * commits.
     *
     * @param maxLength longest that it can be
     */
    MutableDirectBuffer claim(int maxLength) {
        if (last.buffer.capacity() - writeOffset < maxLength) {
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

    /** Ends the day of this log: nothing will follow. Its file goes. */
    void close() {
        CLOSED.setRelease(this, true);
        store.delete(file);
    }

    /** Sequence of the last published frame, 0 before the first. Any thread. */
    long lastSequence() {
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

    /** The chunk that a published sequence, or the next one, belongs into. Any thread. */
    LogChunk chunkOf(long sequence, long publishedSequence) {
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
        int length = Math.min(MAX_CHUNK_LENGTH, 2 * last.buffer.capacity());
        LogChunk chunk =
                new LogChunk(store.map(file, fileLength, length), lastSequence + 1, endPosition);
        fileLength += length;
        last.next = chunk;
        last = chunk;
        writeOffset = 0;
    }
}
