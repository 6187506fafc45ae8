// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.jmh.wire;

import java.util.Arrays;

/** Messages one after the other in an array, each at a multiple of 8 bytes. */
final class Packed {
    private static final int ALIGNMENT = 8;

    private byte[] array = new byte[ALIGNMENT];
    private final int[] offsets;
    private final int[] lengths;
    private int count;
    private int end;

    Packed(int capacity) {
        offsets = new int[capacity];
        lengths = new int[capacity];
    }

    void add(byte[] message) {
        offsets[count] = end;
        lengths[count] = message.length;
        count++;
        array = Arrays.copyOf(array, end + message.length);
        System.arraycopy(message, 0, array, end, message.length);
        end += (message.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    byte[] array() {
        return array;
    }

    int offset(int index) {
        return offsets[index];
    }

    int length(int index) {
        return lengths[index];
    }
}
