// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.replay;

import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.StateImage;
import io.ringbook.core.state.StateWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A state at a sequence, kept in a file so that recovery need not replay what came before. A cache
 * of replay: never trusted without its hashes, and made again when missing.
 *
 * <pre>
 *  offset  type  meaning
 *       0  u64   "RBSNAP01", ASCII
 *       8  u64   sequence of the last command in the state
 *      16  u64   chain hash of that command's record
 *      24  u64   state hash: XXH3-64 of the state bytes
 *      32  u64   length of the state in bytes
 *      40        state
 * </pre>
 */
public final class Snapshot {
    private static final long MAGIC = 0x3130_5041_4e53_4252L;
    private static final int HEADER_LENGTH = 40;
    private static final String FILE_NAME = "snapshot";

    private final long sequence;
    private final long chainHash;
    private final byte[] bytes;

    private Snapshot(long sequence, long chainHash, byte[] bytes) {
        this.sequence = sequence;
        this.chainHash = chainHash;
        this.bytes = bytes;
    }

    /** The state of an engine at rest. */
    public static Snapshot of(EngineState state, long chainHash) {
        StateWriter out = new StateWriter();
        state.save(out);
        return new Snapshot(state.lastSequence(), chainHash, out.toByteArray());
    }

    /** Sequence of the last command in the state. */
    public long sequence() {
        return sequence;
    }

    /** Chain hash of that command's record in the journal. */
    public long chainHash() {
        return chainHash;
    }

    /** Puts the state into an engine that has seen nothing. */
    public void loadInto(EngineState state) {
        state.load(new UnsafeBuffer(bytes), bytes.length);
    }

    /** Writes the snapshot into a data directory, in place of an older one, whole or not at all. */
    public void write(Path dataDirectory) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putLong(sequence).putLong(chainHash);
        header.putLong(StateImage.hash(new UnsafeBuffer(bytes), bytes.length));
        header.putLong(bytes.length).flip();
        Path unfinished = dataDirectory.resolve(FILE_NAME + ".part");
        try (FileChannel file =
                FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(file, header);
            writeAll(file, ByteBuffer.wrap(bytes));
            file.force(true);
        }
        Files.move(
                unfinished,
                dataDirectory.resolve(FILE_NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The snapshot in a data directory, or null if there is none that is whole and has its hash:
     * the journal alone is enough.
     */
    public static Snapshot read(Path dataDirectory) throws IOException {
        byte[] file;
        try {
            file = Files.readAllBytes(dataDirectory.resolve(FILE_NAME));
        } catch (NoSuchFileException e) {
            return null;
        }
        if (file.length < HEADER_LENGTH) {
            return null;
        }
        ByteBuffer header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        boolean known = header.getLong() == MAGIC;
        long sequence = header.getLong();
        long chainHash = header.getLong();
        long stateHash = header.getLong();
        if (!known || header.getLong() != file.length - HEADER_LENGTH) {
            return null;
        }
        byte[] state = Arrays.copyOfRange(file, HEADER_LENGTH, file.length);
        boolean whole = StateImage.hash(new UnsafeBuffer(state), state.length) == stateHash;
        return whole && StateImage.isReadable(new UnsafeBuffer(state), state.length)
                ? new Snapshot(sequence, chainHash, state)
                : null;
    }

    /** Removes the snapshot of a data directory, if there is one. */
    public static void delete(Path dataDirectory) throws IOException {
        Files.deleteIfExists(dataDirectory.resolve(FILE_NAME));
    }

    private static void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
