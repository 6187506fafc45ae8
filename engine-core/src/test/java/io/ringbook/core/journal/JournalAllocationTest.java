// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An append allocates nothing once it is warm. */
class JournalAllocationTest {
    private static final int WARM_UP = 50_000;
    private static final int ROUNDS = 100_000;
    private static final int COMMAND_LENGTH = 104;

    @TempDir Path directory;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final UnsafeBuffer record = Records.record(1, COMMAND_LENGTH);
    private Object kept;

    @Test
    void appendAllocatesNothing() {
        // given
        try (ChronicleJournal journal =
                ChronicleJournal.open(
                        directory, JournalOptions.of(Durability.COMMIT), Records.IGNORE)) {
            append(journal, WARM_UP, false);

            // when
            long allocated = append(journal, WARM_UP + ROUNDS, false);

            // then
            assertThat(allocated).isZero();
        }
    }

    @Test
    void measurementSeesAnAllocation() {
        // given
        try (ChronicleJournal journal =
                ChronicleJournal.open(
                        directory, JournalOptions.of(Durability.COMMIT), Records.IGNORE)) {
            append(journal, WARM_UP, true);

            // when
            long allocated = append(journal, WARM_UP + ROUNDS, true);

            // then
            assertThat(allocated).isGreaterThanOrEqualTo(16L * ROUNDS);
        }
    }

    private long append(Journal journal, long last, boolean allocating) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (long sequence = journal.lastSequence() + 1; sequence <= last; sequence++) {
            Records.put(record, sequence, COMMAND_LENGTH);
            journal.append(record, 0, record.capacity());
            journal.force();
            if (allocating) {
                kept = new byte[1];
            }
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void negativeControlKeepsWhatItMade() {
        // given
        try (UnkeptJournal journal = new UnkeptJournal()) {
            // when
            append(journal, 10, true);
        }

        // then: the object was really made and not optimised away
        assertThat(kept).isInstanceOf(byte[].class);
    }
}
