// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.tick;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Little-endian reads from an array or from a buffer, through {@link VarHandle}, at positions
 * relative to a start. The virtual machine checks the bounds of the array or buffer; those of the
 * message are its reader's.
 */
final class TickBytes {
    private static final VarHandle ARRAY_SHORT = arrayView(short[].class);
    private static final VarHandle ARRAY_INT = arrayView(int[].class);
    private static final VarHandle ARRAY_LONG = arrayView(long[].class);
    private static final VarHandle BUFFER_SHORT = bufferView(short[].class);
    private static final VarHandle BUFFER_INT = bufferView(int[].class);
    private static final VarHandle BUFFER_LONG = bufferView(long[].class);

    private byte[] array;
    private ByteBuffer buffer;
    private int start;

    void wrap(byte[] array, int start) {
        this.array = array;
        this.buffer = null;
        this.start = start;
    }

    void wrap(ByteBuffer buffer, int start) {
        this.array = null;
        this.buffer = buffer;
        this.start = start;
    }

    byte i8(int position) {
        int index = start + position;
        return array != null ? array[index] : buffer.get(index);
    }

    int u16(int position) {
        int index = start + position;
        short value =
                array != null
                        ? (short) ARRAY_SHORT.get(array, index)
                        : (short) BUFFER_SHORT.get(buffer, index);
        return value & 0xFFFF;
    }

    int i32(int position) {
        int index = start + position;
        return array != null
                ? (int) ARRAY_INT.get(array, index)
                : (int) BUFFER_INT.get(buffer, index);
    }

    long u32(int position) {
        return Integer.toUnsignedLong(i32(position));
    }

    long i64(int position) {
        int index = start + position;
        return array != null
                ? (long) ARRAY_LONG.get(array, index)
                : (long) BUFFER_LONG.get(buffer, index);
    }

    void skip(int count) {
        start += count;
    }

    private static VarHandle arrayView(Class<?> view) {
        return MethodHandles.byteArrayViewVarHandle(view, ByteOrder.LITTLE_ENDIAN);
    }

    private static VarHandle bufferView(Class<?> view) {
        return MethodHandles.byteBufferViewVarHandle(view, ByteOrder.LITTLE_ENDIAN);
    }
}
