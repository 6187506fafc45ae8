// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

/**
 * The inner parts of all price ladders of a shard: nodes with up to {@value #FANOUT} children,
 * which are told by the bits of a word. A node is ten records, named by the first:
 *
 * <pre>
 * offset  type
 *  0      i64     key: the keys of its prices without their last 6 bits (a page) or 12 (a region)
 *  8      i64     bit i: child i is there
 * 16      i32     page: its region; region: the next worse one; free node: the next free one
 * 20      i32     region: the next better one
 * 24      i32[64] children; of no meaning where the bit is not set
 * </pre>
 *
 * <p>A <i>page</i> covers 64 neighbouring prices, its children are levels; a <i>region</i> covers
 * 64 neighbouring pages. Which of the two a node is, its ladder knows. Owned by one match shard.
 */
final class PriceNodes {
    static final int NONE = Records.NONE;
    static final int FANOUT = 64;
    static final int FANOUT_BITS = 6;
    static final int FANOUT_MASK = FANOUT - 1;

    private static final int BITMAP = 8;
    private static final int REGION = 16;
    private static final int WORSE = 16;
    private static final int BETTER = 20;
    private static final int CHILDREN = 24;
    private static final int RECORDS_OF_NODE = 10;

    private final Records records;
    private int free;

    PriceNodes(Records records) {
        this.records = records;
    }

    /** A page of a region, or with {@link #NONE} a region, without children. */
    int take(long key, int region) {
        int node = free;
        if (node == NONE) {
            node = records.allocate(RECORDS_OF_NODE);
        } else {
            free = records.getInt(node, REGION);
        }
        records.putLong(node, 0, key);
        records.putLong(node, BITMAP, 0);
        records.putInt(node, REGION, region);
        return node;
    }

    /** Gives back a node without children. */
    void release(int node) {
        assert records.getLong(node, BITMAP) == 0 : "node still has children";
        records.putInt(node, REGION, free);
        free = node;
    }

    long key(int node) {
        return records.getLong(node, 0);
    }

    /** The region of a page. */
    int region(int page) {
        return records.getInt(page, REGION);
    }

    /** The region next to a region, towards the best. */
    int better(int region) {
        return records.getInt(region, BETTER);
    }

    /** The region next to a region, away from the best. */
    int worse(int region) {
        return records.getInt(region, WORSE);
    }

    /** Makes two regions neighbours; either may be {@link #NONE}. */
    void join(int better, int worse) {
        if (better != NONE) {
            records.putInt(better, WORSE, worse);
        }
        if (worse != NONE) {
            records.putInt(worse, BETTER, better);
        }
    }

    boolean has(int node, int index) {
        return (records.getLong(node, BITMAP) >>> index & 1) != 0;
    }

    /** A child that is there. */
    int child(int node, int index) {
        return records.getInt(node, CHILDREN + (index << 2));
    }

    void add(int node, int index, int child) {
        records.putLong(node, BITMAP, records.getLong(node, BITMAP) | 1L << index);
        records.putInt(node, CHILDREN + (index << 2), child);
    }

    /**
     * Takes a child out.
     *
     * @return true if the node has others
     */
    boolean remove(int node, int index) {
        long bitmap = records.getLong(node, BITMAP) & ~(1L << index);
        records.putLong(node, BITMAP, bitmap);
        return bitmap != 0;
    }

    /** Index of the best child of a node that has some. */
    int best(int node) {
        return FANOUT_MASK - Long.numberOfLeadingZeros(records.getLong(node, BITMAP));
    }

    /** Index of the best child below another, or -1. */
    int worseThan(int node, int index) {
        return FANOUT_MASK
                - Long.numberOfLeadingZeros(records.getLong(node, BITMAP) & ((1L << index) - 1));
    }

    void clear() {
        free = NONE;
    }
}
