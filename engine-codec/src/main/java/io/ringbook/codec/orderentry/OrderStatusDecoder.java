// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of OrderStatus. Wrap only what a verifier found good: nothing is checked here.
 * Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  struct  report               the report; quantity is the order quantity
 *     104  u64     requestId            request that it answers
 *     112  u8      state                1 open, 0 not open or not known
 *     113  u8      reserved             0
 *     114  u16     reserved             0
 *     116  u32     sessionId            session that entered it; 0 unknown
 *     120          length
 * </pre>
 */
public final class OrderStatusDecoder {
    public static final int REQUEST_ID_OFFSET = 104;
    public static final int STATE_OFFSET = 112;
    public static final int SESSION_ID_OFFSET = 116;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 120;

    private final OrderReportDecoder report = new OrderReportDecoder();
    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public OrderStatusDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        report.wrap(buffer, offset);
        return this;
    }

    /** What every report says. */
    public OrderReportDecoder report() {
        return report;
    }

    public long requestId() {
        return buffer.getLong(offset + REQUEST_ID_OFFSET, LITTLE_ENDIAN);
    }

    public byte state() {
        return buffer.getByte(offset + STATE_OFFSET);
    }

    public int sessionId() {
        return buffer.getInt(offset + SESSION_ID_OFFSET, LITTLE_ENDIAN);
    }
}
