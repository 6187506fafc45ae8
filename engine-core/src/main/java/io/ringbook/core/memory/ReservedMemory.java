// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.memory;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * A range of addresses that never moves. It costs nothing but addresses until it is touched, page
 * by page; what was never written reads as 0. Its pages go back when the object is unreachable:
 * whoever uses the address keeps the object as long.
 *
 * <p>Thread-safe: it only says where it is.
 */
public final class ReservedMemory {
    /** A huge page of x86-64 and of most others; the range begins at a multiple. Bytes. */
    private static final long ALIGNMENT = 2L << 20;

    private static final int PAGE = 4096;
    private static final boolean ON_LINUX =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");

    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_PRIVATE = 2;
    private static final int MAP_ANONYMOUS = ON_LINUX ? 0x20 : 0x1000;
    private static final int MAP_NORESERVE = ON_LINUX ? 0x4000 : 0x40;
    private static final int MADV_HUGEPAGE = 14;
    private static final long MAP_FAILED = -1;

    private static final MethodHandle MMAP =
            handle(
                    "mmap", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT,
                    JAVA_LONG);
    private static final MethodHandle MUNMAP = handle("munmap", JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle MADVISE =
            handle("madvise", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);

    private final MemorySegment mapping;
    private final long address;
    private final long lengthBytes;

    private ReservedMemory(MemorySegment mapping, long address, long lengthBytes) {
        this.mapping = mapping;
        this.address = address;
        this.lengthBytes = lengthBytes;
    }

    /**
     * Reserves a range.
     *
     * @throws OutOfMemoryError if the system has no such range of addresses
     */
    @SuppressWarnings("restricted") // the launcher's options grant native access
    public static ReservedMemory reserve(long lengthBytes) {
        long mapped = lengthBytes + ALIGNMENT;
        long start = map(mapped);
        if (start == MAP_FAILED) {
            throw new OutOfMemoryError(
                    "The system does not let "
                            + mapped
                            + " bytes of addresses be reserved: see ulimit -v and"
                            + " vm.overcommit_memory.");
        }
        MemorySegment mapping =
                MemorySegment.ofAddress(start)
                        .reinterpret(mapped, Arena.ofAuto(), ReservedMemory::unmap);
        return new ReservedMemory(mapping, (start + ALIGNMENT - 1) & -ALIGNMENT, lengthBytes);
    }

    /** Where it begins; a multiple of 2 MiB. */
    public long address() {
        return address;
    }

    /** How long it is, in bytes. */
    public long lengthBytes() {
        return lengthBytes;
    }

    /**
     * Makes the first part resident, in huge pages where the system has them (Linux: {@code
     * transparent_hugepage} is {@code madvise} or {@code always}), so that it is not waited for
     * later.
     */
    public void touch(long bytes) {
        long touched = Math.min(bytes, lengthBytes);
        if (ON_LINUX && touched >= ALIGNMENT) {
            adviseHugePages(touched & -ALIGNMENT);
        }
        long before = address - mapping.address();
        for (long offset = 0; offset < touched; offset += PAGE) {
            long at = before + offset;
            mapping.set(JAVA_INT, at, mapping.get(JAVA_INT, at));
        }
    }

    private static long map(long bytes) {
        int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
        try {
            return (long) MMAP.invokeExact(0L, bytes, PROT_READ_WRITE, flags, -1, 0L);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static void unmap(MemorySegment mapping) {
        try {
            int ignored = (int) MUNMAP.invokeExact(mapping, mapping.byteSize());
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** It is advice: that it cannot be followed is no fault. */
    private void adviseHugePages(long bytes) {
        try {
            int ignored = (int) MADVISE.invokeExact(address, bytes, MADV_HUGEPAGE);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("restricted") // the launcher's options grant native access
    private static MethodHandle handle(
            String name, MemoryLayout result, MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        SymbolLookup libc = linker.defaultLookup();
        return linker.downcallHandle(
                libc.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }
}
