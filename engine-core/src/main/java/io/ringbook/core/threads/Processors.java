// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.threads;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Binds threads to processors: {@code sched_setaffinity(2)} and {@code sched_getaffinity(2)} of
 * Linux. Elsewhere nothing can be bound. Stateless; a thread that is started by a bound one is
 * bound as well.
 */
public final class Processors {
    /** Bytes of a set of processors: more than any kernel's, which would refuse a smaller one. */
    private static final int SET_LENGTH = 1024;

    private static final int THIS_THREAD = 0;
    private static final int MAX_PROCESSOR = SET_LENGTH * Byte.SIZE - 1;

    private Processors() {}

    /** True if threads can be bound on this system. */
    public static boolean isSupported() {
        return Calls.SET != null && Calls.GET != null;
    }

    /** What the system schedules this process on, but for threads bound elsewhere; or nothing. */
    public static BitSet ofProcess() {
        return allowed((int) ProcessHandle.current().pid());
    }

    /** What the system schedules this thread on; empty if that cannot be known. */
    public static BitSet ofThisThread() {
        return allowed(THIS_THREAD);
    }

    /**
     * True if a thread of this process can be bound to a processor. Tried on a thread of its own:
     * only the system knows, and it also gives a processor that was kept free of all but bound
     * threads.
     */
    public static boolean mayUse(int processor) {
        AtomicBoolean bound = new AtomicBoolean();
        Thread probe = new Thread(() -> bound.set(bindThisThread(processor)), "ringbook-probe");
        probe.setDaemon(true);
        probe.start();
        try {
            probe.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return bound.get();
    }

    /**
     * Binds this thread.
     *
     * @return false if the system refuses; nothing has changed then
     */
    public static boolean bindThisThread(int processor) {
        if (processor < 0 || processor > MAX_PROCESSOR) {
            return false;
        }
        BitSet set = new BitSet();
        set.set(processor);
        return allow(set);
    }

    /** Lets this thread run wherever the process may; for one that a bound thread has started. */
    public static void freeThisThread() {
        allow(ofProcess());
    }

    /** As {@code 0-3, 8}. */
    public static String text(BitSet set) {
        StringBuilder text = new StringBuilder();
        for (int first = set.nextSetBit(0); first >= 0; ) {
            int end = set.nextClearBit(first);
            text.append(text.isEmpty() ? "" : ", ").append(first);
            if (end - first > 1) {
                text.append('-').append(end - 1);
            }
            first = set.nextSetBit(end);
        }
        return text.toString();
    }

    private static boolean allow(BitSet set) {
        if (!isSupported() || set.isEmpty()) {
            return false;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(SET_LENGTH, Long.BYTES);
            MemorySegment.copy(
                    set.toByteArray(), 0, bytes, ValueLayout.JAVA_BYTE, 0, (set.length() + 7) / 8);
            return call(Calls.SET, THIS_THREAD, bytes) == 0;
        }
    }

    private static BitSet allowed(int thread) {
        if (!isSupported()) {
            return new BitSet();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(SET_LENGTH, Long.BYTES);
            return call(Calls.GET, thread, bytes) < 0
                    ? new BitSet()
                    : BitSet.valueOf(bytes.toArray(ValueLayout.JAVA_BYTE));
        }
    }

    private static int call(MethodHandle function, int thread, MemorySegment set) {
        try {
            return (int) function.invokeExact(thread, (long) SET_LENGTH, set);
        } catch (Throwable e) {
            throw new AssertionError("a call of the C library cannot throw", e);
        }
    }

    /** {@code int f(pid_t, size_t, cpu_set_t *)}, null where there is none. */
    private static final class Calls {
        static final MethodHandle SET = find("sched_setaffinity");
        static final MethodHandle GET = find("sched_getaffinity");

        @SuppressWarnings("restricted") // bin/jvm.options allows native calls
        private static MethodHandle find(String name) {
            if (!System.getProperty("os.name", "").equals("Linux")) {
                return null;
            }
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup()
                    .find(name)
                    .map(
                            function ->
                                    linker.downcallHandle(
                                            function,
                                            FunctionDescriptor.of(
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.JAVA_INT,
                                                    ValueLayout.JAVA_LONG,
                                                    ValueLayout.ADDRESS)))
                    .orElse(null);
        }
    }
}
