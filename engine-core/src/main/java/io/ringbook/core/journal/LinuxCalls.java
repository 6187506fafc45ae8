// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.journal;

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
import java.nio.file.Path;
import java.util.Locale;

/**
 * The calls of Linux that the JDK does not offer: allocating a file's blocks, and populating pages
 * of a mapping without changing them.
 *
 * <p>Thread-safe: no state but the handles. Off the hot path.
 */
final class LinuxCalls {
    /** Error number: no space left on the device. */
    static final int ENOSPC = 28;

    /** Error number: over the quota. */
    static final int EDQUOT = 122;

    private static final int EINTR = 4;
    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x80000;

    /** Populates pages writable, as if written to, without changing them; since Linux 5.14. */
    private static final int MADV_POPULATE_WRITE = 23;

    private static final LinuxCalls INSTANCE = onLinux() ? new LinuxCalls() : null;

    private final MethodHandle open;
    private final MethodHandle close;
    private final MethodHandle posixFallocate;
    private final MethodHandle madvise;

    @SuppressWarnings("restricted") // the launcher's options grant native access
    private LinuxCalls() {
        Linker linker = Linker.nativeLinker();
        SymbolLookup libc = linker.defaultLookup();
        open =
                linker.downcallHandle(
                        libc.findOrThrow("open"),
                        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
                        Linker.Option.firstVariadicArg(2));
        close = handle(linker, libc, "close", JAVA_INT);
        posixFallocate = handle(linker, libc, "posix_fallocate", JAVA_INT, JAVA_LONG, JAVA_LONG);
        madvise = handle(linker, libc, "madvise", JAVA_LONG, JAVA_LONG, JAVA_INT);
    }

    /** The calls, or null on another system. */
    static LinuxCalls get() {
        return INSTANCE;
    }

    /** A descriptor of a file for reading and writing, or a negative number. */
    int open(Path file) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom(file.toString());
            return (int) open.invokeExact(path, O_RDWR | O_CLOEXEC);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    void close(int descriptor) {
        try {
            int ignored = (int) close.invokeExact(descriptor);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Allocates blocks of a file, longer if need be; returns 0 or an error number. */
    int allocate(int descriptor, long position, long length) {
        try {
            int result;
            do {
                result = (int) posixFallocate.invokeExact(descriptor, position, length);
            } while (result == EINTR);
            return result;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Populates whole pages of a mapping; false if the system does not know how. */
    boolean populate(long address, long length) {
        try {
            return (int) madvise.invokeExact(address, length, MADV_POPULATE_WRITE) == 0;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("restricted") // the launcher's options grant native access
    private static MethodHandle handle(
            Linker linker, SymbolLookup libc, String name, MemoryLayout... arguments) {
        return linker.downcallHandle(
                libc.findOrThrow(name), FunctionDescriptor.of(JAVA_INT, arguments));
    }

    private static boolean onLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    }
}
