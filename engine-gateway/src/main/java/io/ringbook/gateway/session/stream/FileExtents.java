// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.IoUtil;

/**
 * Extents in mapped files: on disk so that the system may take their pages back, not to be read
 * again. A file loses its name as soon as it is mapped, so that it goes with the process, however
 * that ends.
 *
 * <p>A file is written with zeros before it is mapped. A full disk is then an exception here; a
 * mapping without blocks behind it would be a SIGBUS, which no program survives, where it is
 * written to.
 *
 * <p>The directory is not touched before the first extent. Records come from a journal that is
 * locked, so whoever asks for the first extent has the data directory for itself.
 */
final class FileExtents implements ExtentSource {
    private static final String SUFFIX = ".stream";
    private static final int ZEROS_LENGTH = 64 * 1024;

    private final Path directory;
    private final ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS_LENGTH);
    private long fileCount;

    /**
     * @param directory made if it is not there; nothing else lives in it
     */
    FileExtents(Path directory) {
        this.directory = directory;
    }

    @Override
    public ByteBuffer allocate() throws IOException {
        if (fileCount == 0) {
            clean();
        }
        Path file = directory.resolve(++fileCount + SUFFIX);
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            for (int at = 0; at < EXTENT_LENGTH; ) {
                zeros.clear();
                at += channel.write(zeros, at);
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, EXTENT_LENGTH);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void free(ByteBuffer extent) {
        IoUtil.unmap((MappedByteBuffer) extent);
    }

    /** Removes what a process left that was killed between making a file and taking its name. */
    private void clean() throws IOException {
        Files.createDirectories(directory);
        try (DirectoryStream<Path> old = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }
}
