// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a process that appends. */
class KilledProcessTest {
    private static final long SEED = 5L;
    private static final int TRIALS = 3;

    @TempDir Path directory;

    @Test
    void losesNothingThatItSaidWasCommitted() throws Exception {
        // given
        Random random = new Random(SEED);
        for (int trial = 0; trial < TRIALS; trial++) {
            // when
            long said = lastSaidBeforeKill(200 + random.nextInt(4_000));

            // then: all that was said is there, each record as it was made
            long[] last = {0};
            UnkeptJournal expected = new UnkeptJournal();
            RecordHandler check =
                    (buffer, offset, length) -> {
                        last[0]++;
                        assertThat(length).isEqualTo(64 + Records.commandLength(last[0]));
                        assertThat(buffer.getLong(offset + 8)).isEqualTo(last[0]);
                    };
            try (ChronicleJournal journal =
                    ChronicleJournal.open(directory, Records.PLAIN, check)) {
                Records.append(expected, journal.lastSequence());
                assertThat(journal.recovery().lastSequence()).isGreaterThanOrEqualTo(said);
                if (journal.incarnation() == 1) {
                    assertThat(journal.lastChainHash()).isEqualTo(expected.lastChainHash());
                }
            }
        }
    }

    @Test
    void directoryInUseByAnotherProcessIsRefusedWithItsId() throws Exception {
        // given
        Process process = ChildJvm.start(AppendingProcess.class, directory.toString());
        try (BufferedReader output = process.inputReader(StandardCharsets.US_ASCII)) {
            assertThat(output.readLine()).isEqualTo("1");

            // when, then
            assertThatThrownBy(() -> Records.open(directory))
                    .isInstanceOfSatisfying(
                            JournalException.class,
                            e -> assertThat(e.kind()).isEqualTo(JournalException.Kind.IN_USE))
                    .hasMessage(
                            "The data directory "
                                    + directory
                                    + " is in use by process "
                                    + process.pid()
                                    + ". Stop it first, or use another directory.");
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private long lastSaidBeforeKill(int lines) throws IOException, InterruptedException {
        Process process = ChildJvm.start(AppendingProcess.class, directory.toString());
        long said = 0;
        try (BufferedReader output = process.inputReader(StandardCharsets.US_ASCII)) {
            String line = output.readLine();
            for (int i = 0; line != null; i++) {
                assertThat(line).containsOnlyDigits();
                said = Long.parseLong(line);
                if (i == lines) {
                    process.toHandle().destroyForcibly(); // unlike the process's, leaves its output
                }
                line = wholeLine(output);
            }
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        return said;
    }

    /** The next line, null at the end; one that the kill cut short is not one. */
    private static String wholeLine(BufferedReader output) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = output.read(); c != '\n'; c = output.read()) {
            if (c < 0) {
                return null;
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
