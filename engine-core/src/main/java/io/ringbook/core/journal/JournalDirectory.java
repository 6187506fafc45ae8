// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.core.journal.JournalException.Kind.DAMAGED;
import static io.ringbook.core.journal.JournalException.Kind.IN_USE;
import static io.ringbook.core.journal.JournalException.Kind.NEWER_FORMAT;
import static io.ringbook.core.journal.JournalException.Kind.NOT_FOUND;
import static io.ringbook.core.journal.JournalException.Kind.NOT_WRITABLE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directory {@code journal/} below a data directory: format, lock and roll files.
 *
 * <pre>
 *  journal/FORMAT      the line "ringbook journal format 1"
 *  journal/LOCK        locked while a writer has the directory; holds its process id
 *  journal/RUN         {@link RunMarker}
 *  journal/000001/     a roll file: ROLL ({@link RollMarker}), *.cq4 (the records), metadata.cq4t
 * </pre>
 */
final class JournalDirectory implements AutoCloseable {
    /**
     * Format of directory, excerpts and records that this build writes, and the newest it reads.
     */
    static final int FORMAT = 1;

    private static final String FORMAT_NAME = "FORMAT";
    private static final String LOCK_NAME = "LOCK";
    private static final Pattern FORMAT_LINE = Pattern.compile("ringbook journal format (\\d+)\n");
    private static final Pattern ROLL_NAME = Pattern.compile("\\d{6,9}");

    // The system's file locks belong to the process, and closing any channel to the file gives them
    // up: so two writers in one process are told apart here, before the file is opened.
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private FileChannel lockChannel;

    private JournalDirectory(Path path) {
        this.path = path;
    }

    /** A directory that holds a journal, for reading. */
    static JournalDirectory forReading(Path dataDirectory) {
        JournalDirectory directory = new JournalDirectory(dataDirectory.resolve("journal"));
        if (!Files.exists(directory.path.resolve(FORMAT_NAME))) {
            throw new JournalException(
                    NOT_FOUND, "There is no journal in the data directory " + dataDirectory + ".");
        }
        directory.checkFormat();
        return directory;
    }

    /** A directory for writing, made if it is not there, and locked until it is closed. */
    static JournalDirectory forWriting(Path dataDirectory) {
        Path path;
        try {
            path = Files.createDirectories(dataDirectory.resolve("journal")).toRealPath();
        } catch (IOException e) {
            throw notWritable(dataDirectory, e);
        }
        JournalDirectory directory = new JournalDirectory(path);
        directory.lock(dataDirectory);
        try {
            if (Files.exists(path.resolve(FORMAT_NAME))) {
                directory.checkFormat();
            } else {
                directory.begin();
            }
            return directory;
        } catch (IOException e) {
            directory.close();
            throw notWritable(dataDirectory, e);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    Path rollPath(int roll) {
        return path.resolve(RollMarker.directoryName(roll));
    }

    /**
     * The markers of the roll files in order; directories that were never finished are left out.
     */
    List<RollMarker> rolls() throws IOException {
        List<RollMarker> rolls = new ArrayList<>();
        for (int roll : rollNumbers()) {
            RollMarker marker = RollMarker.read(rollPath(roll), roll);
            if (marker != null) {
                rolls.add(marker);
            } else {
                RollScanner.requireNoRecords(rollPath(roll), roll);
            }
        }
        return rolls;
    }

    /** The number for a new roll file: above all that were ever begun. */
    int nextRoll() throws IOException {
        List<Integer> numbers = rollNumbers();
        return numbers.isEmpty() ? 1 : numbers.getLast() + 1;
    }

    /** Gives up the lock. */
    @Override
    public void close() {
        if (lockChannel == null) {
            return;
        }
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lockChannel = null;
            OPEN_HERE.remove(path);
        }
    }

    private List<Integer> rollNumbers() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> ROLL_NAME.matcher(name).matches())
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        }
    }

    private void lock(Path dataDirectory) {
        if (!OPEN_HERE.add(path)) {
            throw inUse(dataDirectory, Long.toString(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(path.resolve(LOCK_NAME), CREATE, READ, WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String holder = Files.readString(path.resolve(LOCK_NAME)).strip();
                throw inUse(dataDirectory, holder);
            }
            byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid));
            lockChannel = channel;
        } catch (IOException e) {
            throw notWritable(dataDirectory, e);
        } finally {
            if (lockChannel == null) {
                OPEN_HERE.remove(path);
                closeQuietly(channel);
            }
        }
    }

    private void begin() throws IOException {
        if (!rollNumbers().isEmpty()) {
            throw new JournalException(
                    DAMAGED, "The journal " + path + " has roll files but no file FORMAT.");
        }
        RunMarker.open().write(path);
        Path aside = path.resolve(FORMAT_NAME + ".new");
        Files.writeString(aside, "ringbook journal format " + FORMAT + "\n");
        Files.move(aside, path.resolve(FORMAT_NAME));
        Marker.forceDirectory(path);
        Marker.forceDirectory(path.getParent());
    }

    private void checkFormat() {
        String text;
        try {
            text = Files.readString(path.resolve(FORMAT_NAME), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw failed("The journal " + path + " cannot be read", e);
        }
        Matcher line = FORMAT_LINE.matcher(text);
        if (!line.matches() || line.group(1).length() > 9) {
            throw new JournalException(
                    DAMAGED,
                    "The file "
                            + path.resolve(FORMAT_NAME)
                            + " does not name a format: it is damaged or not a journal's.");
        }
        int format = Integer.parseInt(line.group(1));
        if (format == 0 || !line.group(1).equals(Integer.toString(format))) {
            throw new JournalException(
                    DAMAGED, "The file " + path.resolve(FORMAT_NAME) + " is damaged.");
        }
        if (format > FORMAT) {
            throw new JournalException(
                    NEWER_FORMAT,
                    "The journal "
                            + path
                            + " has format "
                            + format
                            + "; this build reads formats up to "
                            + FORMAT
                            + ". Use the newer build that wrote it.");
        }
    }

    static JournalException failed(String what, IOException e) {
        return new JournalException(
                JournalException.Kind.IO_FAILED, what + ": " + reason(e) + ".", e);
    }

    private static JournalException inUse(Path dataDirectory, String pid) {
        return new JournalException(
                IN_USE,
                "The data directory "
                        + dataDirectory
                        + " is in use by process "
                        + pid
                        + ". Stop it first, or use another directory.");
    }

    private static JournalException notWritable(Path dataDirectory, IOException e) {
        return new JournalException(
                NOT_WRITABLE,
                "The data directory " + dataDirectory + " cannot be written: " + reason(e) + ".",
                e);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no " + e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "this user may not open or write " + e.getMessage();
        }
        if (e instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason() + " at " + fault.getFile();
        }
        return String.valueOf(e.getMessage());
    }

    private static void closeQuietly(FileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
