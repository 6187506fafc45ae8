// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;

/**
 * The orders of a shard: those that rest in its books, and the one that is just arriving. An order
 * is named by an {@code int} above 0, its slot; {@link #NONE} is no order. What the matcher touches
 * of an order is 32 bytes, two orders to a cache line:
 *
 * <pre>
 * offset  type
 *  0      i64   orderId
 *  8      i64   leavesQuantity, lots
 * 16      i32   next in its level's ring; of a free slot the next free one
 * 20      i32   previous in its level's ring
 * 24      i32   terms, 9 bits: side 1, self-trade mode 3, time in force 3, post-only 1, persistent 1;
 *               then the instrument id, 23 bits
 * 28      i32   level; 0 when it does not rest
 * </pre>
 *
 * <p>A released slot is the next one given out. Quantities in lots. Owned by one match shard. See
 * ADR 0014.
 */
public final class Orders {
    /** No order. */
    public static final int NONE = Records.NONE;

    /** Largest instrument id that an order can name. */
    public static final int MAX_INSTRUMENT_ID = (1 << 23) - 1;

    static final int LEAVES = 8;
    static final int NEXT = 16;
    static final int PREVIOUS = 20;
    static final int TERMS = 24;
    static final int LEVEL = 28;

    private static final int TERMS_BITS = 9;
    private static final int SELL = 1;
    private static final int STP_SHIFT = 1;
    private static final int TIF_SHIFT = 4;
    private static final int CODE_MASK = 7;
    private static final int EXEC_INST_SHIFT = 7;
    private static final int POST_ONLY = Command.POST_ONLY << EXEC_INST_SHIFT;
    private static final int PERSISTENT = Command.PERSIST << EXEC_INST_SHIFT;

    /** Slots fetched at once when none is free. */
    private static final int BATCH = 256;

    /** Level of a free slot, where assertions are on. */
    private static final int FREE = -1;

    private final Records records;
    private final OrderIndex index;
    private int free;

    Orders(Records records) {
        this.records = records;
        this.index = new OrderIndex(this, records);
    }

    /** A slot for an order that does not rest yet and that {@link #find} does not know. */
    public int take(long orderId, long leavesQuantity, int instrumentId, int terms) {
        assert instrumentId <= MAX_INSTRUMENT_ID : "instrument id beyond its bits";
        if (free == NONE) {
            fetch();
        }
        int order = free;
        free = records.getInt(order, NEXT);
        records.putLong(order, 0, orderId);
        records.putLong(order, LEAVES, leavesQuantity);
        records.putInt(order, TERMS, (instrumentId << TERMS_BITS) | terms);
        records.putInt(order, LEVEL, PriceLevels.NONE);
        return order;
    }

    /**
     * Gives back the slot of an order that stands in no level and that {@link #find} does not know.
     */
    public void release(int order) {
        assert level(order) != FREE : "released twice";
        assert !isResting(order) : "released while in a level";
        assert markFree(order);
        records.putInt(order, NEXT, free);
        free = order;
    }

    /** From now on {@link #find} knows the order. */
    public void register(int order) {
        index.add(orderId(order), order);
    }

    /** {@link #find} knows the order no more. */
    public void deregister(int order) {
        index.remove(orderId(order), order);
    }

    /** The registered order with an id, or {@link #NONE}. */
    public int find(long orderId) {
        return index.find(orderId);
    }

    /** Orders registered. */
    public int registeredCount() {
        return index.count();
    }

    /**
     * What an order is, as bits for {@link #take}.
     *
     * @param stpMode null without a group
     */
    public static int terms(
            Side side, StpMode stpMode, TimeInForce tif, boolean postOnly, boolean persistent) {
        return terms(
                side.code(),
                stpMode == null ? 0 : stpMode.code(),
                tif.code(),
                (postOnly ? Command.POST_ONLY : 0) | (persistent ? Command.PERSIST : 0));
    }

    /**
     * As the other, of the codes that a command has; no branch, because sides come as a coin falls.
     *
     * @param side code of a {@link Side}
     * @param stpMode code of a {@link StpMode}, 0 without a group
     * @param tif code of a {@link TimeInForce}
     * @param execInst bits of {@link Command#execInst}
     */
    public static int terms(byte side, byte stpMode, byte tif, int execInst) {
        return (side - Side.BUY.code())
                | (stpMode << STP_SHIFT)
                | (tif << TIF_SHIFT)
                | (execInst << EXEC_INST_SHIFT);
    }

    /** Our order id: the sequence of the command that entered it. */
    public long orderId(int order) {
        return records.getLong(order, 0);
    }

    /** What may still trade, lots. */
    public long leavesQuantity(int order) {
        return records.getLong(order, LEAVES);
    }

    /** Changes the leaves of an order that does not rest. */
    public void setLeavesQuantity(int order, long leavesQuantity) {
        records.putLong(order, LEAVES, leavesQuantity);
    }

    /** The instrument that it is for. */
    public int instrumentId(int order) {
        return records.getInt(order, TERMS) >>> TERMS_BITS;
    }

    public Side side(int order) {
        return sideIndex(order) == 0 ? Side.BUY : Side.SELL;
    }

    /** 0 for buy, 1 for sell. */
    int sideIndex(int order) {
        return records.getInt(order, TERMS) & SELL;
    }

    /** Null without a group. */
    public StpMode stpMode(int order) {
        return StpMode.of((byte) ((records.getInt(order, TERMS) >>> STP_SHIFT) & CODE_MASK));
    }

    /** True if the order is in a self-trade prevention group. */
    public boolean hasStpGroup(int order) {
        return (records.getInt(order, TERMS) & (CODE_MASK << STP_SHIFT)) != 0;
    }

    public TimeInForce timeInForce(int order) {
        return TimeInForce.of((byte) ((records.getInt(order, TERMS) >>> TIF_SHIFT) & CODE_MASK));
    }

    public boolean isPostOnly(int order) {
        return (records.getInt(order, TERMS) & POST_ONLY) != 0;
    }

    /** True if it stays when its session is cut off (rule 7.1). */
    public boolean isPersistent(int order) {
        return (records.getInt(order, TERMS) & PERSISTENT) != 0;
    }

    /** True while the order stands in a level of a book. */
    public boolean isResting(int order) {
        return level(order) != PriceLevels.NONE;
    }

    /** The level it rests in, or {@link PriceLevels#NONE}. */
    public int level(int order) {
        return records.getInt(order, LEVEL);
    }

    /** The order behind a resting one in its level, or {@link #NONE}. */
    public int nextInLevel(int order) {
        int next = records.getInt(order, NEXT);
        return next == level(order) ? NONE : next;
    }

    long movedWords() {
        return index.movedWords();
    }

    void clear() {
        index.clear();
        free = NONE;
    }

    private boolean markFree(int order) {
        records.putInt(order, LEVEL, FREE);
        return true;
    }

    /** Makes new slots free, the lowest first. */
    private void fetch() {
        int batch = records.allocate(BATCH);
        for (int slot = batch + BATCH - 1; slot >= batch; slot--) {
            records.putInt(slot, NEXT, free);
            free = slot;
        }
    }
}
