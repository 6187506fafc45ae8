// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.subject;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.bench.stream.TradeTally;
import io.ringbook.codec.journal.ExecutionReportDescriptor;
import io.ringbook.codec.journal.OrderReportDescriptor;
import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Liquidity;
import org.agrona.DirectBuffer;

/**
 * Reads trades and cancels out of published records, at their offsets, into a tally. An order id is
 * a sequence; the tally is given it from the first command of the stream on.
 */
final class RecordTally {
    private final long sequenceBefore;
    private final TradeTally tally = new TradeTally();

    /**
     * @param sequenceBefore last sequence before the stream's first command
     */
    RecordTally(long sequenceBefore) {
        this.sequenceBefore = sequenceBefore;
    }

    TradeTally.Totals totals() {
        return tally.totals();
    }

    void take(DirectBuffer record, int offset) {
        int count =
                record.getInt(offset + RecordHeaderDescriptor.EVENT_COUNT_OFFSET, LITTLE_ENDIAN);
        int at =
                offset
                        + RecordHeaderDescriptor.LENGTH
                        + record.getInt(
                                offset + RecordHeaderDescriptor.COMMAND_LENGTH_BYTES_OFFSET,
                                LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            takeEvent(record, at);
            at +=
                    record.getShort(at + OrderReportDescriptor.LENGTH_BYTES_OFFSET, LITTLE_ENDIAN)
                            & 0xffff;
        }
    }

    private void takeEvent(DirectBuffer record, int at) {
        byte kind = record.getByte(at + OrderReportDescriptor.KIND_OFFSET);
        if (kind == EventKind.EXECUTED.code()) {
            if (record.getByte(at + OrderReportDescriptor.LIQUIDITY_OFFSET)
                    == Liquidity.TAKER.code()) {
                tally.traded(
                        number(record, at + OrderReportDescriptor.ORDER_ID_OFFSET) - sequenceBefore,
                        number(record, at + ExecutionReportDescriptor.CONTRA_ORDER_ID_OFFSET)
                                - sequenceBefore,
                        number(record, at + OrderReportDescriptor.PRICE_OFFSET),
                        number(record, at + OrderReportDescriptor.QUANTITY_OFFSET));
            }
        } else if (kind == EventKind.CANCELED.code()
                && record.getByte(at + OrderReportDescriptor.REASON_OFFSET)
                        == CancelReason.USER.code()) {
            tally.canceled(number(record, at + OrderReportDescriptor.QUANTITY_OFFSET));
        }
    }

    private static long number(DirectBuffer record, int at) {
        return record.getLong(at, LITTLE_ENDIAN);
    }
}
