// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.codec.journal.RecordHeaderDescriptor;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

/** The worked example of the format's document is what the code makes. */
class FormatExampleTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "JOURNAL_FORMAT.md");
    private static final long TIME_NS = 1_700_000_000_000_000_000L;

    @Test
    void bytesOfTheDocumentAreThoseOfTheCode() throws IOException {
        // given: two TIME commands, the second of which was written when the first had been forced
        List<UnsafeBuffer> records = List.of(timeRecord(1), timeRecord(2));
        RecordSealer sealer = new RecordSealer();

        // when
        sealer.seal(records.get(0), 0, 72, 0L, 0L);
        sealer.seal(records.get(1), 0, 72, RecordSealer.chainHash(records.get(0), 0), 1L);

        // then
        List<String> made = new ArrayList<>();
        records.forEach(record -> made.add(Records.hex(record, 0, 72)));
        assertThat(examples()).isEqualTo(made);
    }

    private static UnsafeBuffer timeRecord(long sequence) {
        UnsafeBuffer record = new UnsafeBuffer(new byte[72]);
        Records.put(record, sequence, 8);
        record.putByte(RecordHeaderDescriptor.KIND_OFFSET, (byte) 9);
        long timeNs = TIME_NS + sequence - 1;
        record.putLong(RecordHeaderDescriptor.TIME_NS_OFFSET, timeNs, ByteOrder.LITTLE_ENDIAN);
        record.putLong(RecordHeaderDescriptor.LENGTH, timeNs, ByteOrder.LITTLE_ENDIAN);
        return record;
    }

    /** The dumps of the document, each of which starts at 0000, without their addresses. */
    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (!line.matches("00[0-9a-f]{2}( {1,2}[0-9a-f]{2}){8,16}")) {
                continue;
            }
            String bytes = line.substring(4).replace(" ", "");
            if (line.startsWith("0000")) {
                examples.add("");
            }
            examples.add(examples.removeLast() + bytes);
        }
        assertThat(examples).allSatisfy(hex -> HexFormat.of().parseHex(hex));
        return examples;
    }
}
