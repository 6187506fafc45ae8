// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Group commit: one forced write per batch, seen in the pages that the kernel still has to write.
 */
class SyncTest {
    private static final Path MAPPINGS = Path.of("/proc/self/smaps");

    @TempDir Path directory;

    @Test
    void forceLeavesNoPageOfTheFileUnwritten() throws IOException {
        // given
        assumeTrue(Files.isReadable(MAPPINGS), "the kernel does not show its mappings");
        assumeTrue(
                !Files.getFileStore(directory).type().equals("tmpfs"), "the disk is memory only");
        try (ChronicleJournal journal = open(Durability.SYNC)) {
            Records.append(journal, 1_000);
            assertThat(dirtyKilobytes()).isPositive();

            // when
            journal.force();

            // then
            assertThat(dirtyKilobytes()).isZero();
            assertThat(journal.forcedWatermark()).isEqualTo(1_000);
        }
    }

    @Test
    void commitModeForcesNothing() {
        // given
        try (ChronicleJournal journal = open(Durability.COMMIT)) {
            Records.append(journal, 10);

            // when
            journal.force();

            // then
            assertThat(journal.forcedWatermark()).isZero();
        }
    }

    @Test
    void recordsCarryTheWatermarkOfTheBatchBefore() {
        // given
        try (ChronicleJournal journal = open(Durability.SYNC)) {
            // when
            for (int batch = 1; batch <= 3; batch++) {
                Records.append(journal, batch * 2L);
                journal.force();
            }
        }

        // then
        List<Long> watermarks = new java.util.ArrayList<>();
        JournalReader.open(directory)
                .read((buffer, offset, length) -> watermarks.add(buffer.getLong(offset + 24)));
        assertThat(watermarks).containsExactly(0L, 0L, 2L, 2L, 4L, 4L);
    }

    private ChronicleJournal open(Durability durability) {
        JournalOptions options = new JournalOptions(durability, 256 << 10, 256 << 10, 0, false);
        return ChronicleJournal.open(directory, options, Records.IGNORE);
    }

    /** Kilobytes of the roll file that were written through the mapping and not to the disk. */
    private static long dirtyKilobytes() throws IOException {
        long dirty = 0;
        boolean inRollFile = false;
        for (String line : Files.readAllLines(MAPPINGS)) {
            if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                inRollFile = line.endsWith(RollFile.fileName(1));
            } else if (inRollFile && line.matches("(Shared|Private)_Dirty:.*")) {
                dirty += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return dirty;
    }
}
