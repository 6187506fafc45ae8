// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.session.stream;

import io.ringbook.core.order.OrderEvent;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * All open orders as the published records tell them, for questions of clients. A row of a table
 * for each:
 *
 * <pre>
 *  offset  type  meaning
 *       0  i64   version: odd while the row is being written
 *       8  u64   our order id; 0 for a free row
 *      16  id    client order id: u64, u64, u32
 *      36  u32   session
 *      40  u32   account
 *      44  u32   instrument
 *      48  u8    side, then 3 unused
 *      52  u32   index of the last event in its record
 *      56  u64   sequence of that record
 *      64  i64   its time, epoch ns
 *      72  i64   limit price, mantissa
 *      80  i64   order quantity, mantissa
 *      88  i64   leaves, mantissa
 *      96  i64   cumulative quantity, mantissa
 *     104  i64   prevented quantity, mantissa
 *     128        length
 * </pre>
 *
 * <p>Threads: the publishing thread writes; another reads single rows, again if one was written
 * meanwhile (version before and after, with fences on both sides). A row keeps its place while its
 * order is open, so that a reader who goes through the table meets every order that stays open.
 * Nothing waits for anybody; nothing is allocated but when the table grows.
 */
public final class OpenOrders {
    public static final int ROW_LENGTH = 128;
    public static final int ORDER_ID = 8;
    public static final int CLIENT_ORDER_ID = 16;
    public static final int SESSION_ID = 36;
    public static final int ACCOUNT_ID = 40;
    public static final int INSTRUMENT_ID = 44;
    public static final int SIDE = 48;
    public static final int RECORD_INDEX = 52;
    public static final int RECORD_SEQUENCE = 56;
    public static final int TIME_NS = 64;
    public static final int PRICE = 72;
    public static final int QUANTITY = 80;
    public static final int LEAVES = 88;
    public static final int CUM = 96;
    public static final int PREVENTED = 104;

    private static final int FIRST_CAPACITY = 1024;
    private static final long NONE = -1;
    private static final VarHandle OPEN_COUNT;

