// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of OrderReplaced, OrderReduced, OrderCanceled. Wrap only what a verifier found
 * good: nothing is checked here. Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  struct  report               the report
 *     104  id      origClientOrderId    id replaced, or of the order when the command has its own
 *     128          length
 * </pre>
 *
 * <p>An id is three words: u64, u64, u32, the first character in the lowest byte; then a u32 of 0.
 */
public final class ChainReportDecoder {
    public static final int ORIG_CLIENT_ORDER_ID_OFFSET = 104;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 128;

    private final OrderReportDecoder report = new OrderReportDecoder();
    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public ChainReportDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        report.wrap(buffer, offset);
        return this;
    }

    /** What every report says. */
    public OrderReportDecoder report() {
        return report;
    }

    public long origClientOrderIdWord0() {
        return buffer.getLong(offset + ORIG_CLIENT_ORDER_ID_OFFSET, LITTLE_ENDIAN);
    }

    public long origClientOrderIdWord1() {
        return buffer.getLong(offset + ORIG_CLIENT_ORDER_ID_OFFSET + 8, LITTLE_ENDIAN);
    }

    public int origClientOrderIdWord2() {
        return buffer.getInt(offset + ORIG_CLIENT_ORDER_ID_OFFSET + 16, LITTLE_ENDIAN);
    }
}
