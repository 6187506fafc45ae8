// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.core.journal.JournalException.Kind.DAMAGED;
import static io.ringbook.core.journal.JournalException.Kind.OTHER_RULES;
import static io.ringbook.core.journal.JournalException.Kind.TORN_TAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringbook.codec.journal.RecordHeaderDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start makes of the files that an end of any kind left behind. */
class RecoveryTest {
    private static final int NOT_COMPLETE = 0x8000_0000;

    @TempDir Path written;
    @TempDir Path copied;

    private List<String> appended;

    /** A journal of 20 records, the first 10 of them forced, whose writer dies without closing. */
    private CrashImage twentyRecords() throws IOException {
        JournalOptions sync = new JournalOptions(Durability.SYNC, 256 << 10, 256 << 10, 0, false);
        try (ChronicleJournal journal = ChronicleJournal.open(written, sync, Records.IGNORE)) {
            appended = new ArrayList<>(Records.append(journal, 10));
            journal.force();
            appended.addAll(Records.append(journal, 20));
            return CrashImage.of(written, copied);
        }
    }

    /**
     * Opens, expects the first {@code kept} records, goes on to sequence 30, and reads all back.
     */
    private Recovery assertRecovers(int kept) {
        List<String> records = new ArrayList<>();
        Recovery recovery;
        RecordHandler replay = (b, offset, length) -> records.add(Records.hex(b, offset, length));
        try (ChronicleJournal journal = ChronicleJournal.open(copied, Records.PLAIN, replay)) {
            recovery = journal.recovery();
            assertThat(records).isEqualTo(appended.subList(0, kept));
            assertThat(journal.lastSequence()).isEqualTo(kept);
            assertThat(journal.forcedWatermark()).isEqualTo(kept);
            records.addAll(Records.append(journal, 30));
        }
        assertThat(Records.read(copied)).isEqualTo(records);
        try (ChronicleJournal again = Records.open(copied)) {
            assertThat(again.recovery().recordCount()).isEqualTo(30);
            assertThat(again.recovery().cut()).isNull();
            assertThat(again.incarnation()).isEqualTo(recovery.incarnation());
        }
        return recovery;
    }

    private void assertRefused(JournalException.Kind kind, int roll, long record, long position) {
        assertFault(() -> Records.read(copied), kind, roll, record, position);
        byte[] before = allBytes();
        assertFault(() -> Records.open(copied).close(), kind, roll, record, position);
        assertThat(allBytes()).as("a refused start changes nothing").isEqualTo(before);
    }

