// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of OrderRejected, CancelRejected, ReplaceRejected. Wrap only what a verifier
 * found good: nothing is checked here. Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  struct  report               the report
 *     104  id      origClientOrderId    id of the target; zero for none
 *     128  u16     fixReason            FIX OrdRejReason (103) of an order, else CxlRejReason (102)
 *     130  u16     reserved             0
 *     132  u32     reserved             0
 *     136          length
 * </pre>
 *
 * <p>An id is three words: u64, u64, u32, the first character in the lowest byte; then a u32 of 0.
 */
public final class RejectReportDecoder {
    public static final int ORIG_CLIENT_ORDER_ID_OFFSET = 104;
    public static final int FIX_REASON_OFFSET = 128;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 136;

    private final OrderReportDecoder report = new OrderReportDecoder();
    private DirectBuffer buffer;
    private int offset;
    private int textOffset;

    /** Reads the struct at {@code offset} and the text whose length is at the other offset. */
    public RejectReportDecoder wrap(DirectBuffer buffer, int offset, int textOffset) {
        this.buffer = buffer;
        this.offset = offset;
        this.textOffset = textOffset;
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

    public int fixReason() {
        return buffer.getShort(offset + FIX_REASON_OFFSET, LITTLE_ENDIAN) & 0xFFFF;
    }

    /** Length of the text in characters. */
    public int textLength() {
        return MessageText.length(buffer, textOffset);
    }

    /** Appends the text. */
    public void appendTextTo(StringBuilder target) {
        MessageText.appendTo(target, buffer, textOffset);
    }

    /** True if the text is the one given. */
    public boolean isText(CharSequence other) {
        return MessageText.isEqual(buffer, textOffset, other);
    }
}
