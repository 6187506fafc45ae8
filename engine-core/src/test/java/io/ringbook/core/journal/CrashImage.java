// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of a journal's files while it is open: what the death of its process would leave. The
 * zeros that were allocated behind the records are kept as a few only.
 */
final class CrashImage {
    private static final int ZEROS_KEPT = 4096;

    private final Path directory;

    private CrashImage(Path directory) {
        this.directory = directory;
    }

    /** Copies the journal of one data directory into another. */
    static CrashImage of(Path source, Path target) throws IOException {
        Path from = source.resolve("journal");
        Path to = target.resolve("journal");
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.sorted().toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    copy(path, copy);
                }
            }
        }
        return new CrashImage(target);
    }

    Path directory() {
        return directory;
    }

    /** Makes the last writer one that ran before the machine was started anew. */
    CrashImage afterMachineStop() throws IOException {
        new RunMarker(false, "a start of the machine before", 0L, 0L)
                .write(directory.resolve("journal"));
        return this;
    }

    Path recordsOf(int roll) {
        return directory
                .resolve("journal")
                .resolve(RollMarker.directoryName(roll))
                .resolve(RollFile.fileName(roll));
    }

    /** Byte in the roll file where each record's excerpt starts, and last where the next would. */
    List<Long> positionsOf(int roll) throws IOException {
        Path rollPath = recordsOf(roll).getParent();
        List<Long> positions = new ArrayList<>();
        RollMarker marker = RollMarker.read(rollPath, roll);
        try (RollScanner scanner = new RollScanner(rollPath, marker, new RecordSealer())) {
            while (scanner.next()) {
                positions.add(scanner.position().position());
            }
            positions.add(scanner.position().position());
        }
        return positions;
    }

    byte[] read(int roll, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(recordsOf(roll), READ)) {
            channel.read(bytes, position);
        }
        return bytes.array();
    }

    void write(int roll, long position, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(recordsOf(roll), WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), position);
        }
    }

    void writeInt(int roll, long position, int value) throws IOException {
        byte[] bytes = new byte[Integer.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(value);
        write(roll, position, bytes);
    }

    /** Changes one byte. */
    void flip(int roll, long position, int mask) throws IOException {
        byte[] bytes = read(roll, position, 1);
        bytes[0] ^= (byte) mask;
        write(roll, position, bytes);
    }

    private static void copy(Path from, Path to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(Files.size(from), 1 << 20));
        try (FileChannel channel = FileChannel.open(from, READ)) {
            channel.read(bytes);
        }
        int length = bytes.position();
        while (length > 0 && bytes.get(length - 1) == 0) {
            length--;
        }
        byte[] kept = new byte[Math.min(bytes.position(), length + ZEROS_KEPT)];
        bytes.get(0, kept);
        Files.write(to, kept);
    }
}
