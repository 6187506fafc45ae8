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

    private final Random random = new Random(SEED);
    private CrashImage image;
    private List<String> intact;

    @Test
    void isFoundInACleanlyClosedJournal() throws IOException {
        // given
        write();
        image = CrashImage.of(written, copied);

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
            for (long at = positions.get(record - 1); at < positions.get(record); at++) {
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

    /** Each byte that is not zero, and some that are. */
    private void flipOutsideRecords(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        for (int at = 0; at < bytes.length; at++) {
            if (isInRecord(path, at) || (bytes[at] == 0 && random.nextInt(40) != 0)) {
                continue;
            }
            byte[] changed = bytes.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(path, changed);
            read();
        }
        Files.write(path, bytes);
    }

    private boolean isInRecord(Path path, long at) throws IOException {
        String name = path.getFileName().toString();
        if (!name.endsWith(".cq4")) {
            return false;
        }
        int roll = Integer.parseInt(path.getParent().getFileName().toString());
        RollMarker marker = RollMarker.read(path.getParent(), roll);
        return at >= marker.firstPosition() && at < endOf(roll);
    }

    private long endOf(int roll) throws IOException {
        Long known = ends[roll];
        if (known == null) {
            known = image.positionsOf(roll).getLast();
            ends[roll] = known;
        }
        return known;
    }

    private final Long[] ends = new Long[10];

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
