// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.state;

import java.util.Arrays;

/**
 * Hash table from (session, client order id) to a fixed number of longs.
 *
 * <p>Open addressing with linear probing in one array. An entry is words 0 and 1 of the id, session
 * and word 2 packed, then the values. A session id is never 0, so the third long of an empty entry
 * is 0. Entries are only added; all go at once. Doubles at three quarters full, else allocates
 * nothing. Owned by one stage's thread.
 */
public final class ClientIdTable {
    private static final int KEY_LENGTH = 3;
    private static final int SESSION_AND_WORD2 = 2;

    private final int stride;
    private long[] table;
    private int mask;
    private int count;

    /**
     * @param expectedIds ids for which no growth is needed, at most 2^28
     * @param valueCount longs beside each id
     */
    public ClientIdTable(int expectedIds, int valueCount) {
        int capacity = Integer.highestOneBit(Math.max(16, expectedIds)) * 4;
        stride = KEY_LENGTH + valueCount;
        table = new long[Math.multiplyExact(capacity, stride)];
        mask = capacity - 1;
    }

    /** Position of an id, or a negative number if it is not held. */
    public int find(int sessionId, long word0, long word1, int word2) {
        return probe(table, mask, word0, word1, pack(sessionId, word2));
    }

    /**
     * Adds an id that is not held, with all values 0.
     *
     * @return its position, good until the next add
     */
    public int add(int sessionId, long word0, long word1, int word2) {
        if (count >= (mask + 1) / 4 * 3) {
            grow();
        }
        long sessionAndWord2 = pack(sessionId, word2);
        int position = -1 - probe(table, mask, word0, word1, sessionAndWord2);
        assert position >= 0 : "id is already held";
        table[position] = word0;
        table[position + 1] = word1;
        table[position + SESSION_AND_WORD2] = sessionAndWord2;
        count++;
        return position;
    }

    /** A value of the id at a position. */
    public long value(int position, int index) {
        return table[position + KEY_LENGTH + index];
    }

    /** Sets a value of the id at a position. */
    public void setValue(int position, int index, long value) {
        table[position + KEY_LENGTH + index] = value;
    }

    /** Session of the id at a position. */
    public int sessionId(int position) {
        return (int) (table[position + SESSION_AND_WORD2] >>> 32);
    }

    /** Word 0 of the id at a position. */
    public long word0(int position) {
        return table[position];
    }

    /** Word 1 of the id at a position. */
    public long word1(int position) {
        return table[position + 1];
    }

    /** Word 2 of the id at a position. */
    public int word2(int position) {
        return (int) table[position + SESSION_AND_WORD2];
    }

    /** Ids held. */
    public int count() {
        return count;
    }

    /** Forgets all ids. */
    public void clear() {
        Arrays.fill(table, 0);
        count = 0;
    }

    /** Positions of all ids held, by session and id; allocates. */
    public int[] sortedPositions() {
        Integer[] positions = new Integer[count];
        int found = 0;
        for (int position = 0; position < table.length; position += stride) {
            if (table[position + SESSION_AND_WORD2] != 0) {
                positions[found++] = position;
            }
        }
        Arrays.sort(positions, this::compareIds);
        return Arrays.stream(positions).mapToInt(Integer::intValue).toArray();
    }

    private int compareIds(int a, int b) {
        int bySession =
                Long.compareUnsigned(table[a + SESSION_AND_WORD2], table[b + SESSION_AND_WORD2]);
        if (bySession != 0) {
            return bySession;
        }
        int byWord0 = Long.compareUnsigned(table[a], table[b]);
        return byWord0 != 0 ? byWord0 : Long.compareUnsigned(table[a + 1], table[b + 1]);
    }

    private int probe(long[] in, int inMask, long word0, long word1, long sessionAndWord2) {
        int index = (int) mix(word0 ^ mix(word1 ^ mix(sessionAndWord2))) & inMask;
        while (true) {
            int position = index * stride;
            long held = in[position + SESSION_AND_WORD2];
            if (held == 0) {
                return -1 - position;
            }
            if (held == sessionAndWord2 && in[position] == word0 && in[position + 1] == word1) {
                return position;
            }
            index = (index + 1) & inMask;
        }
    }

    private void grow() {
        int capacity = Math.multiplyExact(mask + 1, 2);
        long[] bigger = new long[Math.multiplyExact(capacity, stride)];
        for (int position = 0; position < table.length; position += stride) {
            long held = table[position + SESSION_AND_WORD2];
            if (held != 0) {
                int to = -1 - probe(bigger, capacity - 1, table[position], word1(position), held);
                System.arraycopy(table, position, bigger, to, stride);
            }
        }
        table = bigger;
        mask = capacity - 1;
    }

    private static long pack(int sessionId, int word2) {
        return ((long) sessionId << 32) | (word2 & 0xffff_ffffL);
    }

    /** The finalizer of MurmurHash3 (Appleby, public domain): a bijection that spreads all bits. */
    private static long mix(long value) {
        long mixed = value;
        mixed ^= mixed >>> 33;
        mixed *= 0xff51afd7ed558ccdL;
        mixed ^= mixed >>> 33;
        mixed *= 0xc4ceb9fe1a85ec53L;
        mixed ^= mixed >>> 33;
        return mixed;
    }
}
