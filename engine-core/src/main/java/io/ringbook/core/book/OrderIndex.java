// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import java.util.Arrays;

/**
 * Order id to slot. Extendible hashing (Fagin et al., 1979): a directory over the leading bits of
 * the hash names segments of {@value #SEGMENT_LENGTH} entries; a segment in which the way to a free
 * entry is long is split in two, so that growth never moves more than one segment, or one
 * directory.
 *
 * <p>An entry is the low half of an id and its slot; 0 is empty. Eight neighbouring ids hash to
 * eight neighbouring entries, one cache line, because ids rise and those that came together are
 * often touched together. What finds its entry taken goes eight further, so that the eight are
 * lanes that do not get in each other's way; removal moves back what had to go further: no
 * tombstones. The order itself has its whole id, which decides.
 *
 * <p>A segment is {@value #RECORDS_OF_SEGMENT} {@linkplain Records records}: its entries, then how
 * many leading bits of the hash all of them share. Owned by one match shard.
 */
final class OrderIndex {
    private static final int SEGMENT_BITS = 11;
    static final int SEGMENT_LENGTH = 1 << SEGMENT_BITS;

    private static final int GROUP_BITS = 3;
    private static final int GROUP_MASK = (1 << GROUP_BITS) - 1;

    private static final int ENTRY_BITS = 3;
    private static final int NEXT_LINE = 1 << (GROUP_BITS + ENTRY_BITS);
    private static final int OFFSET_MASK = (SEGMENT_LENGTH - 1) << ENTRY_BITS;
    private static final int DEPTH = SEGMENT_LENGTH << ENTRY_BITS;
    private static final int RECORDS_OF_SEGMENT = 514;

    /** 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final int SPREAD = 0x9e3779b9;

    /**
     * An entry is at most this many lines from where its hash says; else its segment is split.
     * While all fits into a near cache, short ways are worth more than memory; later it is the
     * other way.
     */
    private static final int LONGEST_WAY_OF_FEW = 8;

    private static final int LONGEST_WAY = 32;

    /** Depth from which an index is not one of few. */
    private static final int DEPTH_OF_MANY = 4;

    /** Depth from which a segment is not split: ids that share so many bits are no chance. */
    private static final int DEEPEST = 20;

    private final Orders orders;
    private final Records records;

    /** Segments by the leading bits of a hash; several places may name the same one. */
    private int[] directory;

    /** 32 less the bits that choose a segment; at most 31. */
    private int shift;

    /** A segment that serves no more, or none. */
    private int free = Records.NONE;

    /** Where the last {@link #find} ended: what is found is often removed next. */
    private int foundIn;

    private int foundAt;
    private int count;
    private long movedWords;

    OrderIndex(Orders orders, Records records) {
        this.orders = orders;
        this.records = records;
        begin();
    }

    int find(long orderId) {
        int hash = hash((int) orderId);
        int segment = directory[hash >>> shift];
        int at = home(hash, (int) orderId);
        while (true) {
            long entry = records.getLong(segment, at);
            if (entry == 0) {
                return Orders.NONE;
            }
            if ((int) (entry >>> 32) == (int) orderId && orders.orderId((int) entry) == orderId) {
                foundIn = segment;
                foundAt = at;
                return (int) entry;
            }
            at = (at + NEXT_LINE) & OFFSET_MASK;
        }
    }

    void add(long orderId, int order) {
        int hash = hash((int) orderId);
        int home = home(hash, (int) orderId);
        long entry = (orderId << 32) | order;
        while (!insert(directory[hash >>> shift], home, entry)) {
            split(hash >>> shift);
        }
        count++;
    }

    void remove(long orderId, int order) {
        long wanted = (orderId << 32) | order;
        if (records.getLong(foundIn, foundAt) == wanted) {
            closeGap(foundIn, foundAt);
        } else {
            int hash = hash((int) orderId);
            int segment = directory[hash >>> shift];
            int at = home(hash, (int) orderId);
            while (records.getLong(segment, at) != wanted) {
                assert records.getLong(segment, at) != 0 : "order is not registered";
                at = (at + NEXT_LINE) & OFFSET_MASK;
            }
            closeGap(segment, at);
        }
        count--;
    }

    int count() {
        return count;
    }

    long movedWords() {
        return movedWords;
    }

