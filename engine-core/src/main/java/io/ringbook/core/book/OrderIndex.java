// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import java.util.Arrays;

/**
 * Order id to slot. Extendible hashing (Fagin et al., 1979): a directory over the leading bits of
 * the hash names segments of {@value #SEGMENT_LENGTH} entries; a segment that is three quarters
 * full is split in two, so that growth never moves more than one segment, or one directory.
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
    private static final int SEGMENT_LIMIT = SEGMENT_LENGTH / 8 * 5;
    private static final int GROUP_BITS = 3;
    private static final int GROUP = 1 << GROUP_BITS;
    private static final int GROUP_MASK = GROUP - 1;

    /** 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final int SPREAD = 0x9e3779b9;

    /** Entries of one segment. */
    private static final class Segment {
        final long[] entries = new long[SEGMENT_LENGTH];
        final int depth;
        int count;

        Segment(int depth) {
            this.depth = depth;
        }
    }

    private final Orders orders;
    private Segment[] directory;

    /** 32 less the bits that choose a segment; at most 31. */
    private int shift;

    private int count;
    private long movedWords;

    OrderIndex(Orders orders) {
        this.orders = orders;
        directory = new Segment[] {new Segment(1), new Segment(1)};
        shift = Integer.SIZE - 1;
    }

    int find(long orderId) {
        int hash = hash((int) orderId);
        long[] entries = directory[hash >>> shift].entries;
        int at = home(hash, (int) orderId);
        while (true) {
            long entry = entries[at];
            if (entry == 0) {
                return Orders.NONE;
            }
            if ((int) (entry >>> 32) == (int) orderId && orders.orderId((int) entry) == orderId) {
                return (int) entry;
            }
            at = (at + GROUP) & SEGMENT_MASK;
        }
    }

    void add(long orderId, int order) {
        int hash = hash((int) orderId);
        Segment segment = directory[hash >>> shift];
        while (segment.count >= SEGMENT_LIMIT) {
            split(hash >>> shift);
            segment = directory[hash >>> shift];
        }
        insert(segment, (orderId << 32) | order);
        count++;
    }

    void remove(long orderId, int order) {
        int hash = hash((int) orderId);
        Segment segment = directory[hash >>> shift];
        long[] entries = segment.entries;
        long wanted = (orderId << 32) | order;
        int hole = home(hash, (int) orderId);
        while (entries[hole] != wanted) {
            assert entries[hole] != 0 : "order is not registered";
            hole = (hole + GROUP) & SEGMENT_MASK;
        }
        int at = hole;
        while (true) {
            at = (at + GROUP) & SEGMENT_MASK;
            long entry = entries[at];
            if (entry == 0) {
                break;
            }
            int low = (int) (entry >>> 32);
            int distance = (at - home(hash(low), low)) & SEGMENT_MASK;
            if (distance >= ((at - hole) & SEGMENT_MASK)) {
                entries[hole] = entry;
                hole = at;
            }
        }
        entries[hole] = 0;
        segment.count--;
        count--;
    }

    int count() {
        return count;
    }

    long movedWords() {
        return movedWords;
    }

    void clear() {
        for (Segment segment : directory) {
            Arrays.fill(segment.entries, 0);
            segment.count = 0;
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

    private static void insert(Segment segment, long entry) {
        int low = (int) (entry >>> 32);
        int at = home(hash(low), low);
        while (segment.entries[at] != 0) {
            at = (at + GROUP) & SEGMENT_MASK;
        }
        segment.entries[at] = entry;
        segment.count++;
    }

    /** Two segments in place of a full one; both keep what is theirs. */
    private void split(int place) {
        Segment full = directory[place];
        if (full.depth == Integer.SIZE - shift) {
            doubleDirectory();
            place <<= 1;
        }
        int depth = full.depth + 1;
        Segment low = new Segment(depth);
        Segment high = new Segment(depth);
        for (long entry : full.entries) {
            if (entry != 0) {
                int hash = hash((int) (entry >>> 32));
                insert((hash >>> (Integer.SIZE - depth) & 1) == 0 ? low : high, entry);
            }
        }
        movedWords += full.count;
        int span = 1 << (Integer.SIZE - shift - full.depth);
        int first = place & -span;
        Arrays.fill(directory, first, first + span / 2, low);
        Arrays.fill(directory, first + span / 2, first + span, high);
    }

    private void doubleDirectory() {
        Segment[] doubled = new Segment[directory.length * 2];
        for (int i = 0; i < doubled.length; i++) {
            doubled[i] = directory[i >>> 1];
        }
        // Two references to a word of eight bytes.
        movedWords += directory.length;
        directory = doubled;
        shift--;
    }
}
