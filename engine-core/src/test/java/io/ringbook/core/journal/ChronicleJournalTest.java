// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.core.journal.Records.IGNORE;
import static io.ringbook.core.journal.Records.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycles;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing a journal and reading it back, over roll files and restarts. */
class ChronicleJournalTest {
    @TempDir Path directory;

    @Test
    void whatWasAppendedIsReadBackByteForByte() {
        // given
        List<String> appended;
        try (ChronicleJournal journal = Records.open(directory)) {
            // when
            appended = Records.append(journal, 1_000);
        }

        // then
        assertThat(Records.read(directory)).isEqualTo(appended);
    }

    @Test
    void journalWithHelperThreadIsTheSame() {
        // given
        JournalOptions withThread =
                JournalOptions.of(Durability.COMMIT).withAllocation(1 << 20, 4 << 20);
        List<String> appended;
        try (ChronicleJournal journal = ChronicleJournal.open(directory, withThread, IGNORE)) {
            // when
            appended = Records.append(journal, 20_000);
        }

        // then
        assertThat(Records.read(directory)).isEqualTo(appended);
    }

    @Test
    void recordsOfAnUnkeptJournalAreTheSame() {
        // given
        List<String> kept;
        try (ChronicleJournal journal = Records.open(directory)) {
            kept = Records.append(journal, 50);
            journal.roll();
            kept.addAll(Records.append(journal, 100));
        }

        // when
        UnkeptJournal unkept = new UnkeptJournal();
        List<String> records = Records.append(unkept, 50);
        unkept.roll();
        records.addAll(Records.append(unkept, 100));

        // then
        assertThat(records).isEqualTo(kept);
    }

    @Test
    void reopenedJournalHandsOverItsRecordsAndGoesOn() {
        // given
        List<String> appended = new ArrayList<>();
        try (ChronicleJournal journal = Records.open(directory)) {
            appended.addAll(Records.append(journal, 100));
        }

        // when
        List<String> replayed = new ArrayList<>();
        RecordHandler replay = (b, offset, length) -> replayed.add(Records.hex(b, offset, length));
        try (ChronicleJournal journal = ChronicleJournal.open(directory, PLAIN, replay)) {
            assertThat(replayed).isEqualTo(appended);
            assertThat(journal.recovery())
                    .isEqualTo(new Recovery(100, 100, 1_000_000_100L, 1, false, null));
            appended.addAll(Records.append(journal, 200));
        }

        // then
        assertThat(Records.read(directory)).isEqualTo(appended);
    }

    @Test
    void rollGoesOnInANewFile() throws IOException {
        // given
        List<String> appended = new ArrayList<>();
        try (ChronicleJournal journal = Records.open(directory)) {
            appended.addAll(Records.append(journal, 10));

            // when
            journal.roll();
            assertThat(journal.forcedWatermark()).isEqualTo(10);
            appended.addAll(Records.append(journal, 20));
        }

        // then
        assertThat(directory.resolve("journal/000001/19700102F.cq4")).exists();
        assertThat(directory.resolve("journal/000002/19700103F.cq4")).exists();
        assertThat(Files.size(directory.resolve("journal/000001/19700102F.cq4")))
                .isLessThan(32 << 10);
        assertThat(Records.read(directory)).isEqualTo(appended);
    }

    @Test
    void rollFileWithoutRecordsIsNotKept() {
        // when
        Records.open(directory).close();
        Records.open(directory).close();

        // then
        assertThat(directory.resolve("journal/000001")).doesNotExist();
        assertThat(Records.read(directory)).isEmpty();
    }

    @Test
    void readingFromASequenceStartsThere() {
        // given
        List<String> appended = new ArrayList<>();
        try (ChronicleJournal journal = Records.open(directory)) {
            appended.addAll(Records.append(journal, 10));
            journal.roll();
            appended.addAll(Records.append(journal, 20));
        }

        for (int from = 1; from <= 20; from++) {
            // when
            List<String> read = new ArrayList<>();
            JournalReader.open(directory)
                    .readFrom(
                            from, (b, offset, length) -> read.add(Records.hex(b, offset, length)));

            // then
            assertThat(read).isEqualTo(appended.subList(from - 1, 20));
        }
    }

    @Test
    void largestRecordIsAppendedAndReadAcrossMappings() {
        // given: 65,536 events of 128 bytes and a command, often enough to leave the first mapping
        int commandLength = 65_536 * 128 + 104;
        UnsafeBuffer record = Records.record(1, commandLength);
        JournalOptions helped =
                JournalOptions.of(Durability.COMMIT).withAllocation(16 << 20, 16 << 20);
        try (ChronicleJournal journal = ChronicleJournal.open(directory, helped, IGNORE)) {
            // when
            for (int sequence = 1; sequence <= 9; sequence++) {
                Records.put(record, sequence, commandLength);
                journal.append(record, 0, record.capacity());
            }
        }

        // then
        JournalReader reader = JournalReader.open(directory);
        reader.read((b, offset, length) -> assertThat(length).isEqualTo(64 + commandLength));
        assertThat(reader.lastSequence()).isEqualTo(9);
    }

    @Test
    void journalIsOpenedAppendedToAndClosedByThreeThreads() throws InterruptedException {
        // given
        List<String> appended = new ArrayList<>();
        ChronicleJournal journal = Records.open(directory);

        // when
        Thread journalThread =
                new Thread(
                        () -> {
                            appended.addAll(Records.append(journal, 100));
                            journal.roll();
                            appended.addAll(Records.append(journal, 200));
                        });
        journalThread.start();
        journalThread.join();
        Thread closingThread = new Thread(journal::close);
        closingThread.start();
        closingThread.join();

        // then
        assertThat(Records.read(directory)).hasSize(200).isEqualTo(appended);
    }

    @Test
    void journalOnDiskIsNotOpenedToKeepNothing() {
        // when, then
        assertThatThrownBy(
                        () ->
                                ChronicleJournal.open(
                                        directory, JournalOptions.of(Durability.NONE), IGNORE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void recordOutOfTurnIsRefused() {
        // given
        try (ChronicleJournal journal = Records.open(directory)) {
            UnsafeBuffer record = Records.record(2);

            // when, then
            assertThatThrownBy(() -> journal.append(record, 0, record.capacity()))
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e ->
                                    assertThat(e.kind())
                                            .isEqualTo(JournalException.Kind.BROKEN_CONTRACT));
        }
    }

    @Test
    void ordinaryTailerOfChronicleReadsARollFile() {
        // given
        List<String> appended;
        try (ChronicleJournal journal = Records.open(directory)) {
            appended = Records.append(journal, 30);
        }

        // when
        List<String> read = new ArrayList<>();
        TimeProvider standing = () -> 86_400_000L;
        try (ChronicleQueue queue =
                        ChronicleQueue.singleBuilder(directory.resolve("journal/000001"))
                                .rollCycle(RollCycles.FAST_DAILY)
                                .timeProvider(standing)
                                .build();
                ExcerptTailer tailer = queue.createTailer()) {
            Bytes<?> bytes = Bytes.allocateElasticOnHeap();
            while (tailer.readBytes(bytes.clear())) {
                read.add(java.util.HexFormat.of().formatHex(bytes.toByteArray()));
            }
        }

        // then
        assertThat(read).isEqualTo(appended);
    }
}
