// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.ops;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * HdrHistogram interval logs in a folder, in nanoseconds: a file for each start, each day (UTC) and
 * each eighth of the room that they may take; the oldest go. The lines of an interval go to the
 * system in one write, so that a killed process leaves whole ones. What the disk does not take is
 * left out, and tried again with the next interval.
 *
 * <p>One thread, which may have to wait for the disk.
 */
final class IntervalLog implements AutoCloseable {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'stages-'yyyyMMdd-HHmmss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String NAMES = "stages-[0-9]{8}-[0-9]{6}(-[0-9]+)?\\.hlog";
    private static final int FILES = 8;
    private static final int MAX_OF_A_SECOND = 100;

    private final Path folder;
    private final long maxBytes;
    private final String description;
    private final IntervalLines lines = new IntervalLines();
    private FileChannel file;
    private long baseMs;
    private long length;

    /**
     * A log without a file yet.
     *
     * @param maxBytes that the files of the folder may take
     * @param description of the exchange, at the head of each file
     */
    IntervalLog(Path folder, long maxBytes, String description) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.description = description;
    }

    /** Where the files are. */
    Path folder() {
        return folder;
    }

    /** Prepares the lines of an interval; touches no disk. */
    void take(StageInterval interval) {
        if (length == 0 || !isOf(interval.beginMs) || length >= maxBytes / FILES) {
            baseMs = interval.beginMs;
            length = 0;
        }
        lines.make(interval, baseMs);
    }

    private boolean isOf(long timeMs) {
        return day(timeMs).equals(day(baseMs));
    }

    private static LocalDate day(long timeMs) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC);
    }

    /**
     * Writes what was taken.
     *
     * @throws IOException if the disk does not take it; then nothing of it is in the file
     */
    void write() throws IOException {
        if (length == 0) {
            close();
            open();
        }
        try {
            write(lines.lines());
        } catch (IOException e) {
            dropHalf();
            throw e;
        }
    }

    private void open() throws IOException {
        Files.createDirectories(folder);
        prune();
        Path path = create();
        try {
            write(ByteBuffer.wrap(IntervalLines.head(description, baseMs)));
        } catch (IOException e) {
            close();
            Files.delete(path);
            throw e;
        }
    }

    private Path create() throws IOException {
        String name = NAME.format(Instant.ofEpochMilli(baseMs));
        for (int i = 1; ; i++) {
            Path path = folder.resolve(name + (i == 1 ? "" : "-" + i) + ".hlog");
            try {
                file =
                        FileChannel.open(
                                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return path;
            } catch (FileAlreadyExistsException e) {
                if (i == MAX_OF_A_SECOND) {
                    throw e;
                }
            }
        }
    }

    /** Makes room for a file of full length. */
    private void prune() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files =
                    all.filter(file -> file.getFileName().toString().matches(NAMES))
                            .sorted()
                            .toList();
        }
        long bytes = maxBytes / FILES;
        for (Path path : files) {
            bytes += Files.size(path);
        }
        for (int i = 0; i < files.size() && bytes > maxBytes; i++) {
            bytes -= Files.size(files.get(i));
            Files.delete(files.get(i));
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        long end = length + bytes.remaining();
        while (bytes.hasRemaining()) {
            file.write(bytes, end - bytes.remaining());
        }
        length = end;
    }

    /** A line that is not whole must not stay before the next one. */
    private void dropHalf() {
        try {
            file.truncate(length);
        } catch (IOException e) {
            length = 0; // the next interval begins another file
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