    /** Forgets all; its records are no more its own. */
    void clear() {
        begin();
        count = 0;
    }

    private void begin() {
        free = Records.NONE;
        directory = new int[] {takeSegment(1), takeSegment(1)};
        foundIn = directory[0];
        foundAt = 0;
        shift = Integer.SIZE - 1;
    }

    private static int hash(int low) {
        int mixed = (low >>> GROUP_BITS) * SPREAD;
        return mixed ^ (mixed >>> 15);
    }

    /**
     * Offset at which an entry would stand in its segment; bits of the hash that do not choose the
     * segment.
     */
    private static int home(int hash, int low) {
        return (((hash << GROUP_BITS) | (low & GROUP_MASK)) << ENTRY_BITS) & OFFSET_MASK;
    }

    /** False if the way to a free entry is too long, and nothing was done. */
    private boolean insert(int segment, int home, long entry) {
        int at = home;
        int way = 0;
        while (records.getLong(segment, at) != 0) {
            at = (at + NEXT_LINE) & OFFSET_MASK;
            way++;
            if (way >= LONGEST_WAY_OF_FEW && isTooFar(way, depth(segment))) {
                return false;
            }
        }
        records.putLong(segment, at, entry);
        return true;
    }

    private static boolean isTooFar(int way, int depth) {
        return depth < DEPTH_OF_MANY || (way >= LONGEST_WAY && depth < DEEPEST);
    }

    /** Empties an entry, and moves back those behind it that had to go further because of it. */
    private void closeGap(int segment, int gap) {
        int hole = gap;
        int at = (hole + NEXT_LINE) & OFFSET_MASK;
        for (long entry = records.getLong(segment, at);
                entry != 0;
                entry = records.getLong(segment, at)) {
            int low = (int) (entry >>> 32);
            int distance = (at - home(hash(low), low)) & OFFSET_MASK;
            if (distance >= ((at - hole) & OFFSET_MASK)) {
                records.putLong(segment, hole, entry);
                hole = at;
            }
            at = (at + NEXT_LINE) & OFFSET_MASK;
        }
        records.putLong(segment, hole, 0);
    }

    private int depth(int segment) {
        return records.getInt(segment, DEPTH);
    }

    private int takeSegment(int depth) {
        int segment = free;
        if (segment == Records.NONE) {
            segment = records.allocate(RECORDS_OF_SEGMENT);
        } else {
            free = records.getInt(segment, DEPTH);
        }
        for (int at = 0; at < DEPTH; at += Long.BYTES) {
            records.putLong(segment, at, 0);
        }
        records.putInt(segment, DEPTH, depth);
        return segment;
    }

    private void releaseSegment(int segment) {
        records.putInt(segment, DEPTH, free);
        free = segment;
    }

    /** Two segments in place of a full one; both keep what is theirs. */
    private void split(int place) {
        int full = directory[place];
        int depth = depth(full);
        int inDirectory = place;
        if (depth == Integer.SIZE - shift) {
            doubleDirectory();
            inDirectory <<= 1;
        }
        int low = takeSegment(depth + 1);
        int high = takeSegment(depth + 1);
        for (int at = 0; at < DEPTH; at += Long.BYTES) {
            long entry = records.getLong(full, at);
            if (entry != 0) {
                int id = (int) (entry >>> 32);
                int hash = hash(id);
                copy((hash << depth) >= 0 ? low : high, home(hash, id), entry);
            }
        }
        int span = 1 << (Integer.SIZE - shift - depth);
        int first = inDirectory & -span;
        Arrays.fill(directory, first, first + span / 2, low);
        Arrays.fill(directory, first + span / 2, first + span, high);
        releaseSegment(full);
        foundIn = low;
    }

    /** As {@link #insert}, but as far as it takes: a half holds no more than the whole did. */
    private void copy(int half, int home, long entry) {
        int at = home;
        while (records.getLong(half, at) != 0) {
            at = (at + NEXT_LINE) & OFFSET_MASK;
        }
        records.putLong(half, at, entry);
        movedWords++;
    }

    private void doubleDirectory() {
        int[] doubled = new int[directory.length * 2];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = directory[i >>> 1];
        }
        // Two segments to a word of eight bytes.
        movedWords += directory.length;
        directory = doubled;
        shift--;
    }
}
