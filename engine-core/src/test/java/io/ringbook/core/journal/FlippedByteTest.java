// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One byte changed anywhere in a journal: in a record, reading fails and names that record;
 * elsewhere it fails or gives the same records.
 */
class FlippedByteTest {
    private static final long SEED = 20261122L;

    @TempDir Path written;
    @TempDir Path copied;

    private int stride = 1;
    private final Random random = new Random(SEED);
    private CrashImage image;
    private List<String> intact;

    @Test
    void isFoundInACleanlyClosedJournal() throws IOException {
        // given
        write();
        image = CrashImage.of(written, copied);
        stride = 2;

        // when, then
        assertEveryFlipIsFound();
    }

    @Test
    void isFoundInTheJournalOfADeadWriter() throws IOException {
        // given: the image of a journal that is being written
        write();
        try (ChronicleJournal journal = Records.open(written)) {
            Records.append(journal, 18);
            image = CrashImage.of(written, copied);
        }
        stride = 4;

        // when, then
        assertEveryFlipIsFound();
    }

    /** Three roll files, the second of which starts with a cut. */
    private void write() throws IOException {
        try (ChronicleJournal journal = Records.open(written)) {
            Records.append(journal, 6);
            CrashImage dead = CrashImage.of(written, written.resolve("dead"));
            dead.writeInt(1, dead.positionsOf(1).getLast(), 0x8000_0000);
        }
        Path dead = written.resolve("dead");
        try (ChronicleJournal journal = Records.open(dead)) {
            Records.append(journal, 10);
            journal.roll();
            Records.append(journal, 13);
        }
        written = dead;
    }

    private void assertEveryFlipIsFound() throws IOException {
        intact = Records.read(copied);
        assertThat(intact).hasSizeGreaterThan(12);
        for (int roll = 1; Files.exists(image.recordsOf(roll)); roll++) {
            flipInRecords(roll);
        }
        try (Stream<Path> paths = Files.walk(copied)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                flipOutsideRecords(path);
            }
        }
        assertThat(Records.read(copied)).isEqualTo(intact);
    }

    private void flipInRecords(int roll) throws IOException {
        List<Long> positions = image.positionsOf(roll);
        for (int record = 1; record < positions.size(); record++) {
            for (long at = positions.get(record - 1);
                    at < positions.get(record);
                    at += isLastRecord(positions, record) ? 1 : stride) {
                int mask = 1 + random.nextInt(255);
                image.flip(roll, at, mask);
                JournalException found = read();
                assertThat(found).as("seed %d, roll %d, byte %d", SEED, roll, at).isNotNull();
                assertThat(found.position().roll()).isEqualTo(roll);
                assertThat(found.position().record()).as("byte %d", at).isEqualTo(record);
                image.flip(roll, at, mask);
            }
        }
    }

    /**
     * The last record is the one that a torn tail could be taken for: none of its bytes is left
     * out.
     */
    private static boolean isLastRecord(List<Long> positions, int record) {
        return record == positions.size() - 1;
    }

    /** Of every {@link #stride} bytes one if it is not zero, and some that are. */
    private void flipOutsideRecords(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        List<Long> records = path.toString().endsWith(".cq4") ? positionsOf(path) : List.of(0L);
        for (int at = 0; at < bytes.length; at++) {
            boolean isInRecord = at >= records.getFirst() && at < records.getLast();
            if (isInRecord || at % stride != 0 || (bytes[at] == 0 && random.nextInt(200) != 0)) {
                continue;
            }
            byte[] changed = bytes.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(path, changed);
            read();
        }
        Files.write(path, bytes);
    }

    private List<Long> positionsOf(Path path) throws IOException {
        return image.positionsOf(Integer.parseInt(path.getParent().getFileName().toString()));
    }

    /** Null if the journal reads as it was, which must then be so to the byte. */
    private JournalException read() {
        try {
            assertThat(Records.read(copied)).isEqualTo(intact);
            return null;
        } catch (JournalException e) {
            return e;
        }
    }
}
