// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.core.journal.JournalException.Kind.DAMAGED;
import static io.ringbook.core.journal.JournalException.Kind.TORN_TAIL;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the records of a journal in order, over all its roll files and their cuts, and checks
 * framing, checksum, sequence and chain of each. Writes nothing and takes no lock: meant for a
 * journal that nobody is writing, though one that is being written can be read up to its end.
 *
 * <p>One thread.
 */
public final class JournalReader {
    private final JournalDirectory directory;
    private final RecordSealer sealer = new RecordSealer();
    private List<RollMarker> rolls = List.of();
    private RollScanner scanner;
    private long lastSequence;
    private long lastChainHash;
    private long lastTimeNs;
    private long recordCount;
    private int incarnation = 1;

    JournalReader(JournalDirectory directory) {
        this.directory = directory;
    }

    /** Opens the journal of a data directory. */
    public static JournalReader open(Path dataDirectory) {
        return new JournalReader(JournalDirectory.forReading(dataDirectory));
    }

    /**
     * Hands over every record.
     *
     * @throws JournalException at the first fault, after all records before it were handed over
     */
    public void read(RecordHandler handler) {
        readFrom(0L, handler);
    }

    /**
     * Hands over the records from a sequence on. Roll files wholly before it are not read; those
     * that are read are checked from their start.
     *
     * @throws JournalException at the first fault, after all records before it were handed over
     */
    public void readFrom(long sequence, RecordHandler handler) {
        try {
            ScanFault fault = readSurvivors(sequence, handler);
            if (fault != null) {
                throw fault.exception();
            }
        } catch (IOException e) {
            throw JournalDirectory.failed("The journal " + directory.path() + " cannot be read", e);
        }
    }

    /** Where the record that is being handed over stands; valid during the call only. */
    public JournalPosition position() {
        return scanner.position();
    }

    /** Sequence of the last record read, 0 before the first. */
    public long lastSequence() {
        return lastSequence;
    }

    /** Chain hash of the last record read, 0 before the first. */
    public long lastChainHash() {
        return lastChainHash;
    }

    /** Sequenced time of the last record read, epoch ns. */
    public long lastTimeNs() {
        return lastTimeNs;
    }

    /** Records of commands read, cuts not counted. */
    public long recordCount() {
        return recordCount;
    }

    /** Roll files of the journal, after a read. */
    public int rollCount() {
        return rolls.size();
    }

    /** Incarnation that the journal ends with: 1 and the number of its cuts. */
    public int incarnation() {
        return incarnation;
    }

    /** Hands over what is good from a sequence on; returns why it ended early, or null. */
    ScanFault readSurvivors(long fromSequence, RecordHandler handler) throws IOException {
        rolls = directory.rolls();
        int first = firstRollWith(fromSequence);
        recordCount = 0;
        lastTimeNs = 0L;
        lastSequence = rolls.isEmpty() ? 0L : rolls.get(first).previousSequence();
        lastChainHash = rolls.isEmpty() ? 0L : rolls.get(first).previousHash();
        for (int i = first; i < rolls.size(); i++) {
            ScanFault fault = readRoll(i, fromSequence, handler);
            if (fault != null) {
                return fault;
            }
        }
        return faultOfEnd();
    }

    /** Highest watermark of good records behind a fault in the last roll file, -1 for none. */
    long watermarkAfter(ScanFault fault) throws IOException {
        RollMarker last = rolls.getLast();
        try (RollScanner again = new RollScanner(directory.rollPath(last.roll()), last, sealer)) {
            while (again.next()) {
                assert again.fault() == null;
            }
            assert again.fault().equals(fault);
            return again.watermarkAfter();
        }
    }

    List<RollMarker> rolls() {
        return rolls;
    }

    private int firstRollWith(long sequence) {
        int first = 0;
        while (first + 1 < rolls.size() && rolls.get(first + 1).previousSequence() < sequence) {
            first++;
        }
        return first;
    }

    private ScanFault readRoll(int i, long fromSequence, RecordHandler handler) throws IOException {
        RollMarker roll = rolls.get(i);
        if (roll.previousSequence() != lastSequence || roll.previousHash() != lastChainHash) {
            return new ScanFault(
                    DAMAGED,
                    "The roll file "
                            + roll.shownFile()
                            + " goes on after sequence "
                            + roll.previousSequence()
                            + ", but the one before it ends with "
                            + lastSequence,
                    null);
        }
        incarnation = roll.incarnation();
        try (RollScanner opened = new RollScanner(directory.rollPath(roll.roll()), roll, sealer)) {
            scanner = opened;
            boolean isLast = i + 1 == rolls.size();
            ScanFault faultOfNext = isLast ? null : honourCut(roll, rolls.get(i + 1));
            handOver(fromSequence, handler);
            if (opened.fault() != null && faultOfNext != null) {
                return faultOfNext;
            }
            return isLast ? opened.fault() : damageIfTorn(opened.fault());
        }
    }

    /** Ends the file being read where the next one says that it was cut. */
    private ScanFault honourCut(RollMarker roll, RollMarker next) throws IOException {
        try (RollScanner peek = new RollScanner(directory.rollPath(next.roll()), next, sealer)) {
            if (!peek.next()) {
                return peek.fault();
            }
            if (peek.isCut()) {
                if (CutRecord.roll(peek.buffer(), peek.offset()) != roll.roll()) {
                    return new ScanFault(DAMAGED, "A cut names another roll file", peek.position());
                }
                scanner.cutAt(CutRecord.position(peek.buffer(), peek.offset()));
            }
            return null;
        }
    }

    private void handOver(long fromSequence, RecordHandler handler) throws IOException {
        while (scanner.next()) {
            boolean isCut = scanner.isCut();
            lastSequence = scanner.sequence();
            lastChainHash = scanner.chainHash();
            lastTimeNs = scanner.timeNs();
            if (lastSequence < fromSequence) {
                continue;
            }
            if (isCut) {
                handler.onCut(scanner.buffer(), scanner.offset(), scanner.length());
            } else {
                recordCount++;
                handler.onRecord(scanner.buffer(), scanner.offset(), scanner.length());
            }
        }
    }

    /** A tail can be torn in the last roll file only: a later one was begun after it was whole. */
    private static ScanFault damageIfTorn(ScanFault fault) {
        return fault == null || fault.kind() != TORN_TAIL
                ? fault
                : new ScanFault(DAMAGED, fault.sentence(), fault.position());
    }

    private ScanFault faultOfEnd() throws IOException {
        RunMarker run = RunMarker.read(directory.path());
        boolean asClosed =
                !run.closed()
                        || (run.lastSequence() == lastSequence && run.lastHash() == lastChainHash);
        return asClosed
                ? null
                : new ScanFault(
                        DAMAGED,
                        "The journal was closed after sequence "
                                + run.lastSequence()
                                + " but its records end with "
                                + lastSequence,
                        null);
    }
}
