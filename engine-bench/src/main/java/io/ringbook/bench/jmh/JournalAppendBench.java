// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh;

import io.ringbook.bench.flow.SampleRecord;
import io.ringbook.bench.flow.TemporaryFolder;
import io.ringbook.bench.gc.AllocatedBytes;
import io.ringbook.core.journal.ChronicleJournal;
import io.ringbook.core.journal.Durability;
import io.ringbook.core.journal.Journal;
import io.ringbook.core.journal.JournalOptions;
import io.ringbook.core.journal.UnkeptJournal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Appends records of 256 bytes, a resting order's, as fast as the journal takes them, ending a
 * batch after each 32: time per record, seal (hash and checksum) included. For the tail of paced
 * appends see {@code paced journal}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 8)
@Fork(2)
public class JournalAppendBench {
    private static final int RECORDS = 64_000;
    private static final int BATCH = 32;
    private static final long MIB = 1L << 20;

    /** What a record survives. */
    @Param({"NONE", "COMMIT", "SYNC"})
    public Durability durability;

    /** Memory pages touched ahead of the writer, in MiB; 0 for none. */
    @Param({"0", "8"})
    public int touchAheadMib;

    private final SampleRecord sample = new SampleRecord();
    private TemporaryFolder folder;
    private Journal journal;

    /** Makes an empty journal. */
    @Setup(Level.Invocation)
    public void open() {
        folder = new TemporaryFolder();
        journal =
                durability == Durability.NONE
                        ? new UnkeptJournal()
                        : ChronicleJournal.open(
                                folder.path(),
                                JournalOptions.of(durability).withTouchAhead(touchAheadMib * MIB),
                                (buffer, offset, length) -> {});
    }

    /** Ends it and takes it away. */
    @TearDown(Level.Invocation)
    public void close() {
        journal.close();
        folder.close();
    }

    /** Appends to an empty journal. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public long append(AllocatedBytes allocated) {
        allocated.start();
        for (int sequence = 1; sequence <= RECORDS; sequence++) {
            sample.sequenced(sequence);
            journal.append(sample.buffer(), 0, sample.length());
            if (sequence % BATCH == 0) {
                journal.force();
            }
        }
        allocated.stop();
        return journal.lastChainHash();
    }
}
