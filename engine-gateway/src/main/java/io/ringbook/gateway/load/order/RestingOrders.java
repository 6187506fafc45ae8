// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.order;

/**
 * The orders of one session that rest or are about to, each in a place that its client order id
 * names: entered, found by a report, drawn and given up in constant time. At most one change of an
 * order is under way; an order that goes meanwhile keeps its place until that is answered.
 *
 * <pre>
 *  FREE ──▶ ENTERING ──▶ LIVE ◀──▶ CHANGING ──▶ GONE ──▶ FREE
 *                          └──────── gone ────────────────▶
 * </pre>
 *
 * <p>Places count from 1. One thread; allocates nothing after it was made.
 */
final class RestingOrders {
    static final byte FREE = 0;
    static final byte ENTERING = 1;
    static final byte LIVE = 2;
    static final byte CHANGING = 3;
    static final byte GONE = 4;

    private final byte[] states;
    private final byte[] sides;
    private final int[] markets;
    private final long[] filled;

    /** Words of the ids: that of the order, and that of the replace under way. */
    private final long[] ids;

    private final long[] nextIds;

    /** Places that are free; then the first {@link #liveCount} of {@link #live} are LIVE. */
    private final int[] free;

    private final int[] live;

    /** By place: its index in {@link #live}. */
    private final int[] indexes;

    private int freeCount;
    private int liveCount;

    /**
     * @param capacity orders that may be entered or live at a time
     */
    RestingOrders(int capacity) {
        int places = capacity + 1;
        states = new byte[places];
        sides = new byte[places];
        markets = new int[places];
        filled = new long[places];
        ids = new long[places];
        nextIds = new long[places];
        free = new int[capacity];
        live = new int[capacity];
        indexes = new int[places];
        for (int place = capacity; place >= 1; place--) {
            free[freeCount++] = place;
        }
    }

    boolean hasRoom() {
        return freeCount > 0;
    }

    int liveCount() {
        return liveCount;
    }

    /** The live order at an index from 0. */
    int live(int index) {
        return live[index];
    }

    /** An order is on its way; its place. */
    int enter(long id, byte side, int market) {
        int place = free[--freeCount];
        states[place] = ENTERING;
        ids[place] = id;
        nextIds[place] = id;
        sides[place] = side;
        markets[place] = market;
        filled[place] = 0;
        return place;
    }

    /** A live order is to be replaced under a new id, or canceled under its own. */
    void change(int place, long nextId) {
        remove(place);
        states[place] = CHANGING;
        nextIds[place] = nextId;
    }

    /** True if a report speaks of the order in this place. */
    boolean isOf(int place, long id) {
        return place >= 1
                && place < states.length
                && states[place] != FREE
                && (ids[place] == id || nextIds[place] == id);
    }

    void onFill(int place, long cumQuantity) {
        filled[place] = cumQuantity;
    }

    void onReplaced(int place) {
        ids[place] = nextIds[place];
    }

    /** It was entered, or its change answered, and it is still there. */
    void settle(int place) {
        states[place] = LIVE;
        nextIds[place] = ids[place];
        indexes[place] = liveCount;
        live[liveCount++] = place;
    }

    /** It is filled, canceled, expired. */
    void onGone(int place) {
        if (states[place] == LIVE) {
            remove(place);
            release(place);
        } else {
            states[place] = GONE;
        }
    }

    /** Nothing is under way for it any more. */
    void release(int place) {
        states[place] = FREE;
        free[freeCount++] = place;
    }

    private void remove(int place) {
        int index = indexes[place];
        int last = live[--liveCount];
        live[index] = last;
        indexes[last] = index;
    }

    /** True if a replace of it is under way. */
    boolean isReplacing(int place) {
        return ids[place] != nextIds[place];
    }

    byte state(int place) {
        return states[place];
    }

    byte side(int place) {
        return sides[place];
    }

    int market(int place) {
        return markets[place];
    }

    /** Quantity traded, as far as it was told. */
    long filled(int place) {
        return filled[place];
    }

    long id(int place) {
        return ids[place];
    }
}
