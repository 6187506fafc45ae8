// SPDX-License-Identifier: Apache-2.0
package io.ringbook.codec.orderentry;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;

/**
 * Reads the struct of OrderExecuted. Wrap only what a verifier found good: nothing is checked here.
 * Valid while the wrapped bytes stay; not thread-safe.
 *
 * <pre>
 *  offset  type    field                meaning
 *       0  struct  report               the report
 *     104  u64     matchNumber          number of the trade, rising per instrument
 *     112          length
 * </pre>
 */
public final class ExecutionReportDecoder {
    public static final int MATCH_NUMBER_OFFSET = 104;

    /** Length of the struct in bytes. */
    public static final int LENGTH = 112;

    private final OrderReportDecoder report = new OrderReportDecoder();
    private DirectBuffer buffer;
    private int offset;

    /** Reads the struct at {@code offset}. */
    public ExecutionReportDecoder wrap(DirectBuffer buffer, int offset) {
        this.buffer = buffer;
        this.offset = offset;
        report.wrap(buffer, offset);
        return this;
    }

    /** What every report says. */
    public OrderReportDecoder report() {
        return report;
    }

    public long matchNumber() {
        return buffer.getLong(offset + MATCH_NUMBER_OFFSET, LITTLE_ENDIAN);
    }
}
