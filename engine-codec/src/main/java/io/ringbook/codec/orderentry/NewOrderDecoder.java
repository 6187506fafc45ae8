// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of NewOrder. Wrap only what a verifier found good: nothing is checked here.
 * Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  u32     reserved             0
 *       4  u32     accountId            account of the order
 *       8  u32     instrumentId         instrument of the order
 *      12  u32     stpGroup             self-trade prevention group of the firm; 0 none
 *      16  id      clientOrderId        id of the order; zero for none
 *      40  i64     quantity             order quantity, mantissa
 *      48  i64     price                limit price, mantissa; 0 for market
 *      56  i64     stopPrice            stop price, mantissa; 0 for none
 *      64  i64     displayQuantity      shown quantity, mantissa; 0 for all
 *      72  i64     minQuantity          least quantity of an IOC, mantissa; 0 for none
 *      80  i64     expireNs             expiry of a GTD, epoch ns; else 0
 *      88  u8      side                 1 buy, 2 sell
 *      89  u8      type                 1 limit, 2 market
 *      90  u8      tif                  1 DAY, 2 GTC, 3 GTD, 4 IOC, 5 FOK
 *      91  u8      execInst             bit 0: post-only; bit 1: stays when the session is cut off
 *      92  u8      stpMode              1 cancel newest, 2 oldest, 3 both, 4 decrement; 0 no group
 *      93  u8      reserved             0
 *      94  u16     reserved             0
 *      96  u64     reserved             0
 *     104          length
 * </pre>
 *
 * <p>An id is three words: u64, u64, u32, the first character in the lowest byte; then a u32 of 0.
 */
public final class NewOrderDecoder {
    public static final int ACCOUNT_ID_OFFSET = 4;
    public static final int INSTRUMENT_ID_OFFSET = 8;
    public static final int STP_GROUP_OFFSET = 12;
    public static final int CLIENT_ORDER_ID_OFFSET = 16;
    public static final int QUANTITY_OFFSET = 40;
    public static final int PRICE_OFFSET = 48;
    public static final int STOP_PRICE_OFFSET = 56;
    public static final int DISPLAY_QUANTITY_OFFSET = 64;
    public static final int MIN_QUANTITY_OFFSET = 72;
    public static final int EXPIRE_NS_OFFSET = 80;
    public static final int SIDE_OFFSET = 88;
    public static final int TYPE_OFFSET = 89;
    public static final int TIF_OFFSET = 90;
    public static final int EXEC_INST_OFFSET = 91;
    public static final int STP_MODE_OFFSET = 92;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 104;

    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public NewOrderDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        return this;
    }

    public int accountId() {
        return buffer.getInt(offset + ACCOUNT_ID_OFFSET, LITTLE_ENDIAN);
    }

    public int instrumentId() {
        return buffer.getInt(offset + INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
    }

    public int stpGroup() {
        return buffer.getInt(offset + STP_GROUP_OFFSET, LITTLE_ENDIAN);
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

    public long quantity() {
        return buffer.getLong(offset + QUANTITY_OFFSET, LITTLE_ENDIAN);
    }

    public long price() {
        return buffer.getLong(offset + PRICE_OFFSET, LITTLE_ENDIAN);
    }

    public long stopPrice() {
        return buffer.getLong(offset + STOP_PRICE_OFFSET, LITTLE_ENDIAN);
    }

    public long displayQuantity() {
        return buffer.getLong(offset + DISPLAY_QUANTITY_OFFSET, LITTLE_ENDIAN);
    }

    public long minQuantity() {
        return buffer.getLong(offset + MIN_QUANTITY_OFFSET, LITTLE_ENDIAN);
    }

    public long expireNs() {
        return buffer.getLong(offset + EXPIRE_NS_OFFSET, LITTLE_ENDIAN);
    }

    public byte side() {
        return buffer.getByte(offset + SIDE_OFFSET);
    }

    public byte type() {
        return buffer.getByte(offset + TYPE_OFFSET);
    }

    public byte tif() {
        return buffer.getByte(offset + TIF_OFFSET);
    }

    public byte execInst() {
        return buffer.getByte(offset + EXEC_INST_OFFSET);
    }

    public byte stpMode() {
        return buffer.getByte(offset + STP_MODE_OFFSET);
    }
}
