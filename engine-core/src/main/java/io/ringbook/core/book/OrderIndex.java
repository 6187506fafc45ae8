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
 * <p>Owned by one match shard.
 */
final class OrderIndex {
    private static final int SEGMENT_BITS = 11;
    static final int SEGMENT_LENGTH = 1 << SEGMENT_BITS;
    private static final int SEGMENT_MASK = SEGMENT_LENGTH - 1;
    private static final int GROUP_BITS = 3;
    private static final int GROUP = 1 << GROUP_BITS;
    private static final int GROUP_MASK = GROUP - 1;

    /** 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final int SPREAD = 0x9e3779b9;

    /**
     * An entry is at most this many lanes from where its hash says; else its segment is split.
     * While all fits into a near cache, short ways are worth more than memory; later it is the
     * other way.
     */
    private static final int LONGEST_WAY_OF_FEW = 8;

    private static final int LONGEST_WAY = 32;

    /** Depth from which an index is not one of few. */
    private static final int DEPTH_OF_MANY = 4;

    /** Depth from which a segment is not split: ids that share so many bits are no chance. */
    private static final int DEEPEST = 20;

    /** Place behind the entries of a segment: how many bits of the hash all of them share. */
    private static final int DEPTH = SEGMENT_LENGTH;

    private final Orders orders;

    /** By the leading bits of a hash; several places may name the same segment. */
    private long[][] directory;

    /** 32 less the bits that choose a segment; at most 31. */
    private int shift;

    /** Where the last {@link #find} ended: what is found is often removed next. */
    private long[] foundIn;

    private int foundAt;
    private int count;
    private long movedWords;

    OrderIndex(Orders orders) {
        this.orders = orders;
        directory = new long[][] {segment(1), segment(1)};
        foundIn = directory[0];
        shift = Integer.SIZE - 1;
    }

    int find(long orderId) {
        int hash = hash((int) orderId);
        long[] entries = directory[hash >>> shift];
        int at = home(hash, (int) orderId);
        while (true) {
            long entry = entries[at];
            if (entry == 0) {
                return Orders.NONE;
            }
            if ((int) (entry >>> 32) == (int) orderId && orders.orderId((int) entry) == orderId) {
                foundIn = entries;
                foundAt = at;
                return (int) entry;
            }
            at = (at + GROUP) & SEGMENT_MASK;
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
        if (foundIn[foundAt] == wanted) {
            closeGap(foundIn, foundAt);
        } else {
            int hash = hash((int) orderId);
            long[] segment = directory[hash >>> shift];
            int at = home(hash, (int) orderId);
            while (segment[at] != wanted) {
                assert segment[at] != 0 : "order is not registered";
                at = (at + GROUP) & SEGMENT_MASK;
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

    void clear() {
        for (long[] segment : directory) {
            Arrays.fill(segment, 0, SEGMENT_LENGTH, 0);
        }
        count = 0;
    }

    private static int hash(int low) {
        int mixed = (low >>> GROUP_BITS) * SPREAD;
        return mixed ^ (mixed >>> 15);
    }

    /**
     * Where an entry would stand in its segment; bits of the hash that do not choose the segment.
     */
    private static int home(int hash, int low) {
        return ((hash << GROUP_BITS) | (low & GROUP_MASK)) & SEGMENT_MASK;
    }

    /** False if the way to a free entry is too long, and nothing was done. */
    private static boolean insert(long[] segment, int home, long entry) {
        int at = home;
        int way = 0;
        while (segment[at] != 0) {
            at = (at + GROUP) & SEGMENT_MASK;
            way++;
            if (way >= LONGEST_WAY_OF_FEW && isTooFar(way, segment[DEPTH])) {
                return false;
            }
        }
        segment[at] = entry;
        return true;
    }

    private static boolean isTooFar(int way, long depth) {
        return depth < DEPTH_OF_MANY || (way >= LONGEST_WAY && depth < DEEPEST);
    }

    /** Empties an entry, and moves back those behind it that had to go further because of it. */
    private static void closeGap(long[] segment, int gap) {
        int hole = gap;
        int at = (hole + GROUP) & SEGMENT_MASK;
        for (long entry = segment[at]; entry != 0; entry = segment[at]) {
            int low = (int) (entry >>> 32);
            int distance = (at - home(hash(low), low)) & SEGMENT_MASK;
            if (distance >= ((at - hole) & SEGMENT_MASK)) {
                segment[hole] = entry;
                hole = at;
            }
            at = (at + GROUP) & SEGMENT_MASK;
        }
        segment[hole] = 0;
    }

    private static long[] segment(int depth) {
        long[] segment = new long[SEGMENT_LENGTH + 1];
        segment[DEPTH] = depth;
        return segment;
    }

    /** Two segments in place of a full one; both keep what is theirs. */
    private void split(int place) {
        long[] full = directory[place];
        int depth = (int) full[DEPTH];
        int inDirectory = place;
        if (depth == Integer.SIZE - shift) {
            doubleDirectory();
            inDirectory <<= 1;
        }
        long[] low = segment(depth + 1);
        long[] high = segment(depth + 1);
        for (int i = 0; i < SEGMENT_LENGTH; i++) {
            if (full[i] != 0) {
                int id = (int) (full[i] >>> 32);
                int hash = hash(id);
                copy((hash << depth) >= 0 ? low : high, home(hash, id), full[i]);
            }
        }
        int span = 1 << (Integer.SIZE - shift - depth);
        int first = inDirectory & -span;
        foundIn = low;
        Arrays.fill(directory, first, first + span / 2, low);
        Arrays.fill(directory, first + span / 2, first + span, high);
    }

    /** As {@link #insert}, but as far as it takes: a half holds no more than the whole did. */
    private void copy(long[] half, int home, long entry) {
        int at = home;
        while (half[at] != 0) {
            at = (at + GROUP) & SEGMENT_MASK;
        }
        half[at] = entry;
        movedWords++;
    }

    private void doubleDirectory() {
        long[][] doubled = new long[directory.length * 2][];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = directory[i >>> 1];
        }
        // Two references to a word of eight bytes.
        movedWords += directory.length;
        directory = doubled;
        shift--;
    }
}
