// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which directories a journal is opened in, and what is said of the others. */
class JournalDirectoryTest {
    @TempDir Path directory;

    private static AbstractThrowableAssert<?, ?> assertRefused(
            Path directory, JournalException.Kind kind) {
        return assertThatThrownBy(() -> Records.open(directory).close())
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void directoryInUseByThisProcessIsRefused() {
        // given
        try (ChronicleJournal journal = Records.open(directory)) {
            Records.append(journal, 1);

            // when, then: twice, as a refusal must not give up the lock
            for (int i = 0; i < 2; i++) {
                assertRefused(directory, JournalException.Kind.IN_USE)
                        .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
            }
        }
        Records.open(directory).close();
    }

    @Test
    void directoryThatCannotBeMadeIsRefused() throws IOException {
        // given
        Path file = Files.createFile(directory.resolve("file"));

        // when, then
        assertRefused(file.resolve("data"), JournalException.Kind.NOT_WRITABLE)
                .hasMessageStartingWith("The data directory " + file + "/data cannot be written");
    }

    @Test
    void newerFormatIsRefused() throws IOException {
        // given
        Records.open(directory).close();
        Files.writeString(directory.resolve("journal/FORMAT"), "ringbook journal format 2\n");

        // when, then
        String sentence =
                "The journal "
                        + directory.toRealPath().resolve("journal")
                        + " has format 2; this build reads formats up to 1. Use the newer build that"
                        + " wrote it.";
        assertRefused(directory, JournalException.Kind.NEWER_FORMAT).hasMessage(sentence);
        assertThatThrownBy(() -> Records.read(directory.toRealPath())).hasMessage(sentence);
    }

    @Test
    void directoryWithoutAJournalIsNotRead() {
        // when, then
        assertThatThrownBy(() -> JournalReader.open(directory))
                .hasMessage("There is no journal in the data directory " + directory + ".");
    }

    @Test
    void refusedDirectoryIsNotLeftLocked() throws IOException {
        // given
        Records.open(directory).close();
        Path format = directory.resolve("journal/FORMAT");
        String good = Files.readString(format);
        Files.writeString(format, "ringbook journal format 2\n");
        assertRefused(directory, JournalException.Kind.NEWER_FORMAT);

        // when
        Files.writeString(format, good);

        // then
        Records.open(directory).close();
    }

    @Test
    void replayThatFailsIsNotLeftLocked() {
        // given
        try (ChronicleJournal journal = Records.open(directory)) {
            Records.append(journal, 3);
        }
        RecordHandler failing =
                (buffer, offset, length) -> {
                    throw new IllegalStateException("replay differs");
                };

        // when
        assertThatThrownBy(() -> ChronicleJournal.open(directory, Records.PLAIN, failing))
                .hasMessage("replay differs");

        // then
        try (ChronicleJournal journal = Records.open(directory)) {
            assertThat(journal.lastSequence()).isEqualTo(3);
        }
    }
}
