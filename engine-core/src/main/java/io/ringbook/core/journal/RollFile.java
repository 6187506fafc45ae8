// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.core.journal.JournalException.Kind.NO_ROOM;

import java.io.File;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.bytes.MappedBytes;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.core.io.BackgroundResourceReleaser;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.PrecreatedFiles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/**
 * A roll file that is being written: a Chronicle queue of its own with one cycle, in a directory of
 * its own. Chronicle's time stands still at the day of the roll number after 1970-01-01, so that
 * the wall clock never rolls it. It is written by the process that made it and never opened by
 * Chronicle again.
 *
 * <p>Thread: the journal thread; {@link #roomBytes}, {@link #allocate} and {@link #touchAhead} also
 * by the helper thread, the first two by any.
 */
final class RollFile implements AutoCloseable {
    /**
     * Chronicle maps so much of the file at a time, and a quarter more behind it, in which the
     * largest record fits. Address space only: blocks and pages come from allocation.
     */
    private static final long MAPPING_LENGTH = 64L << 20;

    private static final int INDEX_COUNT = 512;
    private static final int INDEX_SPACING = 1 << 20;

    /** Chronicle makes its table file of this length. */
    private static final long TABLE_LENGTH = 128 << 10;

    private static final int EXCERPT_HEADER_LENGTH = 4;

    /** Behind a record Chronicle writes zeros and looks at what follows. */
    private static final int BEHIND_RECORD = 4096;

    /** Kept out of the room told to others: excerpt headers, and what lies behind the record. */
    private static final int MARGIN = 64 << 10;

    private static final int PAGE = 4096;
    private static final String TABLE_NAME = "metadata.cq4t";
    private static final DateTimeFormatter CYCLE_NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'F.cq4'", Locale.ROOT);
    private static final VarHandle POSITION;

    static {
        try {
            POSITION = MethodHandles.lookup().findVarHandle(RollFile.class, "position", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long position;
    private final PointerBytesStore source = BytesStore.nativePointer();
    private final Path directory;
    private final RollRoom room;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final PageToucher toucher;
    private final long firstPosition;
    private final long committedAt;

    private RollFile(Path directory, int roll, RollRoom room) throws IOException {
        this.directory = directory;
        this.room = room;
        TimeProvider standing = () -> roll * 86_400_000L;
        queue =
                SingleChronicleQueueBuilder.binary(directory)
                        .rollCycle(RollCycles.FAST_DAILY)
                        .timeProvider(standing)
                        .indexCount(INDEX_COUNT)
                        .indexSpacing(INDEX_SPACING)
                        .blockSize(MAPPING_LENGTH)
                        .build();
        appender = queue.createAppender();
        appender.singleThreadedCheckDisabled(true);
        beginCycle();
        MappedBytes bytes = (MappedBytes) appender.wire().bytes();
        toucher = new PageToucher(bytes.mappedFile());
        ChronicleFileHeader header = ChronicleFileHeader.read(directory.resolve(fileName(roll)));
        firstPosition = header.firstPosition();
        committedAt = header.committedAt();
        position = firstPosition;
    }

    /**
     * Makes the files of a roll, blocks first.
     *
     * @throws JournalException NO_ROOM if the disk has not {@code roomBytes}; nothing is left then
     */
    static RollFile create(Path directory, int roll, long roomBytes) throws IOException {
        Files.createDirectory(directory);
        RollRoom room = null;
        try (RollRoom table = new RollRoom(directory.resolve(TABLE_NAME))) {
            // under the name of a file made ahead: Chronicle renames it as it begins the cycle
            File file = directory.resolve(fileName(roll)).toFile();
            room = new RollRoom(PrecreatedFiles.preCreatedFile(file).toPath());
            if (!table.allocateTo(TABLE_LENGTH) || !room.allocateTo(MARGIN + roomBytes)) {
                String fault = table.fault() == null ? room.fault() : table.fault();
                throw new JournalException(NO_ROOM, fault);
            }
            return new RollFile(directory, roll, room);
        } catch (IOException | RuntimeException e) {
            if (room != null) {
                room.close();
            }
            deleteDirectory(directory);
            throw e;
        }
    }

    /** Name of the file with the records. */
    static String fileName(int roll) {
        return LocalDate.EPOCH.plusDays(roll).format(CYCLE_NAME);
    }

    /** Appends bytes in memory as one excerpt. There is room: {@link #hasRoomFor} said so. */
    void append(long address, int length) {
        source.set(address, length);
        appender.writeBytes(source);
        // release: pairs with the acquire in roomBytes; the room shrinks after the record is there
        POSITION.setRelease(this, position + EXCERPT_HEADER_LENGTH + length);
    }

    boolean hasRoomFor(int length) {
        return room.allocatedEnd() - position >= EXCERPT_HEADER_LENGTH + length + BEHIND_RECORD;
    }

    /** Bytes that may be appended without an allocation, each record taking 4 bytes more. */
    long roomBytes() {
        // acquire: pairs with the release in append
        return Math.max(0L, room.allocatedEnd() - (long) POSITION.getAcquire(this) - MARGIN);
    }

    /** Allocates in whole steps until there is so much room; false if the disk does not give it. */
    boolean allocate(long roomBytes, long step) {
        while (roomBytes() < roomBytes) {
            if (!room.allocateTo(room.allocatedEnd() + step)) {
                return false;
            }
        }
        return true;
    }

    String roomFault() {
        return room.fault();
    }

    /** Touches pages up to so many bytes beyond what is written, as far as blocks are allocated. */
    void touchAhead(long bytes) throws IOException {
        long written = (long) POSITION.getAcquire(this);
        toucher.touch(written, Math.min(written + bytes, room.allocatedEnd()));
    }

    void force() throws IOException {
        room.force();
    }

    boolean isEmpty() {
        return position == firstPosition;
    }

    long firstPosition() {
        return firstPosition;
    }

    long committedAt() {
        return committedAt;
    }

    /** Ends the file: forced, cut to what was written, and taken away if that is nothing. */
    @Override
    public void close() throws IOException {
        toucher.close();
        appender.close();
        queue.close();
        BackgroundResourceReleaser.releasePendingResources(); // unmaps now, in this thread
        if (!isEmpty()) {
            room.truncate((position + Long.BYTES + PAGE - 1) & -PAGE);
            room.force();
        }
        room.close();
        if (isEmpty()) {
            deleteDirectory(directory);
        }
    }

    /** Lets Chronicle make its file header and index now, without an excerpt. */
    private void beginCycle() {
        try (var context = appender.writingDocument()) {
            context.rollbackOnClose();
        }
    }

    private static void deleteDirectory(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            // the marker first: without it the rest is no part of the journal
            for (File file :
                    files.map(Path::toFile)
                            .sorted((a, b) -> Boolean.compare(isMarker(b), isMarker(a)))
                            .toList()) {
                Files.delete(file.toPath());
            }
        }
        Files.delete(directory);
    }

    private static boolean isMarker(File file) {
        return file.getName().equals(RollMarker.NAME);
    }
}
