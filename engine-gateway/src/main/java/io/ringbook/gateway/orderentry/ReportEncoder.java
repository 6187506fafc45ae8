// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.orderentry;

import io.ringbook.codec.orderentry.ChainReportEncoder;
import io.ringbook.codec.orderentry.ExecutionReportEncoder;
import io.ringbook.codec.orderentry.MassCancelReportEncoder;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.codec.orderentry.OrderReportEncoder;
import io.ringbook.codec.orderentry.RejectReportEncoder;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.RejectReason;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the frame that tells a session of an event. The same event gives the same bytes, live and
 * when the streams are built anew from the journal. One thread; allocates nothing.
 */
public final class ReportEncoder {
    /** Longest frame that {@link #encode} writes. */
    public static final int MAX_FRAME_LENGTH = RejectReportEncoder.MAX_FRAME_LENGTH;

    private static final byte NO_FLAGS = 0;

    private final OrderReportEncoder orderReport = new OrderReportEncoder();
    private final ChainReportEncoder chainReport = new ChainReportEncoder();
    private final ExecutionReportEncoder executionReport = new ExecutionReportEncoder();
    private final RejectReportEncoder rejectReport = new RejectReportEncoder();
    private final MassCancelReportEncoder massCancelReport = new MassCancelReportEncoder();
    private MutableDirectBuffer buffer;
    private int frameOffset;
    private byte answerFlag;
    private long recordSequence;
    private long recordTimeNs;

    /** Begins a record: what follows belongs to it. */
    public void record(long sequence, long timeNs) {
        recordSequence = sequence;
        recordTimeNs = timeNs;
    }

    /**
     * Writes one frame.
     *
     * @param event of the record begun last; not PHASE_CHANGED or TICK_REJECTED, which go to nobody
     * @param index of the event in its record
     * @param to has room for {@link #MAX_FRAME_LENGTH} from {@code at} on
     * @param sequence of the recipient's stream
     * @param answer true if it answers a command of the recipient
     * @return length of the frame
     */
    public int encode(
            OrderEvent event,
            int index,
            MutableDirectBuffer to,
            int at,
            long sequence,
            boolean answer) {
        buffer = to;
        frameOffset = at;
        answerFlag = answer ? OrderReportDecoder.ANSWER_FLAG : 0;
        return switch (event.kind) {
            case ACCEPTED -> order(MessageType.ORDER_ACCEPTED, event, index, sequence);
            case EXPIRED -> order(MessageType.ORDER_EXPIRED, event, index, sequence);
            case RESTATED -> order(MessageType.ORDER_RESTATED, event, index, sequence);
            case REPLACED -> chain(MessageType.ORDER_REPLACED, event, index, sequence);
            case REDUCED -> chain(MessageType.ORDER_REDUCED, event, index, sequence);
            case CANCELED -> chain(MessageType.ORDER_CANCELED, event, index, sequence);
            case EXECUTED -> execution(event, index, sequence);
            case REJECTED -> reject(MessageType.ORDER_REJECTED, event, index, sequence);
            case CANCEL_REJECTED -> reject(MessageType.CANCEL_REJECTED, event, index, sequence);
            case REPLACE_REJECTED -> reject(MessageType.REPLACE_REJECTED, event, index, sequence);
            case MASS_CANCELED -> massCancel(event, index, sequence);
            case PHASE_CHANGED, TICK_REJECTED ->
                    throw new IllegalArgumentException("no session is told of " + event.kind);
        };
    }

    private int order(byte type, OrderEvent event, int index, long sequence) {
        report(orderReport.wrap(buffer, frameOffset, type, NO_FLAGS, sequence), event, index);
        return OrderReportEncoder.FRAME_LENGTH;
    }

    private int chain(byte type, OrderEvent event, int index, long sequence) {
        chainReport.wrap(buffer, frameOffset, type, NO_FLAGS, sequence);
        report(chainReport.report(), event, index);
        chainReport.origClientOrderId(
                event.origClientOrderId0, event.origClientOrderId1, event.origClientOrderId2);
        return ChainReportEncoder.FRAME_LENGTH;
    }

    private int execution(OrderEvent event, int index, long sequence) {
        executionReport.wrap(buffer, frameOffset, NO_FLAGS, sequence);
        report(executionReport.report(), event, index);
        executionReport.matchNumber(event.matchNumber);
        return ExecutionReportEncoder.FRAME_LENGTH;
    }

    private int reject(byte type, OrderEvent event, int index, long sequence) {
        rejectReport.wrap(buffer, frameOffset, type, NO_FLAGS, sequence);
        report(rejectReport.report(), event, index);
        rejectReport.origClientOrderId(
                event.origClientOrderId0, event.origClientOrderId1, event.origClientOrderId2);
        RejectReason reason = RejectReason.of(event.reason);
        boolean ofOrder = event.kind == EventKind.REJECTED;
        rejectReport.fixReason(ofOrder ? reason.ordRejReason() : reason.cxlRejReason());
        return rejectReport.encode(reason.text());
    }

    private int massCancel(OrderEvent event, int index, long sequence) {
        massCancelReport
                .wrap(buffer, frameOffset, NO_FLAGS, sequence)
                .clientOrderId(event.clientOrderId0, event.clientOrderId1, event.clientOrderId2)
                .accountId(event.accountId)
                .instrumentId(event.instrumentId)
                .side(event.side)
                .flags((byte) (event.flags | answerFlag))
                .recordIndex(index)
                .recordSequence(recordSequence)
                .timeNs(recordTimeNs)
                .canceledCount(event.quantity);
        return MassCancelReportEncoder.FRAME_LENGTH;
    }

    private void report(OrderReportEncoder report, OrderEvent event, int index) {
        report.orderId(event.orderId)
                .clientOrderId(event.clientOrderId0, event.clientOrderId1, event.clientOrderId2)
                .accountId(event.accountId)
                .instrumentId(event.instrumentId)
                .side(event.side)
                .reason(event.reason)
                .flags((byte) (event.flags | answerFlag))
                .liquidity(event.liquidity)
                .recordIndex(index)
                .recordSequence(recordSequence)
                .timeNs(recordTimeNs)
                .price(event.price)
                .quantity(event.quantity)
                .leavesQuantity(event.leavesQuantity)
                .cumQuantity(event.cumQuantity)
                .preventedQuantity(event.preventedQuantity);
    }
}
