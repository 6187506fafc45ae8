// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room: refused before anything is written, and gone on with when there is room. */
class DiskFullTest {
    private static final int STEP = 256 << 10;

    @TempDir Path parent;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(parent.resolve("disk"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString());
        assumeTrue(mounted, "a small disk cannot be mounted here");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void roomEndsWithTheDiskAndComesBackWithIt() throws IOException {
        // given: a disk filled by others but for what the journal has
        List<String> appended = new ArrayList<>();
        try (ChronicleJournal journal = Records.open(disk)) {
            appended.addAll(Records.append(journal, 100));
            Path filler = fill();

            // when: appended until there is no room
            JournalException refusal = appendUntilRefused(journal, appended);

            // then
            assertThat(refusal.kind()).isEqualTo(JournalException.Kind.NO_ROOM);
            assertThat(refusal).hasMessageContaining("has no room for");
            assertThat(journal.roomFault()).isEqualTo(refusal.getMessage());
            assertThat(journal.ensureRoom(2 * STEP)).isFalse();
            assertThat(journal.roomBytes()).isLessThan(STEP);
            long refused = journal.lastSequence();
            assertThatThrownBy(journal::roll).isInstanceOf(JournalException.class);
            assertThat(journal.lastSequence()).isEqualTo(refused);

            // when: room again
            Files.delete(filler);

            // then
            assertThat(journal.ensureRoom(2 * STEP)).isTrue();
            assertThat(journal.roomFault()).isNull();
            appended.addAll(Records.append(journal, refused + 5_000));
            journal.roll();
            appended.addAll(Records.append(journal, refused + 5_100));
        }
        assertThat(Records.read(disk)).isEqualTo(appended);
    }

    @Test
    void helperThreadKeepsRoomAndFindsItAgain() throws Exception {
        // given
        JournalOptions options =
                JournalOptions.of(Durability.COMMIT).withAllocation(STEP, 4L * STEP);
        try (ChronicleJournal journal = ChronicleJournal.open(disk, options, Records.IGNORE)) {
            Records.append(journal, 10);
            awaitRoom(journal, 4L * STEP);
            Path filler = fill();

            // when
            List<String> appended = new ArrayList<>();
            appendUntilRefused(journal, appended);

            // then
            assertThat(journal.roomFault()).isNotNull();
            Files.delete(filler);
            awaitRoom(journal, 4L * STEP);
            Records.append(journal, journal.lastSequence() + 1_000);
            assertThat(journal.roomFault()).isNull();
        }
        assertThat(Records.read(disk)).isNotEmpty();
    }

    @Test
    void fullDiskRefusesANewJournalInASentence() throws IOException {
        // given
        Records.open(disk).close();
        fill();

        // when, then
        assertThatThrownBy(() -> Records.open(disk))
                .isInstanceOfSatisfying(
                        JournalException.class,
                        e -> assertThat(e.kind()).isEqualTo(JournalException.Kind.NO_ROOM));
        assertThat(disk.resolve("journal/000001")).doesNotExist();
    }

    private static JournalException appendUntilRefused(Journal journal, List<String> appended) {
        try {
            for (int i = 0; i < 1_000_000; i++) {
                UnsafeBuffer record = Records.record(journal.lastSequence() + 1);
                journal.append(record, 0, record.capacity());
                appended.add(Records.hex(record, 0, record.capacity()));
            }
        } catch (JournalException e) {
            return e;
        }
        throw new AssertionError("a full disk gave room without end");
    }

    private static void awaitRoom(Journal journal, long bytes) throws InterruptedException {
        for (int i = 0; i < 500 && journal.roomBytes() < bytes; i++) {
            Thread.sleep(10);
        }
        assertThat(journal.roomBytes()).isGreaterThanOrEqualTo(bytes);
    }

    /** Takes all that is left of the disk. */
    private Path fill() {
        Path filler = disk.resolve("filler");
        try (OutputStream output = Files.newOutputStream(filler)) {
            byte[] bytes = new byte[4096];
            while (true) {
                output.write(bytes);
            }
        } catch (IOException e) {
            return filler; // no room left
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // no such command here
        }
    }
}
