// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.record;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.ChainReportDescriptor;
import io.ringbook.codec.journal.ClientOrderIdDescriptor;
import io.ringbook.codec.journal.ExecutionReportDescriptor;
import io.ringbook.codec.journal.OrderReportDescriptor;
import io.ringbook.codec.journal.RecordHeaderDescriptor;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.EventListener;
import io.ringbook.core.order.OrderEvent;
import org.agrona.DirectBuffer;

/** Reads the events of a record that is whole. One thread at a time; allocates nothing. */
public final class EventDecoder {
    private final OrderEvent event = new OrderEvent();

    /** Hands each event of the record at {@code offset} to a listener, in order. */
    public void decode(DirectBuffer record, int offset, EventListener listener) {
        int count =
                record.getInt(offset + RecordHeaderDescriptor.EVENT_COUNT_OFFSET, LITTLE_ENDIAN);
        int at =
                offset
                        + RecordHeaderDescriptor.LENGTH
                        + record.getInt(
                                offset + RecordHeaderDescriptor.COMMAND_LENGTH_BYTES_OFFSET,
                                LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            int length = decodeOne(record, at);
            listener.onEvent(event);
            at += length;
        }
    }

    private int decodeOne(DirectBuffer from, int at) {
        event.reset();
        int length =
                from.getShort(at + OrderReportDescriptor.LENGTH_BYTES_OFFSET, LITTLE_ENDIAN)
                        & 0xffff;
        event.kind = EventKind.of(from.getByte(at + OrderReportDescriptor.KIND_OFFSET));
        event.flags = from.getByte(at + OrderReportDescriptor.FLAGS_OFFSET);
        event.instrumentId =
                from.getInt(at + OrderReportDescriptor.INSTRUMENT_ID_OFFSET, LITTLE_ENDIAN);
        event.orderId = from.getLong(at + OrderReportDescriptor.ORDER_ID_OFFSET, LITTLE_ENDIAN);
        int id = at + OrderReportDescriptor.CLIENT_ORDER_ID_OFFSET;
        event.clientOrderId0 =
                from.getLong(id + ClientOrderIdDescriptor.WORD0_OFFSET, LITTLE_ENDIAN);
        event.clientOrderId1 =
                from.getLong(id + ClientOrderIdDescriptor.WORD1_OFFSET, LITTLE_ENDIAN);
        event.clientOrderId2 =
                from.getInt(id + ClientOrderIdDescriptor.WORD2_OFFSET, LITTLE_ENDIAN);
        event.sessionId = from.getInt(at + OrderReportDescriptor.SESSION_ID_OFFSET, LITTLE_ENDIAN);
        event.accountId = from.getInt(at + OrderReportDescriptor.ACCOUNT_ID_OFFSET, LITTLE_ENDIAN);
        event.side = from.getByte(at + OrderReportDescriptor.SIDE_OFFSET);
        event.reason = from.getByte(at + OrderReportDescriptor.REASON_OFFSET);
        event.liquidity = from.getByte(at + OrderReportDescriptor.LIQUIDITY_OFFSET);
        event.price = from.getLong(at + OrderReportDescriptor.PRICE_OFFSET, LITTLE_ENDIAN);
        event.quantity = from.getLong(at + OrderReportDescriptor.QUANTITY_OFFSET, LITTLE_ENDIAN);
        event.leavesQuantity =
                from.getLong(at + OrderReportDescriptor.LEAVES_QUANTITY_OFFSET, LITTLE_ENDIAN);
        event.cumQuantity =
                from.getLong(at + OrderReportDescriptor.CUM_QUANTITY_OFFSET, LITTLE_ENDIAN);
        event.preventedQuantity =
                from.getLong(at + OrderReportDescriptor.PREVENTED_QUANTITY_OFFSET, LITTLE_ENDIAN);
        if (length == ExecutionReportDescriptor.LENGTH) {
            decodeExecution(from, at);
        } else if (length == ChainReportDescriptor.LENGTH) {
            decodeChain(from, at + ChainReportDescriptor.ORIG_CLIENT_ORDER_ID_OFFSET);
        }
        return length;
    }

    private void decodeExecution(DirectBuffer from, int at) {
        event.matchNumber =
                from.getLong(at + ExecutionReportDescriptor.MATCH_NUMBER_OFFSET, LITTLE_ENDIAN);
        event.contraOrderId =
                from.getLong(at + ExecutionReportDescriptor.CONTRA_ORDER_ID_OFFSET, LITTLE_ENDIAN);
        int contra = at + ExecutionReportDescriptor.CONTRA_CLIENT_ORDER_ID_OFFSET;
        event.contraClientOrderId0 =
                from.getLong(contra + ClientOrderIdDescriptor.WORD0_OFFSET, LITTLE_ENDIAN);
        event.contraClientOrderId1 =
                from.getLong(contra + ClientOrderIdDescriptor.WORD1_OFFSET, LITTLE_ENDIAN);
        event.contraClientOrderId2 =
                from.getInt(contra + ClientOrderIdDescriptor.WORD2_OFFSET, LITTLE_ENDIAN);
    }

    private void decodeChain(DirectBuffer from, int orig) {
        event.origClientOrderId0 =
                from.getLong(orig + ClientOrderIdDescriptor.WORD0_OFFSET, LITTLE_ENDIAN);
        event.origClientOrderId1 =
                from.getLong(orig + ClientOrderIdDescriptor.WORD1_OFFSET, LITTLE_ENDIAN);
        event.origClientOrderId2 =
                from.getInt(orig + ClientOrderIdDescriptor.WORD2_OFFSET, LITTLE_ENDIAN);
    }
}
