// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import java.util.Arrays;

/**
 * The price levels of one side of a book, ordered from worst to best.
 *
 * <p>Two levels of sorted arrays: a directory of blocks, each block up to {@value #BLOCK_CAPACITY}
 * levels. Keys are normalised so that the best price has the greatest key on both sides; the best
 * level is then the last entry of the last block, and levels come and go at the cheap end. Memory
 * grows with the number of levels, never with the range of prices.
 *
 * <p>Cost: best O(1); find, insert and remove O(log n) comparisons plus at most one block of moved
 * entries; a block split or an emptied block moves the directory. No allocation once warm. Owned by
 * one match shard. See ADR 0008.
 */
public final class PriceLadder {
    private static final int BLOCK_CAPACITY = 64;

    /** One run of neighbouring levels, ascending by key. */
    private static final class Block {
        final long[] keys = new long[BLOCK_CAPACITY];
        final PriceLevel[] levels = new PriceLevel[BLOCK_CAPACITY];
        int count;
        Block nextFree;
    }

    private final long sign;
    private Block[] blocks = new Block[8];
    private int blockCount;
    private int levelCount;
    private Block freeBlocks;
    private PriceLevel freeLevels;
    private PriceLevel best;

    /**
     * @param bids true if a higher price is better
     */
    PriceLadder(boolean bids) {
        this.sign = bids ? 1 : -1;
    }

    /** The level that trades first, or null when the side is empty. */
    public PriceLevel best() {
        return best;
    }

    /** Number of levels. */
    public int levelCount() {
        return levelCount;
    }

    /** The level at a price, or null. Price in ticks. */
    public PriceLevel find(long price) {
        long key = sign * price;
        if (blockCount == 0) {
            return null;
        }
        Block block = blocks[blockFor(key)];
        int index = Arrays.binarySearch(block.keys, 0, block.count, key);
        return index < 0 ? null : block.levels[index];
    }

    /** The next level behind {@code level}, away from the best; null at the end. */
    public PriceLevel worse(PriceLevel level) {
        long key = sign * level.price();
        int blockIndex = blockFor(key);
        Block block = blocks[blockIndex];
        int index = Arrays.binarySearch(block.keys, 0, block.count, key);
        if (index > 0) {
            return block.levels[index - 1];
        }
        if (blockIndex == 0) {
            return null;
        }
        Block before = blocks[blockIndex - 1];
        return before.levels[before.count - 1];
    }

    /** The level at a price, opened if it is not there. */
    PriceLevel findOrOpen(long price) {
        if (best != null && best.price() == price) {
            return best;
        }
        long key = sign * price;
        if (blockCount == 0) {
            insertBlock(0, takeBlock());
        }
        int blockIndex = blockFor(key);
        Block block = blocks[blockIndex];
        int index = Arrays.binarySearch(block.keys, 0, block.count, key);
        if (index >= 0) {
            return block.levels[index];
        }
        index = -index - 1;
        if (block.count == BLOCK_CAPACITY) {
            Block upper = split(blockIndex);
            if (index > block.count) {
                index -= block.count;
                block = upper;
            }
        }
        PriceLevel level = takeLevel(price);
        System.arraycopy(block.keys, index, block.keys, index + 1, block.count - index);
        System.arraycopy(block.levels, index, block.levels, index + 1, block.count - index);
        block.keys[index] = key;
        block.levels[index] = level;
        block.count++;
        levelCount++;
        if (best == null || key > sign * best.price()) {
            best = level;
        }
        return level;
    }

    /** Takes an emptied level out. */
    void close(PriceLevel level) {
        assert level.orderCount() == 0 : "level still has orders";
        long key = sign * level.price();
        int blockIndex = blockFor(key);
        Block block = blocks[blockIndex];
        int index = Arrays.binarySearch(block.keys, 0, block.count, key);
        block.count--;
        System.arraycopy(block.keys, index + 1, block.keys, index, block.count - index);
        System.arraycopy(block.levels, index + 1, block.levels, index, block.count - index);
        block.levels[block.count] = null;
        levelCount--;
        if (block.count == 0) {
            removeBlock(blockIndex);
        }
        level.nextFree = freeLevels;
        freeLevels = level;
        if (level == best) {
            best = lastLevel();
        }
    }

    private PriceLevel lastLevel() {
        if (blockCount == 0) {
            return null;
        }
        Block block = blocks[blockCount - 1];
        return block.levels[block.count - 1];
    }

    /** Index of the block that holds or would hold a key; looks at the best end first. */
    private int blockFor(long key) {
        int high = blockCount - 1;
        if (blocks[high].count == 0 || key >= blocks[high].keys[0]) {
            return high;
        }
        int low = 0;
        high--;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (blocks[middle].keys[0] <= key) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Moves the upper half of a full block to a new one behind it. */
    private Block split(int blockIndex) {
        Block lower = blocks[blockIndex];
        Block upper = takeBlock();
        int half = BLOCK_CAPACITY / 2;
        System.arraycopy(lower.keys, half, upper.keys, 0, BLOCK_CAPACITY - half);
        System.arraycopy(lower.levels, half, upper.levels, 0, BLOCK_CAPACITY - half);
        Arrays.fill(lower.levels, half, BLOCK_CAPACITY, null);
        lower.count = half;
        upper.count = BLOCK_CAPACITY - half;
        insertBlock(blockIndex + 1, upper);
        return upper;
    }

    private void insertBlock(int index, Block block) {
        if (blockCount == blocks.length) {
            blocks = Arrays.copyOf(blocks, blockCount * 2);
        }
        System.arraycopy(blocks, index, blocks, index + 1, blockCount - index);
        blocks[index] = block;
        blockCount++;
    }

    private void removeBlock(int index) {
        Block block = blocks[index];
        blockCount--;
        System.arraycopy(blocks, index + 1, blocks, index, blockCount - index);
        blocks[blockCount] = null;
        block.nextFree = freeBlocks;
        freeBlocks = block;
    }

    private Block takeBlock() {
        Block block = freeBlocks;
        if (block == null) {
            return new Block();
        }
        freeBlocks = block.nextFree;
        block.nextFree = null;
        return block;
    }

    private PriceLevel takeLevel(long price) {
        PriceLevel level = freeLevels;
        if (level == null) {
            level = new PriceLevel();
        } else {
            freeLevels = level.nextFree;
            level.nextFree = null;
        }
        level.open(price);
        return level;
    }
}
