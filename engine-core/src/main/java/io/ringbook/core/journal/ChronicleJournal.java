// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

import static io.ringbook.codec.journal.RecordHeaderDescriptor.LENGTH_BYTES_OFFSET;
import static io.ringbook.codec.journal.RecordHeaderDescriptor.SEQUENCE_OFFSET;
import static io.ringbook.core.journal.JournalException.Kind.BROKEN_CONTRACT;
import static io.ringbook.core.journal.JournalException.Kind.DAMAGED;
import static io.ringbook.core.journal.JournalException.Kind.IO_FAILED;
import static io.ringbook.core.journal.JournalException.Kind.NO_ROOM;
import static io.ringbook.core.journal.JournalException.Kind.TORN_TAIL;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The journal on disk. Opening it is recovering: what is there is read, checked and handed over, a
 * tail that may be cut is cut, and a new roll file is begun in which it goes on.
 *
 * <p>The pages, blocks and the next file are made ready off the hot path; {@link #append} costs two
 * copies of the record, its hash and its checksum, and allocates nothing.
 */
public final class ChronicleJournal implements Journal {
    private final JournalDirectory directory;
    private final JournalOptions options;
    private final RecordSealer sealer = new RecordSealer();
    private final RoomKeeper keeper;
    private RollFile file;
    private boolean failed;
    private Recovery recovery;
    private int incarnation = 1;

    // written by the journal thread, read by any
    private volatile long lastSequence;
    private volatile long lastChainHash;
    private volatile long forcedWatermark;

    private ChronicleJournal(JournalDirectory directory, JournalOptions options) {
        this.directory = directory;
        this.options = options;
        keeper = new RoomKeeper(options);
    }

    /**
     * Opens or makes the journal of a data directory, and hands every record in it to {@code
     * replay} before anything is appended.
     *
     * @param options of durability COMMIT or SYNC
     * @throws JournalException if it must not be gone on with; the sentence says why and where
     */
    public static ChronicleJournal open(
            Path dataDirectory, JournalOptions options, RecordHandler replay) {
        if (options.durability() == Durability.NONE) {
            throw new IllegalArgumentException("Durability NONE keeps nothing: UnkeptJournal");
        }
        QuietChronicle.ensure();
        JournalDirectory directory = JournalDirectory.forWriting(dataDirectory);
        ChronicleJournal journal = new ChronicleJournal(directory, options);
        try {
            journal.recover(replay);
            journal.keeper.start();
            return journal;
        } catch (IOException e) {
            journal.abandon();
            throw JournalDirectory.failed("The journal " + directory.path() + " failed", e);
        } catch (RuntimeException | Error e) {
            journal.abandon();
            throw e;
        }
    }

    /** What opening found. */
    public Recovery recovery() {
        return recovery;
    }

    @Override
    public void append(MutableDirectBuffer record, int offset, int length) {
        long sequence = record.getLong(offset + SEQUENCE_OFFSET, LITTLE_ENDIAN);
        requireContract(record, offset, length, sequence);
        requireRoom(length);
        sealer.seal(record, offset, length, lastChainHash, forcedWatermark);
        write(length);
        lastChainHash = RecordSealer.chainHash(record, offset);
        lastSequence = sequence;
    }

    @Override
    public boolean forces() {
        return options.durability() == Durability.SYNC;
    }

    @Override
    public void force() {
        if (forces() && forcedWatermark != lastSequence) {
            forceFile();
        }
    }

    @Override
    public void roll() {
        forceFile();
        try {
            RollFile next = begin(null, 0L);
            closeFile();
            use(next);
        } catch (IOException e) {
            failed = true;
            throw failure(e);
        }
    }

    @Override
    public long lastSequence() {
        return lastSequence;
    }

    @Override
    public long lastChainHash() {
        return lastChainHash;
    }

    @Override
    public long forcedWatermark() {
        return forcedWatermark;
    }

    @Override
    public int incarnation() {
        return incarnation;
    }

    @Override
    public long roomBytes() {
        return keeper.roomBytes();
    }

    @Override
    public boolean ensureRoom(long bytes) {
        return keeper.ensure(bytes);
    }

    @Override
    public String roomFault() {
        return keeper.roomFault();
    }

    @Override
    public void close() {
        keeper.close();
        if (file == null) {
            return;
        }
        try {
            closeFile();
            if (!failed) {
                RunMarker.closed(lastSequence, lastChainHash).write(directory.path());
            }
        } catch (IOException e) {
            throw failure(e);
        } finally {
            file = null;
            directory.close();
        }
    }

    /**
     * Gives up a journal that could not be opened; what stands on the disk stays for another try.
     */
    private void abandon() {
        try {
            if (file != null) {
                closeFile();
            }
        } catch (IOException e) {
            failed = true; // the fault that made us give up is the one to tell
        } finally {
            file = null;
            directory.close();
        }
    }

    private void recover(RecordHandler replay) throws IOException {
        JournalReader reader = new JournalReader(directory);
        RunMarker run = RunMarker.read(directory.path());
        boolean machineStopped = run.machineStopped();
        ScanFault fault = reader.readSurvivors(0L, replay);
        Cut cut = fault == null ? null : cutOrThrow(fault, reader, machineStopped);
        forceLastOf(reader.rolls());
        if (cut != null && run.closed()) {
            run.reopened().write(directory.path()); // or the cut would look like a loss after it
        }
        incarnation = reader.incarnation() + (cut == null ? 0 : 1);
        lastSequence = reader.lastSequence();
        lastChainHash = reader.lastChainHash();
        forcedWatermark = lastSequence;
        use(begin(cut, reader.lastTimeNs()));
        RunMarker.open().write(directory.path());
        recovery =
                new Recovery(
                        reader.recordCount(),
                        lastSequence,
                        reader.lastTimeNs(),
                        incarnation,
                        machineStopped,
                        cut == null ? null : cut.sentence());
    }

    /** What a fault allows: leaving the tail behind, or nothing. */
    private static Cut cutOrThrow(ScanFault fault, JournalReader reader, boolean machineStopped)
            throws IOException {
        boolean inLastRoll =
                fault.position() != null
                        && fault.position().roll() == reader.rolls().getLast().roll();
        byte reason;
        if (fault.kind() == TORN_TAIL) {
            reason = CutRecord.TORN;
        } else if (fault.kind() == DAMAGED
                && inLastRoll
                && machineStopped
                && reader.watermarkAfter(fault) <= reader.lastSequence()) {
            reason = CutRecord.LOST;
        } else {
            throw fault.exception();
        }
        String sentence = "Cut after sequence " + reader.lastSequence() + ": " + fault.sentence();
        return new Cut(
                fault.position().roll(),
                fault.position().position(),
                reason,
                sentence + " (" + fault.position() + ").");
    }

    /** What was recovered counts as forced from now on, so it is forced. */
    private void forceLastOf(List<RollMarker> rolls) throws IOException {
        if (rolls.isEmpty()) {
            return;
        }
        RollMarker last = rolls.getLast();
        Path path = directory.rollPath(last.roll()).resolve(last.file());
        try (FileChannel channel = FileChannel.open(path, WRITE)) {
            channel.force(true);
        }
    }

    /** Makes a new roll file, with the record of a cut first if there was one. */
    private RollFile begin(Cut cut, long timeNs) throws IOException {
        int roll = directory.nextRoll();
        Path path = directory.rollPath(roll);
        RollFile next = RollFile.create(path, roll, options.allocationStep());
        long previousHash = lastChainHash;
        if (cut != null) {
            UnsafeBuffer record = new UnsafeBuffer(new byte[CutRecord.RECORD_LENGTH]);
            CutRecord.put(record, cut, incarnation, lastSequence, timeNs);
            sealer.seal(record, 0, record.capacity(), lastChainHash, forcedWatermark);
            next.append(sealer.address(), record.capacity());
            lastChainHash = RecordSealer.chainHash(record, 0);
        }
        next.force();
        Marker.forceDirectory(path);
        new RollMarker(
                        roll,
                        RollFile.fileName(roll),
                        next.firstPosition(),
                        next.committedAt(),
                        lastSequence,
                        previousHash,
                        incarnation)
                .write(path);
        Marker.forceDirectory(directory.path());
        return next;
    }

    private void use(RollFile next) {
        file = next;
        keeper.file(next);
    }

    private void closeFile() throws IOException {
        keeper.file(null);
        file.close();
    }

    private void requireContract(
            MutableDirectBuffer record, int offset, int length, long sequence) {
        if (failed || file == null) {
            throw new JournalException(BROKEN_CONTRACT, "The journal failed or was closed before.");
        }
        if (sequence != lastSequence + 1
                || record.getInt(offset + LENGTH_BYTES_OFFSET, LITTLE_ENDIAN) != length
                || length > RecordSealer.MAX_RECORD_LENGTH) {
            throw new JournalException(
                    BROKEN_CONTRACT,
                    "A record of sequence "
                            + sequence
                            + " and "
                            + length
                            + " bytes does not follow sequence "
                            + lastSequence
                            + ", or its length is not the one in its header.");
        }
    }

    private void requireRoom(int length) {
        if (file.hasRoomFor(length) || file.allocate(length, options.allocationStep())) {
            return;
        }
        throw new JournalException(NO_ROOM, file.roomFault());
    }

    private void write(int length) {
        try {
            file.append(sealer.address(), length);
        } catch (RuntimeException | Error e) {
            failed = true; // how much of it was written is not known: the next start finds out
            throw new JournalException(IO_FAILED, "An append to the journal failed.", e);
        }
    }

    private void forceFile() {
        try {
            file.force();
            forcedWatermark = lastSequence;
        } catch (IOException e) {
            failed = true; // what a failed force left on the disk is not known
            throw failure(e);
        }
    }

    private JournalException failure(IOException e) {
        return JournalDirectory.failed("The journal " + directory.path() + " failed", e);
    }
}
