// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.codec.journal.RecordHeaderDescriptor.COMMAND_LENGTH_BYTES_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.KIND_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.LENGTH;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.LENGTH_BYTES_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.RULES_VERSION_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.SCHEMA_VERSION_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.SEQUENCE_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.TIME_NS_OFFSET;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Records for tests: a header and a command whose bytes follow from the sequence. */
final class Records {
    /** No helper thread and small steps: what happens, happens in the calling thread. */
    static final JournalOptions PLAIN =
            JournalOptions.of(Durability.COMMIT)
                    .withoutHelperThread()
                    .withAllocation(256 << 10, 256 << 10);

    static final RecordHandler IGNORE = (buffer, offset, length) -> {};

    private Records() {}

    /** Commands of 8 to 200 bytes. */
    static int commandLength(long sequence) {
        return 8 + 8 * (int) (sequence * 7 % 25);
    }

    static UnsafeBuffer record(long sequence) {
        return record(sequence, commandLength(sequence));
    }

    static UnsafeBuffer record(long sequence, int commandLength) {
        UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(LENGTH + commandLength));
        put(buffer, sequence, commandLength);
        return buffer;
    }

    static void put(UnsafeBuffer buffer, long sequence, int commandLength) {
        buffer.putInt(LENGTH_BYTES_OFFSET, LENGTH + commandLength, LITTLE_ENDIAN);
        buffer.putByte(KIND_OFFSET, (byte) 1);
        buffer.putShort(SCHEMA_VERSION_OFFSET, (short) 1, LITTLE_ENDIAN);
        buffer.putLong(SEQUENCE_OFFSET, sequence, LITTLE_ENDIAN);
        buffer.putLong(TIME_NS_OFFSET, 1_000_000_000L + sequence, LITTLE_ENDIAN);
        buffer.putInt(COMMAND_LENGTH_BYTES_OFFSET, commandLength, LITTLE_ENDIAN);
        buffer.putShort(RULES_VERSION_OFFSET, (short) 1, LITTLE_ENDIAN);
        for (int i = 0; i < commandLength; i += Long.BYTES) {
            buffer.putLong(LENGTH + i, sequence * 0x9E3779B97F4A7C15L + i, LITTLE_ENDIAN);
        }
    }

    /**
     * Appends the records from the journal's next sequence to {@code last}; returns their bytes.
     */
    static List<String> append(Journal journal, long last) {
        List<String> appended = new ArrayList<>();
        for (long sequence = journal.lastSequence() + 1; sequence <= last; sequence++) {
            UnsafeBuffer record = record(sequence);
            journal.append(record, 0, record.capacity());
            appended.add(hex(record, 0, record.capacity()));
        }
        return appended;
    }

    static ChronicleJournal open(Path directory) {
        return ChronicleJournal.open(directory, PLAIN, IGNORE);
    }

    static List<String> read(Path directory) {
        List<String> records = new ArrayList<>();
        JournalReader.open(directory)
                .read((buffer, offset, length) -> records.add(hex(buffer, offset, length)));
        return records;
    }

    static String hex(DirectBuffer buffer, int offset, int length) {
        byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }
}
