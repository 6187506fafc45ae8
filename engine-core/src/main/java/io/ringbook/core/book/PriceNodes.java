// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

/**
 * The inner parts of all price ladders of a shard: nodes with up to {@value #FANOUT} children,
 * which are told by the bits of a word. A node is nine records, named by the first:
 *
 * <pre>
 * word 0      key: the keys of its prices without their last 6 bits (a page) or 12 bits (a region)
 * word 1      bit i: child i is there
 * word 2      page: its region (low int); region: next better (high int) | next worse (low int);
 *             free node: next free one (low int)
 * word 3      not used
 * words 4-35  children, two in a word, low int first; of no meaning where the bit is not set
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

    private static final int BITMAP = 1;
    private static final int LINKS = 2;
    private static final int CHILDREN = 4;
    private static final int RECORDS_OF_NODE = 9;

    private final Records records;
    private int free;
    private int taken;

    PriceNodes(Records records) {
        this.records = records;
    }

    /** A page of a region, or with {@link #NONE} a region, without children. */
    int take(long key, int region) {
        int node = free;
        if (node == NONE) {
            node = records.allocate(RECORDS_OF_NODE);
        } else {
            free = records.low(node, LINKS);
        }
        records.set(node, 0, key);
        records.set(node, BITMAP, 0);
        records.set(node, LINKS, region);
        taken++;
        return node;
    }

    /** Gives back a node without children. */
    void release(int node) {
        assert records.get(node, BITMAP) == 0 : "node still has children";
        records.set(node, LINKS, free);
        free = node;
        taken--;
    }

    long key(int node) {
        return records.get(node, 0);
    }

    /** The region of a page. */
    int region(int page) {
        return records.low(page, LINKS);
    }

    /** The region next to a region, towards the best. */
    int better(int region) {
        return records.high(region, LINKS);
    }

    /** The region next to a region, away from the best. */
    int worse(int region) {
        return records.low(region, LINKS);
    }

    /** Makes two regions neighbours; either may be {@link #NONE}. */
    void join(int better, int worse) {
        if (better != NONE) {
            records.setLow(better, LINKS, worse);
        }
        if (worse != NONE) {
            records.setHigh(worse, LINKS, better);
        }
    }

    boolean has(int node, int index) {
        return (records.get(node, BITMAP) >>> index & 1) != 0;
    }

    /** A child that is there. */
    int child(int node, int index) {
        return (int) (records.get(node, CHILDREN + (index >>> 1)) >>> ((index & 1) << 5));
    }

    void add(int node, int index, int child) {
        records.set(node, BITMAP, records.get(node, BITMAP) | 1L << index);
        if ((index & 1) == 0) {
            records.setLow(node, CHILDREN + (index >>> 1), child);
        } else {
            records.setHigh(node, CHILDREN + (index >>> 1), child);
        }
    }

    /**
     * Takes a child out.
     *
     * @return true if the node has others
     */
    boolean remove(int node, int index) {
        long bitmap = records.get(node, BITMAP) & ~(1L << index);
        records.set(node, BITMAP, bitmap);
        return bitmap != 0;
    }

    /** Index of the best child of a node that has some. */
    int best(int node) {
        return FANOUT_MASK - Long.numberOfLeadingZeros(records.get(node, BITMAP));
    }

    /** Index of the best child below another, or -1. */
    int worseThan(int node, int index) {
        return FANOUT_MASK
                - Long.numberOfLeadingZeros(records.get(node, BITMAP) & ((1L << index) - 1));
    }

    /** Nodes in use. */
    int takenCount() {
        return taken;
    }

    void clear() {
        free = NONE;
        taken = 0;
    }
}