    private static void assertFault(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable call,
            JournalException.Kind kind,
            int roll,
            long record,
            long position) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        JournalException.class,
                        e -> {
                            assertThat(e.kind()).isEqualTo(kind);
                            assertThat(e.position().roll()).isEqualTo(roll);
                            assertThat(e.position().record()).isEqualTo(record);
                            assertThat(e.position().position()).isEqualTo(position);
                            assertThat(e).hasMessageContaining("at byte " + position);
                        });
    }

    private byte[] allBytes() {
        try {
            return Files.readAllBytes(
                    copied.resolve("journal/000001").resolve(RollFile.fileName(1)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void deadWriterLeavesAllItsRecords() throws IOException {
        // given
        twentyRecords();

        // when, then
        Recovery recovery = assertRecovers(20);
        assertThat(recovery.cut()).isNull();
        assertThat(recovery.incarnation()).isEqualTo(1);
    }

    @Test
    void recordWithoutAnExcerptHeaderIsCut() throws IOException {
        // given: a writer that died while it copied record 21
        CrashImage image = twentyRecords();
        long end = image.positionsOf(1).getLast();
        byte[] half = image.read(1, image.positionsOf(1).get(19) + 4, 60);
        image.write(1, end + 4, half);

        // when, then
        assertFault(() -> Records.read(copied), TORN_TAIL, 1, 21, end);
        Recovery recovery = assertRecovers(20);
        assertThat(recovery.cut())
                .isEqualTo(
                        "Cut after sequence 20: The last record was not finished (roll file"
                                + " 000001/19700102F.cq4, record 21 at byte "
                                + end
                                + ").");
        assertThat(recovery.incarnation()).isEqualTo(2);
    }

    @Test
    void wholeRecordWithoutAnExcerptHeaderIsCut() throws IOException {
        // given: a writer that died after it copied record 21 and before it finished the excerpt
        CrashImage image = twentyRecords();
        UnsafeBuffer record = sealed(21, JournalReader.open(copied));
        byte[] bytes = new byte[record.capacity()];
        record.getBytes(0, bytes);
        image.write(1, image.positionsOf(1).getLast() + 4, bytes);

        // when, then
        assertThat(assertRecovers(20).incarnation()).isEqualTo(2);
    }

    @Test
    void recordMarkedAsNotCompleteIsCut() throws IOException {
        // given
        CrashImage image = twentyRecords();
        long end = image.positionsOf(1).getLast();
        image.writeInt(1, end, NOT_COMPLETE | 136);
        image.write(1, end + 4, image.read(1, image.positionsOf(1).get(19) + 4, 40));

        // when, then
        assertFault(() -> Records.read(copied), TORN_TAIL, 1, 21, end);
        assertThat(assertRecovers(20).incarnation()).isEqualTo(2);
    }

    @Test
    void lastRecordMarkedAsNotCompleteAfterwardsIsCut() throws IOException {
        // given
        CrashImage image = twentyRecords();
        long last = image.positionsOf(1).get(19);
        image.flip(1, last + 3, 0x80);

        // when, then
        assertFault(() -> Records.read(copied), TORN_TAIL, 1, 20, last);
        assertThat(assertRecovers(19).incarnation()).isEqualTo(2);
    }

    @Test
    void cutIsTheFirstRecordOfANewRollFileAndOldBytesStay() throws IOException {
        // given
        CrashImage image = twentyRecords();
        long end = image.positionsOf(1).getLast();
        image.writeInt(1, end, NOT_COMPLETE);
        byte[] before = allBytes();

        // when
        assertRecovers(20);

        // then
        assertThat(allBytes()).isEqualTo(before);
        List<Long> cuts = new ArrayList<>();
        JournalReader.open(copied)
                .read(
                        new RecordHandler() {
                            @Override
                            public void onRecord(DirectBuffer buffer, int offset, int length) {}

                            @Override
                            public void onCut(DirectBuffer buffer, int offset, int length) {
                                cuts.add((long) CutRecord.roll(buffer, offset));
                                cuts.add((long) CutRecord.reason(buffer, offset));
                                cuts.add(CutRecord.position(buffer, offset));
                                cuts.add((long) CutRecord.incarnation(buffer, offset));
                            }
                        });
        assertThat(cuts).containsExactly(1L, (long) CutRecord.TORN, end, 2L);
    }

    @Test
    void secondTornTailIsCutToo() throws IOException {
        // given
        CrashImage image = twentyRecords();
        image.writeInt(1, image.positionsOf(1).getLast(), NOT_COMPLETE);
        try (ChronicleJournal journal = Records.open(copied)) {
            appended.addAll(Records.append(journal, 25));
        }
        long end = image.positionsOf(2).getLast();
        image.writeInt(2, end, NOT_COMPLETE);

        // when, then
        assertThat(assertRecovers(25).incarnation()).isEqualTo(3);
    }

    @Test
    void damagedRecordStopsTheStartAtItsPosition() throws IOException {
        // given
        CrashImage image = twentyRecords();
        long position = image.positionsOf(1).get(14);
        image.flip(1, position + 4 + 70, 0x01);

        // when, then
        assertRefused(DAMAGED, 1, 15, position);
    }

    @Test
    void damagedLastRecordOfADeadProcessStopsTheStart() throws IOException {
        // given
        CrashImage image = twentyRecords();
        long position = image.positionsOf(1).get(19);
        image.flip(1, position + 4 + 70, 0x01);

        // when, then
        assertRefused(DAMAGED, 1, 20, position);
    }

    @Test
    void unfinishedRecordBeforeFinishedOnesStopsTheStart() throws IOException {
        // given
        CrashImage image = twentyRecords();
        long position = image.positionsOf(1).get(14);
        image.flip(1, position + 3, 0x80);

        // when, then
        assertRefused(DAMAGED, 1, 15, position);
    }

    @Test
    void lostExcerptHeaderOfAFinishedRecordStopsTheStart() throws IOException {
        // given
        CrashImage image = twentyRecords();
        long position = image.positionsOf(1).get(19);
        image.writeInt(1, position, 0);

        // when, then
        assertRefused(DAMAGED, 1, 20, position);
    }

    @Test
    void holeInTheSequencesStopsTheStart() throws IOException {
        // given: record 15 is taken out and those after it moved up
        CrashImage image = twentyRecords();
        List<Long> positions = image.positionsOf(1);
        int lengthAfter = (int) (positions.getLast() - positions.get(15));
        int lengthOut = (int) (positions.get(15) - positions.get(14));
        byte[] moved =
                Arrays.copyOf(
                        image.read(1, positions.get(15), lengthAfter), lengthAfter + lengthOut);
        image.write(1, positions.get(14), moved);

        // when, then
        assertRefused(DAMAGED, 1, 15, positions.get(14));
        assertThatThrownBy(() -> Records.read(copied))
                .hasMessageContaining("The record has sequence 16 where 15 is due");
    }

    @Test
    void recordOfAnotherChainStopsTheStart() throws IOException {
        // given: a record whole in itself, of the right sequence, sealed after another history
        CrashImage image = twentyRecords();
        long position = image.positionsOf(1).get(14);
        UnsafeBuffer record = Records.record(15);
        new RecordSealer().seal(record, 0, record.capacity(), 0x1234L, 10);
        byte[] bytes = new byte[record.capacity()];
        record.getBytes(0, bytes);
        image.write(1, position + 4, bytes);

        // when, then
        assertRefused(DAMAGED, 1, 15, position);
        assertThatThrownBy(() -> Records.read(copied)).hasMessageContaining("chain");
    }

    @Test
    void recordAboveTheWatermarkLostWithTheMachineIsCut() throws IOException {
        // given: records 15 and 17 did not reach the disk, those around them did
        CrashImage image = twentyRecords().afterMachineStop();
        List<Long> positions = image.positionsOf(1);
        image.write(1, positions.get(14), new byte[(int) (positions.get(15) - positions.get(14))]);
        image.flip(1, positions.get(16) + 90, 0xFF);

        // when, then
        assertFault(() -> Records.read(copied), DAMAGED, 1, 15, positions.get(14));
        Recovery recovery = assertRecovers(14);
        assertThat(recovery.machineStopped()).isTrue();
        assertThat(recovery.incarnation()).isEqualTo(2);
    }

    @Test
    void recordBelowTheWatermarkIsNotCutEvenAfterAMachineStop() throws IOException {
        // given: record 10 is the last that was forced, as the records from 11 on say
        CrashImage image = twentyRecords().afterMachineStop();
        long position = image.positionsOf(1).get(9);
        image.flip(1, position + 90, 0xFF);

        // when, then
        assertRefused(DAMAGED, 1, 10, position);
    }

    @Test
    void damageInAnEarlierRollFileIsNotCutEvenAfterAMachineStop() throws IOException {
        // given: a roll file is forced before the next is begun
        try (ChronicleJournal journal = Records.open(written)) {
            Records.append(journal, 5);
            journal.roll();
            Records.append(journal, 7);
            CrashImage.of(written, copied).afterMachineStop();
        }
        CrashImage image = CrashImage.of(written, copied).afterMachineStop();
        long position = image.positionsOf(1).get(4);
        image.flip(1, position + 90, 0xFF);

        // when, then
        assertRefused(DAMAGED, 1, 5, position);
    }

    @Test
    void recordOfOtherRulesIsNamed() throws IOException {
        // given
        twentyRecords();
        JournalReader reader = JournalReader.open(copied);
        CrashImage image = CrashImage.of(written, copied);
        long position = image.positionsOf(1).getLast();
        // the copy is closed now: open its end again
        RunMarker.open().write(copied.resolve("journal"));
        UnsafeBuffer record = Records.record(21);
        record.putShort(RecordHeaderDescriptor.RULES_VERSION_OFFSET, (short) 2);
        reader.read(Records.IGNORE);
        new RecordSealer().seal(record, 0, record.capacity(), reader.lastChainHash(), 10);
        byte[] bytes = new byte[record.capacity()];
        record.getBytes(0, bytes);
        image.writeInt(1, position, record.capacity());
        image.write(1, position + 4, bytes);

        // when, then
        assertRefused(OTHER_RULES, 1, 21, position);
        assertThatThrownBy(() -> Records.read(copied))
                .hasMessageContaining("matching rules version 2; this build has version 1");
    }

    @Test
    void recordsMissingFromACleanlyClosedJournalAreNoticed() throws IOException {
        // given: the last record is zeroed, header and all
        twentyRecords();
        CrashImage image = CrashImage.of(written, copied);
        List<Long> positions = image.positionsOf(1);
        image.write(1, positions.get(19), new byte[(int) (positions.get(20) - positions.get(19))]);

        // when, then
        assertThatThrownBy(() -> Records.read(copied))
                .isInstanceOf(JournalException.class)
                .hasMessage(
                        "The journal was closed after sequence 20 but its records end with 19.");
    }

    @Test
    void tailTornAfterACleanEndIsCutOnceAndForAll() throws IOException {
        // given: a journal that ended clean, and a last record marked as not finished since
        twentyRecords();
        CrashImage image = CrashImage.of(written, copied);
        image.flip(1, image.positionsOf(1).get(19) + 3, 0x80);

        // when, then
        assertThat(assertRecovers(19).incarnation()).isEqualTo(2);
    }

    @Test
    void rollFileThatWasNeverFinishedHoldsNothing() throws IOException {
        // given: a writer that died while it made roll file 2
        CrashImage image = twentyRecords();
        Path unfinished = copied.resolve("journal/000002");
        Files.createDirectory(unfinished);
        byte[] headerOnly = image.read(1, 0, image.positionsOf(1).getFirst().intValue());
        Files.write(unfinished.resolve(RollFile.fileName(2)), headerOnly);

        // when, then
        assertThat(assertRecovers(20).cut()).isNull();
        assertThat(copied.resolve("journal/000003/ROLL")).exists();
    }

    @Test
    void rollFileWithRecordsAndNoMarkerIsRefused() throws IOException {
        // given
        twentyRecords();
        Files.delete(copied.resolve("journal/000001/ROLL"));

        // when, then
        assertThatThrownBy(() -> Records.open(copied).close())
                .isInstanceOf(JournalException.class)
                .hasMessage("The roll file 000001 has records but no marker ROLL.");
    }

    private static UnsafeBuffer sealed(long sequence, JournalReader reader) {
        reader.read(Records.IGNORE);
        UnsafeBuffer record = Records.record(sequence);
        new RecordSealer().seal(record, 0, record.capacity(), reader.lastChainHash(), 10);
        return record;
    }
}