    static {
        try {
            OPEN_COUNT =
                    MethodHandles.lookup().findVarHandle(OpenOrders.class, "openCount", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Long2LongHashMap rowByOrderId = new Long2LongHashMap(NONE);
    private int[] freeRows = new int[FIRST_CAPACITY];
    private int freeCount;
    private volatile UnsafeBuffer rows = new UnsafeBuffer(new byte[FIRST_CAPACITY * ROW_LENGTH]);

    /** Rows ever used. Written after the row, read before it. */
    private volatile int rowCount;

    /** Orders in the table. Opaque: exact once a later sequence was acquired. */
    private int openCount;

    /** Takes an event of a record. */
    void onEvent(OrderEvent event, int index, long recordSequence, long timeNs) {
        if ((event.flags & OrderEvent.REPEAT) != 0) {
            return;
        }
        switch (event.kind) {
            case ACCEPTED -> {
                int row = takeRow();
                rowByOrderId.put(event.orderId, row);
                int at = begin(row);
                rows.putLong(at + ORDER_ID, event.orderId);
                rows.putInt(at + SESSION_ID, event.sessionId);
                rows.putInt(at + ACCOUNT_ID, event.accountId);
                rows.putInt(at + INSTRUMENT_ID, event.instrumentId);
                rows.putByte(at + SIDE, event.side);
                putTerms(at, event, event.quantity);
                putProgress(at, event, index, recordSequence, timeNs);
                end(at);
                rowCount = Math.max(rowCount, row + 1);
                OPEN_COUNT.setOpaque(this, rowByOrderId.size());
            }
            case REPLACED, REDUCED, EXECUTED, RESTATED -> {
                int row = (int) rowByOrderId.get(event.orderId);
                if (row >= 0) {
                    change(row, event, index, recordSequence, timeNs);
                }
            }
            case CANCELED, EXPIRED -> remove(event.orderId);
            default -> {}
        }
    }

    private void change(int row, OrderEvent event, int index, long recordSequence, long timeNs) {
        int at = begin(row);
        switch (event.kind) {
            case REPLACED -> putTerms(at, event, event.quantity);
            case REDUCED -> putTerms(at, event, rows.getLong(at + QUANTITY) - event.quantity);
            default -> {}
        }
        putProgress(at, event, index, recordSequence, timeNs);
        end(at);
        if (event.leavesQuantity == 0) {
            remove(event.orderId);
        }
    }

    private void remove(long orderId) {
        int row = (int) rowByOrderId.remove(orderId);
        if (row >= 0) {
            int at = begin(row);
            rows.putLong(at + ORDER_ID, 0);
            end(at);
            freeRows[freeCount++] = row;
            OPEN_COUNT.setOpaque(this, rowByOrderId.size());
        }
    }

    private void putTerms(int at, OrderEvent event, long quantity) {
        rows.putLong(at + CLIENT_ORDER_ID, event.clientOrderId0);
        rows.putLong(at + CLIENT_ORDER_ID + 8, event.clientOrderId1);
        rows.putInt(at + CLIENT_ORDER_ID + 16, event.clientOrderId2);
        rows.putLong(at + PRICE, event.price);
        rows.putLong(at + QUANTITY, quantity);
    }

    private void putProgress(
            int at, OrderEvent event, int index, long recordSequence, long timeNs) {
        rows.putInt(at + RECORD_INDEX, index);
        rows.putLong(at + RECORD_SEQUENCE, recordSequence);
        rows.putLong(at + TIME_NS, timeNs);
        rows.putLong(at + LEAVES, event.leavesQuantity);
        rows.putLong(at + CUM, event.cumQuantity);
        rows.putLong(at + PREVENTED, event.preventedQuantity);
    }

    private int begin(int row) {
        int at = row * ROW_LENGTH;
        rows.putLong(at, rows.getLong(at) + 1);
        VarHandle.storeStoreFence();
        return at;
    }

    private void end(int at) {
        VarHandle.releaseFence();
        rows.putLong(at, rows.getLong(at) + 1);
    }

    private int takeRow() {
        if (freeCount > 0) {
            return freeRows[--freeCount];
        }
        int row = rowCount;
        if (row == freeRows.length) {
            UnsafeBuffer grown = new UnsafeBuffer(new byte[2 * row * ROW_LENGTH]);
            grown.putBytes(0, rows, 0, row * ROW_LENGTH);
            rows = grown;
            freeRows = new int[2 * row];
        }
        return row;
    }

    /** Orders that are open. Any thread. */
    int openCount() {
        return (int) OPEN_COUNT.getOpaque(this);
    }

    /** Rows to look at. Any thread. */
    public int rowCount() {
        return rowCount;
    }

    /**
     * Copies a row. Any thread.
     *
     * @return false if it is free, or of another account than the filter lets through
     */
    public boolean read(int row, AccountFilter filter, UnsafeBuffer target) {
        UnsafeBuffer from = rows;
        int at = row * ROW_LENGTH;
        while (true) {
            long before = from.getLongVolatile(at);
            if ((before & 1) == 0) {
                // These do not change while the order is open; a row that changes hands may be
                // missed, as its order came or went during the question.
                if (from.getLong(at + ORDER_ID) == 0
                        || !filter.admits(from.getInt(at + ACCOUNT_ID))) {
                    return false;
                }
                target.putBytes(0, from, at, ROW_LENGTH);
                VarHandle.loadLoadFence();
                if (from.getLongVolatile(at) == before) {
                    return true;
                }
            }
            Thread.onSpinWait();
        }
    }

    /** Which accounts a question is about. */
    @FunctionalInterface
    public interface AccountFilter {
        /** True if orders of an account are meant. */
        boolean admits(int accountId);
    }
}
