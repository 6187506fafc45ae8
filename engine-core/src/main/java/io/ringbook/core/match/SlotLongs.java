// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import java.util.Arrays;

/**
 * Some longs beside each order of a shard, by its slot. Grows by blocks as higher slots are used,
 * so that growth moves nothing; what was never set is 0. Owned by one match shard.
 */
final class SlotLongs {
    private static final int BLOCK_BITS = 12;
    private static final int BLOCK_MASK = (1 << BLOCK_BITS) - 1;

    private final int strideBits;
    private long[][] blocks = new long[0][];

    /**
     * @param strideBits two to this power are the longs of a slot
     */
    SlotLongs(int strideBits) {
        this.strideBits = strideBits;
    }

    /** Makes room for a slot; needed once before its longs are read or set. */
    void reserve(int slot) {
        int block = slot >>> BLOCK_BITS;
        if (block >= blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(block + 1, blocks.length * 2));
        }
        if (blocks[block] == null) {
            blocks[block] = new long[1 << BLOCK_BITS << strideBits];
        }
    }

    long get(int slot, int word) {
        return blocks[slot >>> BLOCK_BITS][((slot & BLOCK_MASK) << strideBits) + word];
    }

    void set(int slot, int word, long value) {
        blocks[slot >>> BLOCK_BITS][((slot & BLOCK_MASK) << strideBits) + word] = value;
    }

    int high(int slot, int word) {
        return (int) (get(slot, word) >>> 32);
    }

    int low(int slot, int word) {
        return (int) get(slot, word);
    }

    void setHigh(int slot, int word, int value) {
        set(slot, word, (get(slot, word) & 0xffff_ffffL) | ((long) value << 32));
    }

    void setLow(int slot, int word, int value) {
        set(slot, word, (get(slot, word) & ~0xffff_ffffL) | (value & 0xffff_ffffL));
    }
}
