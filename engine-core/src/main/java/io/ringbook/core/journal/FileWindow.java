// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.file.StandardOpenOption.READ;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Part of a file in memory, moved along as it is asked for. Read and not mapped: a hole of a sparse
 * file then takes no page, and a file cut short behind our back is an exception, not a signal.
 *
 * <p>Holds up to {@value #INITIAL_CAPACITY} bytes, or the longest record asked for.
 */
final class FileWindow implements AutoCloseable {
    private static final int INITIAL_CAPACITY = 1 << 20;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[0]);
    private final FileChannel channel;
    private final long fileLength;
    private ByteBuffer bytes;
    private long start;
    private int length;

    FileWindow(Path path) throws IOException {
        channel = FileChannel.open(path, READ);
        fileLength = channel.size();
        grow((int) Math.min(INITIAL_CAPACITY, Math.max(Long.BYTES, fileLength)));
    }

    boolean hasBytes(long position, int count) {
        return position >= 0 && position <= fileLength - count;
    }

    int getInt(long position) throws IOException {
        return buffer.getInt(load(position, Integer.BYTES), LITTLE_ENDIAN);
    }

    long getLong(long position) throws IOException {
        return buffer.getLong(load(position, Long.BYTES), LITTLE_ENDIAN);
    }

    /** Brings bytes of the file into {@link #buffer} and says where in it they are. */
    int load(long position, int count) throws IOException {
        if (position < start || position + count > start + length) {
            if (count > buffer.capacity()) {
                grow(count);
            }
            read(position);
            if (count > length) {
                throw new EOFException("the file was cut short while it was read");
            }
        }
        return offsetOf(position);
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    /** The same memory as {@link #buffer}; its position and limit are anybody's. */
    ByteBuffer bytes() {
        return bytes;
    }

    int offsetOf(long position) {
        return (int) (position - start);
    }

    /** Whether there is nothing but zeros to the end of the file. */
    boolean isZeroFrom(long position) throws IOException {
        long at = position;
        while (at < fileLength) {
            int count = (int) Math.min(INITIAL_CAPACITY, fileLength - at);
            int offset = load(at, count);
            for (int i = 0; i < count; i++) {
                if (buffer.getByte(offset + i) != 0) {
                    return false;
                }
            }
            at += count;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void grow(int capacity) {
        bytes = ByteBuffer.allocateDirect(capacity);
        buffer.wrap(bytes);
        length = 0;
    }

    private void read(long position) throws IOException {
        start = position;
        bytes.clear();
        while (bytes.hasRemaining() && channel.read(bytes, start + bytes.position()) > 0) {
            // until the window is full or the file ends
        }
        length = bytes.position();
    }
}
