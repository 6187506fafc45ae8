// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.core.journal.JournalException.Kind.DAMAGED;
import static io.ringbook.core.journal.JournalException.Kind.NEWER_FORMAT;
import static io.ringbook.core.journal.JournalException.Kind.OTHER_RULES;
import static io.ringbook.core.journal.JournalException.Kind.TORN_TAIL;

import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.codec.journal.RecordHeaderFlyweight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;

/**
 * Reads the records of one roll file in order and checks each.
 *
 * <p>Trusts nothing of Chronicle's but the four bytes before each record, and these only when they
 * agree with the record: its own index, file header and metadata are not read. The one exception:
 * the position of the last finished excerpt is asked when an excerpt header is zero, to tell a
 * record that was never finished from one whose header was lost.
 *
 * <p>One thread.
 */
final class RollScanner implements AutoCloseable {
    private static final int EXCERPT_HEADER_LENGTH = 4;
    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final int META_DATA = 0x4000_0000;
    private static final int ALIGNMENT = 4;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    private final RollMarker marker;
    private final RecordSealer sealer;
    private final FileWindow file;
    private final RecordHeaderFlyweight header = new RecordHeaderFlyweight();

    private long limit = NO_LIMIT;
    private long position;
    private long nextPosition;
    private long recordCount;
    private long sequence;
    private long chainHash;
    private long timeNs;
    private ScanFault fault;

    RollScanner(Path directory, RollMarker marker, RecordSealer sealer) throws IOException {
        this.marker = marker;
        this.sealer = sealer;
        file = new FileWindow(directory.resolve(marker.file()));
        position = marker.firstPosition();
        nextPosition = position;
        sequence = marker.previousSequence();
        chainHash = marker.previousHash();
    }

