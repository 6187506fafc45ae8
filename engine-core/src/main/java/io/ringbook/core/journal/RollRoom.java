// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The blocks of the disk behind a file. Memory of a mapped file that is not backed by blocks may be
 * written only while the disk has some: without them the process is killed by SIGBUS. So blocks are
 * allocated first, and nothing is written where there are none.
 *
 * <p>On Linux {@code posix_fallocate}; elsewhere, and on file systems that refuse it, zeros are
 * written to where nothing was written yet. Thread-safe.
 */
final class RollRoom implements AutoCloseable {
    private static final int ZEROS_LENGTH = 1 << 16;
    private static final VarHandle ALLOCATED_END;

    static {
        try {
            ALLOCATED_END =
                    MethodHandles.lookup()
                            .findVarHandle(RollRoom.class, "allocatedEnd", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Path path;
    private final FileChannel channel;
    private final int descriptor;
    private long allocatedEnd;
    private volatile String fault;

    RollRoom(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(path, CREATE, WRITE);
        descriptor = LinuxCalls.get() == null ? -1 : LinuxCalls.get().open(path);
    }

    /** Blocks are allocated from the start of the file to this byte. */
    long allocatedEnd() {
        // acquire: pairs with the release in allocateTo; what was allocated may be written
        return (long) ALLOCATED_END.getAcquire(this);
    }

    /** Why the last allocation failed, as a sentence; null if it did not. */
    String fault() {
        return fault;
    }

    /** Allocates up to a byte of the file; false if the disk does not give it. */
    synchronized boolean allocateTo(long end) {
        if (end <= allocatedEnd) {
            return true;
        }
        fault = allocate(allocatedEnd, end - allocatedEnd);
        if (fault == null) {
            // release: pairs with the acquire in allocatedEnd
            ALLOCATED_END.setRelease(this, end);
        }
        return fault == null;
    }

    /** Puts all that was written to the file, through a mapping too, on the disk. */
    void force() throws IOException {
        channel.force(false);
    }

    /** Cuts the file to a length, and with it gives back the blocks behind. */
    void truncate(long length) throws IOException {
        channel.truncate(length);
    }

    @Override
    public synchronized void close() throws IOException {
        if (descriptor >= 0) {
            LinuxCalls.get().close(descriptor);
        }
        channel.close();
    }

    private String allocate(long position, long length) {
        int error = descriptor < 0 ? -1 : LinuxCalls.get().allocate(descriptor, position, length);
        if (error == 0) {
            return null;
        }
        if (error == LinuxCalls.ENOSPC || error == LinuxCalls.EDQUOT) {
            return "The disk of " + path + " has no room for " + length + " bytes more.";
        }
        return writeZeros(position, length);
    }

    private String writeZeros(long position, long length) {
        ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS_LENGTH);
        long at = position;
        try {
            while (at < position + length) {
                zeros.clear().limit((int) Math.min(ZEROS_LENGTH, position + length - at));
                at += channel.write(zeros, at);
            }
            return null;
        } catch (IOException e) {
            return "The disk of " + path + " gives no room: " + e.getMessage() + ".";
        }
    }
}
