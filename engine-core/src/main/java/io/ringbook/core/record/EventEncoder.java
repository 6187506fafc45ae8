// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.record;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import io.ringbook.codec.journal.ChainReportDescriptor;
import io.ringbook.codec.journal.ClientOrderIdDescriptor;
import io.ringbook.codec.journal.ExecutionReportDescriptor;
import io.ringbook.codec.journal.OrderReportDescriptor;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.EventListener;
import io.ringbook.core.order.OrderEvent;
import org.agrona.MutableDirectBuffer;

/** Appends each event to a record as the bytes that the journal keeps. One thread at a time. */
public final class EventEncoder implements EventListener {
    private RecordBuffer record;

    /** Events go here from now on. */
    public EventEncoder on(RecordBuffer target) {
        record = target;
        return this;
    }

    @Override
    public void onEvent(OrderEvent event) {
        int length = lengthOf(event);
        int at = record.append(length);
        MutableDirectBuffer to = record.buffer();
        report(event, length, to, at);
        if (length == ExecutionReportDescriptor.LENGTH) {
            execution(event, to, at);
        } else if (length == ChainReportDescriptor.LENGTH) {
            chain(event, to, at);
        }
        record.countEvent();
    }

    private static int lengthOf(OrderEvent event) {
        return switch (event.kind) {
            case EXECUTED -> ExecutionReportDescriptor.LENGTH;
            case REPLACED, REDUCED, CANCEL_REJECTED, REPLACE_REJECTED ->
                    ChainReportDescriptor.LENGTH;
            default ->
                    event.kind == EventKind.CANCELED && event.origClientOrderId0 != 0
                            ? ChainReportDescriptor.LENGTH
                            : OrderReportDescriptor.LENGTH;
        };
    }

    private static void report(OrderEvent event, int length, MutableDirectBuffer to, int at) {
        to.putShort(at + OrderReportDescriptor.LENGTH_BYTES_OFFSET, (short) length, LITTLE_ENDIAN);
        to.putByte(at + OrderReportDescriptor.KIND_OFFSET, event.kind.code());
        to.putByte(at + OrderReportDescriptor.FLAGS_OFFSET, event.flags);
        to.putInt(
                at + OrderReportDescriptor.INSTRUMENT_ID_OFFSET, event.instrumentId, LITTLE_ENDIAN);
        to.putLong(at + OrderReportDescriptor.ORDER_ID_OFFSET, event.orderId, LITTLE_ENDIAN);
        putId(
                to,
                at + OrderReportDescriptor.CLIENT_ORDER_ID_OFFSET,
                event.clientOrderId0,
                event.clientOrderId1,
                event.clientOrderId2);
        to.putInt(at + OrderReportDescriptor.SESSION_ID_OFFSET, event.sessionId, LITTLE_ENDIAN);
        to.putInt(at + OrderReportDescriptor.ACCOUNT_ID_OFFSET, event.accountId, LITTLE_ENDIAN);
        to.putByte(at + OrderReportDescriptor.SIDE_OFFSET, event.side);
        to.putByte(at + OrderReportDescriptor.REASON_OFFSET, event.reason);
        to.putByte(at + OrderReportDescriptor.LIQUIDITY_OFFSET, event.liquidity);
        to.putByte(at + OrderReportDescriptor.LIQUIDITY_OFFSET + 1, (byte) 0);
        to.putLong(at + OrderReportDescriptor.PRICE_OFFSET, event.price, LITTLE_ENDIAN);
        to.putLong(at + OrderReportDescriptor.QUANTITY_OFFSET, event.quantity, LITTLE_ENDIAN);
        to.putLong(
                at + OrderReportDescriptor.LEAVES_QUANTITY_OFFSET,
                event.leavesQuantity,
                LITTLE_ENDIAN);
        to.putLong(
                at + OrderReportDescriptor.CUM_QUANTITY_OFFSET, event.cumQuantity, LITTLE_ENDIAN);
        to.putLong(
                at + OrderReportDescriptor.PREVENTED_QUANTITY_OFFSET,
                event.preventedQuantity,
                LITTLE_ENDIAN);
    }

    private static void chain(OrderEvent event, MutableDirectBuffer to, int at) {
        int orig = at + ChainReportDescriptor.ORIG_CLIENT_ORDER_ID_OFFSET;
        putId(
                to,
                orig,
                event.origClientOrderId0,
                event.origClientOrderId1,
                event.origClientOrderId2);
        to.putInt(orig + ClientOrderIdDescriptor.WORD2_OFFSET + Integer.BYTES, 0, LITTLE_ENDIAN);
    }

    private static void execution(OrderEvent event, MutableDirectBuffer to, int at) {
        to.putLong(
                at + ExecutionReportDescriptor.MATCH_NUMBER_OFFSET,
                event.matchNumber,
                LITTLE_ENDIAN);
        to.putLong(
                at + ExecutionReportDescriptor.CONTRA_ORDER_ID_OFFSET,
                event.contraOrderId,
                LITTLE_ENDIAN);
        int contra = at + ExecutionReportDescriptor.CONTRA_CLIENT_ORDER_ID_OFFSET;
        putId(
                to,
                contra,
                event.contraClientOrderId0,
                event.contraClientOrderId1,
                event.contraClientOrderId2);
        to.putInt(contra + ClientOrderIdDescriptor.WORD2_OFFSET + Integer.BYTES, 0, LITTLE_ENDIAN);
    }

    private static void putId(MutableDirectBuffer to, int at, long word0, long word1, int word2) {
        to.putLong(at + ClientOrderIdDescriptor.WORD0_OFFSET, word0, LITTLE_ENDIAN);
        to.putLong(at + ClientOrderIdDescriptor.WORD1_OFFSET, word1, LITTLE_ENDIAN);
        to.putInt(at + ClientOrderIdDescriptor.WORD2_OFFSET, word2, LITTLE_ENDIAN);
    }
}
