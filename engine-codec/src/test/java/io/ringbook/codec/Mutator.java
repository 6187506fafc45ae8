// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec;

import java.util.Arrays;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Spoils bytes in the ways that a verifier must withstand: noise, single bits and bytes, lengths
 * and offsets at the edges of their range or pointing anywhere, ranges copied over others, bytes
 * cut off or added.
 */
public final class Mutator {
    private static final int[] EDGES = {
        0,
        1,
        2,
        3,
        4,
        7,
        8,
        255,
        256,
        4095,
        4096,
        65535,
        65536,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE - 3,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE + 4,
        -1,
        -4,
        -8
    };

    private final Random random;

    public Mutator(Random random) {
        this.random = random;
    }

    /** A spoilt copy; the input stays. */
    public byte[] mutate(byte[] good) {
        byte[] bytes = good.clone();
        if (random.nextInt(64) == 0) {
            random.nextBytes(bytes);
            return bytes;
        }
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count && bytes.length >= 8; i++) {
            bytes = mutateOnce(bytes);
        }
        return bytes;
    }

    private byte[] mutateOnce(byte[] bytes) {
        UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        int at = random.nextInt(bytes.length);
        int word = random.nextInt(bytes.length / 4) * 4;
        int half = random.nextInt(bytes.length / 2) * 2;
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> buffer.putInt(word, EDGES[random.nextInt(EDGES.length)]);
            case 3 -> buffer.putInt(word, random.nextInt(2 * bytes.length) - bytes.length);
            case 4 -> buffer.putShort(half, (short) random.nextInt(bytes.length + 8));
            case 5 -> buffer.putShort(half, (short) EDGES[random.nextInt(EDGES.length)]);
            case 6 -> {
                int length = random.nextInt(bytes.length - at) + 1;
                int from = random.nextInt(bytes.length - length + 1);
                System.arraycopy(bytes, from, bytes, at, Math.min(length, bytes.length - at));
            }
            default -> {
                return Arrays.copyOf(bytes, Math.max(0, bytes.length + random.nextInt(41) - 24));
            }
        }
        return bytes;
    }
}
