// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.yardstick;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;

/** Reads and writes memory that native code owns, by address, in the machine's byte order. */
final class NativeMemory {
    @SuppressWarnings("restricted") // the options of the JVM grant native access
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final VarHandle LONG = ValueLayout.JAVA_LONG.varHandle();

    private NativeMemory() {}

    static int getUnsignedByte(long address) {
        return ALL.get(ValueLayout.JAVA_BYTE, address) & 0xff;
    }

    static int getInt(long address) {
        return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address);
    }

    static long getLong(long address) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
    }

    static void putByte(long address, byte value) {
        ALL.set(ValueLayout.JAVA_BYTE, address, value);
    }

    static void putInt(long address, int value) {
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, address, value);
    }

    static void putLong(long address, long value) {
        ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, address, value);
    }

    /** Pairs with the release of the native side. */
    static long getLongAcquire(long address) {
        return (long) LONG.getAcquire(ALL, address);
    }

    /** Pairs with the acquire of the native side. */
    static void putLongRelease(long address, long value) {
        LONG.setRelease(ALL, address, value);
    }
}
