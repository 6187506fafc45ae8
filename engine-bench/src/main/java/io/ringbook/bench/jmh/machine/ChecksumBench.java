// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.machine;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;
import net.openhft.hashing.LongHashFunction;
import org.agrona.BufferUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The checksums of a record: CRC32C by a table, a byte at a time, as programs without the
 * processor's instruction do it; the JDK's, which is that instruction, over an array and over
 * direct memory as the journal has it; and XXH3, which chains the records.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ChecksumBench {
    /** Castagnoli's polynomial, reflected. */
    private static final int POLYNOMIAL = 0x82F63B78;

    private static final int[] TABLE = table();

    /** Bytes of the record; 256 is that of a resting order. */
    @Param({"256", "4096"})
    public int length = 256;

    private final CRC32C crc = new CRC32C();
    private final LongHashFunction xxh3 = LongHashFunction.xx3();
    private byte[] array;
    private ByteBuffer direct;
    private long address;

    /** Makes the record. */
    @Setup
    public void fill() {
        array = new byte[length];
        new SplittableRandom(20261124).nextBytes(array);
        direct = ByteBuffer.allocateDirect(length).put(array).flip();
        address = BufferUtil.address(direct);
    }

    /** A look into a table for each byte. */
    @Benchmark
    public int crc32cTable() {
        int sum = ~0;
        for (byte b : array) {
            sum = sum >>> 8 ^ TABLE[(sum ^ b) & 0xff];
        }
        return ~sum;
    }

    /** The JDK's. */
    @Benchmark
    public int crc32cArray() {
        crc.reset();
        crc.update(array, 0, length);
        return (int) crc.getValue();
    }

    /** The same over direct memory, as the journal does it. */
    @Benchmark
    public int crc32cDirect() {
        crc.reset();
        crc.update(direct.position(0));
        return (int) crc.getValue();
    }

    /** The hash of the chain, as the journal does it. */
    @Benchmark
    public long xxh3() {
        return xxh3.hashMemory(address, length);
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int sum = i;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                sum = sum >>> 1 ^ ((sum & 1) == 0 ? 0 : POLYNOMIAL);
            }
            table[i] = sum;
        }
        return table;
    }
}
