// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of OrderAccepted, OrderExpired, OrderRestated. Wrap only what a verifier found
 * good: nothing is checked here. Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u64     orderId              our order id; 0 unknown
 *       8  id      clientOrderId        client order id; zero for none
 *      32  u32     accountId            account of the order or command
 *      36  u32     instrumentId         instrument of the order or command
 *      40  u8      side                 1 buy, 2 sell; 0 where no order is known
 *      41  u8      reason               why it went, for OrderCanceled; our code, for a reject; else 0
 *      42  u8      flags                bit 0: repeat of a first answer; bit 1: priority kept; bit 2: answer
 *      43  u8      liquidity            of OrderExecuted 1 maker, 2 taker; else 0
 *      44  u32     recordIndex          index of the event in its record; with recordSequence the execution id
 *      48  u64     recordSequence       sequence of the command that caused it
 *      56  i64     timeNs               sequenced time of that command, epoch ns
 *      64  i64     price                limit price, mantissa; of OrderExecuted the price of the trade
 *      72  i64     quantity             quantity that the message speaks of, mantissa
 *      80  i64     leavesQuantity       quantity still open, mantissa
 *      88  i64     cumQuantity          quantity traded, mantissa
 *      96  i64     preventedQuantity    quantity that self-trade prevention took, mantissa
 *     104          length
 * </pre>
 *
 * <p>An id is three words: u64, u64, u32, the first character in the lowest byte; then a u32 of 0.
 */
public final class OrderReportDecoder {
    public static final int ORDER_ID_OFFSET = 0;
    public static final int CLIENT_ORDER_ID_OFFSET = 8;
    public static final int ACCOUNT_ID_OFFSET = 32;
    public static final int INSTRUMENT_ID_OFFSET = 36;
    public static final int SIDE_OFFSET = 40;
    public static final int REASON_OFFSET = 41;
    public static final int FLAGS_OFFSET = 42;
    public static final int LIQUIDITY_OFFSET = 43;
    public static final int RECORD_INDEX_OFFSET = 44;
    public static final int RECORD_SEQUENCE_OFFSET = 48;
    public static final int TIME_NS_OFFSET = 56;
    public static final int PRICE_OFFSET = 64;
    public static final int QUANTITY_OFFSET = 72;
    public static final int LEAVES_QUANTITY_OFFSET = 80;
    public static final int CUM_QUANTITY_OFFSET = 88;
    public static final int PREVENTED_QUANTITY_OFFSET = 96;

    /** Bit of {@link #flags}: it gives a first answer again. */
    public static final byte REPEAT_FLAG = 1;

    /** Bit of {@link #flags}: it answers a command of the session that it was sent to. */
    public static final byte ANSWER_FLAG = 4;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 104;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public OrderReportDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public long orderId() {
        return buffer.getLong(offset + ORDER_ID_OFFSET, LITTLE_ENDIAN);
    }

    public long clientOrderIdWord0() {
        return buffer.getLong(offset + CLIENT_ORDER_ID_OFFSET, LITTLE_ENDIAN);
    }

    public long clientOrderIdWord1() {
        return buffer.getLong(offset + CLIENT_ORDER_ID_OFFSET + 8, LITTLE_ENDIAN);
    }

    public int clientOrderIdWord2() {
        return buffer.getInt(offset + CLIENT_ORDER_ID_OFFSET + 16, LITTLE_ENDIAN);
    }

    public int accountId() {
        return buffer.getInt(offset + ACCOUNT_ID_OFFSET, LITTLE_ENDIAN);
    }

    public int instrumentId() {
        return buffer.getInt(offset + INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
    }

    public byte side() {
        return buffer.getByte(offset + SIDE_OFFSET);
    }

    public byte reason() {
        return buffer.getByte(offset + REASON_OFFSET);
    }

    public byte flags() {
        return buffer.getByte(offset + FLAGS_OFFSET);
    }

    public byte liquidity() {
        return buffer.getByte(offset + LIQUIDITY_OFFSET);
    }

    public int recordIndex() {
        return buffer.getInt(offset + RECORD_INDEX_OFFSET, LITTLE_ENDIAN);
    }

    public long recordSequence() {
        return buffer.getLong(offset + RECORD_SEQUENCE_OFFSET, LITTLE_ENDIAN);
    }

    public long timeNs() {
        return buffer.getLong(offset + TIME_NS_OFFSET, LITTLE_ENDIAN);
    }

    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET, LITTLE_ENDIAN);
    }

    public long quantity() {
        return buffer.getLong(offset + QUANTITY_OFFSET, LITTLE_ENDIAN);
    }

    public long leavesQuantity() {
        return buffer.getLong(offset + LEAVES_QUANTITY_OFFSET, LITTLE_ENDIAN);
    }

    public long cumQuantity() {
        return buffer.getLong(offset + CUM_QUANTITY_OFFSET, LITTLE_ENDIAN);
    }

    public long preventedQuantity() {
        return buffer.getLong(offset + PREVENTED_QUANTITY_OFFSET, LITTLE_ENDIAN);
    }
}
