// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Gives the outbound logs their memory: chunks cut from extents that the disk gave beforehand.
 *
 * <p>Between {@link #start} and {@link #close} a helper thread keeps {@value #AHEAD_LENGTH} bytes
 * ready beyond the reserve, so that nobody waits for the disk. The reserve is what the commands
 * under way may need at the most; {@link #ensure} says whether it is there before another one is
 * let in. A chunk is cut out of the reserve only in the smallest length, so that a full disk never
 * meets a message that has to be kept.
 *
 * <p>Threads: {@link #take} belongs to the publishing thread, {@link #ensure} to that of the
 * connections. Extents come to them through a queue; the room is counted before an extent can be
 * polled, and goes down before its bytes are used.
 */
public final class ChunkStore implements AutoCloseable {
    /** Smallest chunk; all are multiples of it, and none is longer than an extent. */
    static final int MIN_CHUNK_LENGTH = 16 * 1024;

    static final int AHEAD_LENGTH = 2 * ExtentSource.EXTENT_LENGTH;

    private static final long RETRY_NS = 50_000_000L;
    private static final long JOIN_MS = 5_000;

    private final ExtentSource source;
    private final Queue<ByteBuffer> extents = new ConcurrentLinkedQueue<>();

    /** Bytes that the disk gave and that are in no chunk. */
    private final AtomicLong room = new AtomicLong();

    /** Most bytes that were ever to be ensured. Written by the thread of the connections. */
    private volatile long reserve;

    private volatile String fault;
    private volatile Thread helper;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private int currentOffset;

    /** Chunks in files of a directory, which is touched when the first one is taken. */
    public ChunkStore(Path directory) {
        this(new FileExtents(directory));
    }

    ChunkStore(ExtentSource source) {
        this.source = source;
    }

    /**
     * Has room made ahead from now on, by a thread of its own.
     *
     * @throws Fault if there is none
     */
    public void start() {
        if (!ensure(MIN_CHUNK_LENGTH)) {
            throw noRoom();
        }
        Thread thread = new Thread(this::keepAhead, "ringbook-streams");
        thread.setDaemon(true);
        helper = thread;
        thread.start();
    }

    /** Ends the helper thread and gives back what is in no chunk. */
    @Override
    public void close() {
        Thread thread = helper;
        if (thread == null) {
            return;
        }
        helper = null;
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (ByteBuffer extent = extents.poll(); extent != null; extent = extents.poll()) {
            room.addAndGet(-extent.capacity());
            source.free(extent);
        }
    }

    /**
     * A chunk of zeros.
     *
     * @param wanted a multiple of {@link #MIN_CHUNK_LENGTH}; it may be less, but never less than
     *     that
     * @throws Fault if there is no room at all, which {@link #ensure} precludes
     */
    UnsafeBuffer take(int wanted) {
        if (currentOffset == current.capacity()) {
            current = nextExtent();
            currentOffset = 0;
        }
        boolean spare = room.get() - wanted >= reserve;
        if (!spare && helper == null) {
            spare = grow();
        }
        int length = Math.min(current.capacity() - currentOffset, wanted);
        if (!spare) {
            length = MIN_CHUNK_LENGTH;
        }
        UnsafeBuffer chunk = new UnsafeBuffer(current, currentOffset, length);
        currentOffset += length;
        if (room.addAndGet(-length) < reserve + AHEAD_LENGTH) {
            LockSupport.unpark(helper);
        }
        return chunk;
    }

    private ByteBuffer nextExtent() {
        ByteBuffer extent = extents.poll();
        if (extent == null) {
            // The helper is about to add one, or there is none: either way the lock is waited for.
            grow();
            extent = extents.poll();
        }
        if (extent == null) {
            throw noRoom();
        }
        return extent;
    }

    /**
     * Has so many bytes kept ready from now on.
     *
     * @return true if they are
     */
    boolean ensure(long bytes) {
        if (bytes > reserve) {
            reserve = bytes;
            LockSupport.unpark(helper);
        }
        while (room.get() < bytes) {
            boolean helped = helper != null && fault != null;
            if (helped || !grow()) {
                return false;
            }
        }
        return true;
    }

    /** Why the disk gave no room when it was last asked; null if it did. Any thread. */
    String fault() {
        return fault;
    }

    private Fault noRoom() {
        return new Fault("there is no room for the messages of the sessions: " + fault);
    }

    private void keepAhead() {
        while (helper == Thread.currentThread()) {
            boolean grown = true;
            while (grown && helper != null && room.get() < reserve + AHEAD_LENGTH) {
                grown = grow();
            }
            if (grown) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, RETRY_NS);
            }
        }
    }

    private synchronized boolean grow() {
        try {
            ByteBuffer extent = source.allocate();
            room.addAndGet(extent.capacity());
            extents.add(extent);
            fault = null;
            return true;
        } catch (IOException e) {
            fault = e.getMessage();
            return false;
        }
    }
}
