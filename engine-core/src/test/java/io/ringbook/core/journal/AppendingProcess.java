// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import java.nio.file.Path;

/** A process that appends without end and says each sequence once its record is committed. */
final class AppendingProcess {
    private AppendingProcess() {}

    @SuppressWarnings("SystemOut") // its output is what the test reads
    public static void main(String[] arguments) {
        JournalOptions options =
                JournalOptions.of(Durability.COMMIT).withAllocation(1 << 20, 4 << 20);
        try (ChronicleJournal journal =
                ChronicleJournal.open(Path.of(arguments[0]), options, Records.IGNORE)) {
            for (long sequence = journal.lastSequence() + 1; sequence < 5_000_000; sequence++) {
                Records.append(journal, sequence);
                System.out.println(sequence);
            }
        }
    }
}
