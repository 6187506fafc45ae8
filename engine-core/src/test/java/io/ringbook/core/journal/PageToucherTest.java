// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages touched ahead cost the appender no fault, counted by the kernel for this thread. */
class PageToucherTest {
    private static final Path OWN_STATISTICS = Path.of("/proc/thread-self/stat");
    private static final int MIB = 1 << 20;
    private static final int PAGES_PER_MIB = 256;
    private static final int FIELD_AFTER_NAME_OF_MINOR_FAULTS = 7;

    @TempDir Path directory;

    @Test
    void appenderFaultsOnEachPageThatWasNotTouched() throws IOException {
        // when
        long faults = faultsOfOneMegabyte(0);

        // then
        assertThat(faults).isGreaterThanOrEqualTo(PAGES_PER_MIB);
    }

    @Test
    void appenderFaultsOnNoPageThatWasTouched() throws IOException {
        // when
        long faults = faultsOfOneMegabyte(4 * MIB);

        // then: but for what the JVM itself may take
        assertThat(faults).isLessThan(PAGES_PER_MIB / 8);
    }

    @Test
    void touchingChangesNoByteAndStaysInsideWhatIsAllocated() throws IOException {
        // given
        try (RollFile file = RollFile.create(directory.resolve("roll"), 1, MIB)) {
            UnsafeBuffer record = Records.record(1);
            file.append(record.addressOffset(), record.capacity());
            Path records = directory.resolve("roll").resolve(RollFile.fileName(1));
            byte[] before = Files.readAllBytes(records);

            // when
            file.touchAhead(1L << 30);

            // then
            assertThat(Files.readAllBytes(records)).isEqualTo(before);
        }
    }

    private long faultsOfOneMegabyte(long touchAhead) throws IOException {
        assumeTrue(Files.isReadable(OWN_STATISTICS), "the kernel does not count for a thread");
        UnsafeBuffer record = Records.record(1, 4096 - 64 - 8);
        try (RollFile file = RollFile.create(directory.resolve("roll"), 1, 4L * MIB)) {
            appendOneMegabyte(file, record); // the code's own pages
            file.touchAhead(touchAhead);
            long before = minorFaults();
            appendOneMegabyte(file, record);
            return minorFaults() - before;
        }
    }

    private static void appendOneMegabyte(RollFile file, UnsafeBuffer record) {
        for (int length = 0; length < MIB; length += record.capacity()) {
            file.append(record.addressOffset(), record.capacity());
        }
    }

    private static long minorFaults() throws IOException {
        String line = Files.readString(OWN_STATISTICS);
        String[] afterName = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(afterName[FIELD_AFTER_NAME_OF_MINOR_FAULTS]);
    }
}