    /** Refuses a directory without a marker if there are records of commands in it. */
    static void requireNoRecords(Path directory, int roll) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path path : entries.filter(p -> p.toString().endsWith(".cq4")).toList()) {
                requireNoRecords(directory, path, roll);
            }
        }
    }

    private static void requireNoRecords(Path directory, Path path, int roll) throws IOException {
        RollMarker from = new RollMarker(roll, path.getFileName().toString(), 0, 0, 0, 0, 0);
        try (RollScanner scanner = new RollScanner(directory, from, new RecordSealer())) {
            scanner.position = -ALIGNMENT;
            if (scanner.watermarkAfter() >= 0) {
                throw new JournalException(
                        DAMAGED,
                        "The roll file "
                                + RollMarker.directoryName(roll)
                                + " has records but no marker ROLL.");
            }
        }
    }

    /** Ends the records at a byte, as a cut says. */
    void cutAt(long cutPosition) {
        limit = cutPosition;
    }

    /** Moves to the next record; false at the end, which {@link #fault} may explain. */
    boolean next() throws IOException {
        position = nextPosition;
        if (position == limit || fault != null) {
            return false;
        }
        if (position > limit) {
            fault = fault(DAMAGED, "A cut names a place inside a record");
            return false;
        }
        int excerptHeader = file.hasBytes(position, 4) ? file.getInt(position) : 0;
        if (excerptHeader == 0) {
            fault = limit == NO_LIMIT ? faultAtEnd() : fault(DAMAGED, "A cut lies behind the end");
            return false;
        }
        fault =
                (excerptHeader & (NOT_COMPLETE | META_DATA)) != 0
                        ? faultOfHeader(excerptHeader)
                        : faultOfRecord(excerptHeader);
        return fault == null;
    }

    /** The record moved to; valid until the next call of {@link #next}. */
    DirectBuffer buffer() {
        return file.buffer();
    }

    /** Where in {@link #buffer} it starts. */
    int offset() {
        return file.offsetOf(position + EXCERPT_HEADER_LENGTH);
    }

    int length() {
        return (int) (nextPosition - position) - EXCERPT_HEADER_LENGTH;
    }

    boolean isCut() {
        return header.kind() == RecordHeaderDescriptor.KIND_CUT;
    }

    ScanFault fault() {
        return fault;
    }

    /** Sequence, chain hash and time of the last record that was good. */
    long sequence() {
        return sequence;
    }

    long chainHash() {
        return chainHash;
    }

    long timeNs() {
        return timeNs;
    }

    long recordCount() {
        return recordCount;
    }

    /** Where the record moved to stands, or the fault. */
    JournalPosition position() {
        return new JournalPosition(
                marker.roll(),
                marker.shownFile(),
                fault == null ? recordCount : recordCount + 1,
                position);
    }

    /**
     * Looks for good records after the place where the scan ended.
     *
     * @return the highest watermark that any of them carries, or -1 if there is none
     */
    long watermarkAfter() throws IOException {
        long watermark = -1L;
        long at = position + ALIGNMENT;
        while (file.hasBytes(at, EXCERPT_HEADER_LENGTH + RecordHeaderDescriptor.LENGTH)) {
            int length = file.getInt(at);
            if (isRecordAt(at, length) && !isCut() && header.sequence() > sequence) {
                watermark = Math.max(watermark, header.forcedWatermark());
                at += EXCERPT_HEADER_LENGTH + length;
            } else {
                at += ALIGNMENT;
            }
        }
        return watermark;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private ScanFault faultAtEnd() throws IOException {
        if (file.isZeroFrom(position)) {
            return null;
        }
        long committed =
                file.hasBytes(marker.committedAt(), 8) ? file.getLong(marker.committedAt()) : 0;
        if (committed >= position) {
            return fault(DAMAGED, "The excerpt header of a finished record is zero");
        }
        return tornUnlessFollowed("The last record was not finished");
    }

    private ScanFault faultOfHeader(int excerptHeader) throws IOException {
        if ((excerptHeader & NOT_COMPLETE) == 0 || (excerptHeader & META_DATA) != 0) {
            return fault(
                    DAMAGED,
                    String.format("The excerpt header %08x is not a record's", excerptHeader));
        }
        return tornUnlessFollowed("The last record is marked as not finished");
    }

    private ScanFault tornUnlessFollowed(String sentence) throws IOException {
        return watermarkAfter() < 0
                ? fault(TORN_TAIL, sentence)
                : fault(DAMAGED, "A record that is not finished is followed by finished ones");
    }

    private ScanFault faultOfRecord(int length) throws IOException {
        if (length % RecordHeaderDescriptor.ALIGNMENT != 0
                || length < RecordHeaderDescriptor.LENGTH
                || length > RecordSealer.MAX_RECORD_LENGTH
                || !file.hasBytes(position + EXCERPT_HEADER_LENGTH, length)) {
            return fault(DAMAGED, "The excerpt's length " + length + " is not a record's");
        }
        int offset = file.load(position + EXCERPT_HEADER_LENGTH, length);
        header.wrap(file.buffer(), offset);
        if (header.lengthBytes() != length) {
            return fault(
                    DAMAGED,
                    "The record's length is " + header.lengthBytes() + ", its excerpt's " + length);
        }
        if (!sealer.hasChecksum(file, offset, length)) {
            return fault(DAMAGED, "The record's checksum is not the one of its bytes");
        }
        ScanFault found = faultOfContent(length);
        if (found == null) {
            nextPosition = position + EXCERPT_HEADER_LENGTH + length;
            recordCount++;
            sequence = header.sequence();
            chainHash = header.chainHash();
            timeNs = header.timeNs();
        }
        return found;
    }

    private ScanFault faultOfContent(int length) {
        if (header.schemaVersion() != RecordHeaderDescriptor.SCHEMA_VERSION) {
            return fault(
                    NEWER_FORMAT,
                    "The record has layout version "
                            + header.schemaVersion()
                            + "; this build reads version "
                            + RecordHeaderDescriptor.SCHEMA_VERSION);
        }
        if (header.rulesVersion() != RecordSealer.RULES_VERSION) {
            return fault(
                    OTHER_RULES,
                    "The record was made under matching rules version "
                            + header.rulesVersion()
                            + "; this build has version "
                            + RecordSealer.RULES_VERSION);
        }
        if (isCut() && (recordCount != 0 || length < CutRecord.RECORD_LENGTH)) {
            return fault(DAMAGED, "The record of a cut is not the first of its roll file");
        }
        long expected = isCut() ? sequence : sequence + 1;
        if (header.sequence() != expected) {
            return fault(
                    DAMAGED,
                    "The record has sequence "
                            + header.sequence()
                            + " where "
                            + expected
                            + " is due");
        }
        return sealer.continuesChain(file, offset(), length, chainHash)
                ? null
                : fault(DAMAGED, "The record does not continue the chain of the one before it");
    }

    private boolean isRecordAt(long at, int length) throws IOException {
        if (length % RecordHeaderDescriptor.ALIGNMENT != 0
                || length < RecordHeaderDescriptor.LENGTH
                || length > RecordSealer.MAX_RECORD_LENGTH
                || file.getInt(at + EXCERPT_HEADER_LENGTH) != length
                || !file.hasBytes(at + EXCERPT_HEADER_LENGTH, length)) {
            return false;
        }
        int offset = file.load(at + EXCERPT_HEADER_LENGTH, length);
        header.wrap(file.buffer(), offset);
        return sealer.hasChecksum(file, offset, length);
    }

    private ScanFault fault(JournalException.Kind kind, String sentence) {
        return new ScanFault(
                kind,
                sentence,
                new JournalPosition(marker.roll(), marker.shownFile(), recordCount + 1, position));
    }
}
