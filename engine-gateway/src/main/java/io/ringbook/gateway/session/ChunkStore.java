// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Files that the outbound logs live in: a cache of what the journal says, built anew at each start.
 * They are on disk so that the system may take their pages back, not to be read again.
 *
 * <p>A chunk is written with zeros before it is mapped: a full disk is then an exception here, not
 * a fault of memory later. One thread, the one that publishes.
 */
public final class ChunkStore {
    private static final int ZEROS_LENGTH = 64 * 1024;

    private final Path directory;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS_LENGTH);
    private long fileCount;

    /**
     * Empties the directory, or makes it.
     *
     * @param directory nothing else lives in it
     */
    public ChunkStore(Path directory) {
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, "*.stream")) {
                for (Path file : old) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + directory, e);
        }
    }

    /** A file name that was not given before. */
    Path newFile(int sessionId) {
        return directory.resolve(sessionId + "-" + ++fileCount + ".stream");
    }

    /** So many zero bytes of a file, from a position on, mapped. */
    UnsafeBuffer map(Path file, long position, int length) {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long end = position + length;
            for (long at = position; at < end; ) {
                zeros.clear().limit((int) Math.min(ZEROS_LENGTH, end - at));
                at += channel.write(zeros, at);
            }
            MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, position, length);
            return new UnsafeBuffer(mapped);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the messages of a session to " + file, e);
        }
    }

    /** Takes a file out of the directory; what is mapped of it stays readable. */
    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
