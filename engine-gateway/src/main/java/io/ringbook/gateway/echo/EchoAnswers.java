// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.echo;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.CancelOrderDecoder;
import io.ringbook.codec.orderentry.ChainReportEncoder;
import io.ringbook.codec.orderentry.ExecutionReportEncoder;
import io.ringbook.codec.orderentry.MassCancelDecoder;
import io.ringbook.codec.orderentry.MassCancelReportEncoder;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.OrderReportDecoder;
import io.ringbook.codec.orderentry.OrderReportEncoder;
import io.ringbook.codec.orderentry.ReduceOrderDecoder;
import io.ringbook.codec.orderentry.ReplaceOrderDecoder;
import io.ringbook.core.order.TimeInForce;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Answers the commands of one connection, each in the type and length of an exchange's answer: an
 * order is accepted, and if it is immediate executed in full by one trade; a cancel cancels, a
 * replace replaces. Ids are copied, nothing is looked up. One thread; allocates nothing.
 */
final class EchoAnswers {
    /** Length of the longest answer to one command. */
    static final int MAX_LENGTH =
            OrderReportEncoder.FRAME_LENGTH
                    + ExecutionReportEncoder.FRAME_LENGTH
                    + ChainReportEncoder.FRAME_LENGTH;

    private static final byte NO_FLAGS = 0;
    private static final byte TAKER = 2;

    private final CommandPlaces places = new CommandPlaces();
    private final Stall stall;
    private final NewOrderDecoder newOrder = new NewOrderDecoder();
    private final CancelOrderDecoder cancel = new CancelOrderDecoder();
    private final ReplaceOrderDecoder replace = new ReplaceOrderDecoder();
    private final ReduceOrderDecoder reduce = new ReduceOrderDecoder();
    private final MassCancelDecoder massCancel = new MassCancelDecoder();
    private final OrderReportEncoder report = new OrderReportEncoder();
    private final ExecutionReportEncoder execution = new ExecutionReportEncoder();
    private final ChainReportEncoder chain = new ChainReportEncoder();
    private final MassCancelReportEncoder massCancelReport = new MassCancelReportEncoder();
    private long sequence;

    EchoAnswers(Stall stall) {
        this.stall = stall;
    }

    /**
     * Answers a command.
     *
     * @param to has room for {@link #MAX_LENGTH} from {@code at} on
     * @return length of the answer; 0 if the frame is no command of our own encoders
     */
    int answer(DirectBuffer buffer, int frame, int length, MutableDirectBuffer to, int at) {
        byte type = FrameDescriptor.type(buffer, frame);
        int body = places.body(type, length);
        if (body == CommandPlaces.NONE) {
            return 0;
        }
        stall.onCommand();
        return switch (type) {
            case MessageType.NEW_ORDER -> accept(newOrder.wrap(buffer, frame + body), to, at);
            case MessageType.CANCEL_ORDER -> cancel(cancel.wrap(buffer, frame + body), to, at);
            case MessageType.REPLACE_ORDER -> replace(replace.wrap(buffer, frame + body), to, at);
            case MessageType.REDUCE_ORDER -> reduce(reduce.wrap(buffer, frame + body), to, at);
            case MessageType.MASS_CANCEL ->
                    massCancel(massCancel.wrap(buffer, frame + body), to, at);
            default -> throw new AssertionError("no command has type " + type);
        };
    }

    private int accept(NewOrderDecoder order, MutableDirectBuffer to, int at) {
        answered(report.wrap(to, at, MessageType.ORDER_ACCEPTED, NO_FLAGS, ++sequence));
        describe(report, order).leavesQuantity(order.quantity());
        int length = OrderReportEncoder.FRAME_LENGTH;
        if (order.tif() == TimeInForce.IOC.code()) {
            execution.wrap(to, at + length, NO_FLAGS, ++sequence);
            describe(execution.report(), order).cumQuantity(order.quantity()).liquidity(TAKER);
            execution.matchNumber(sequence);
            length += ExecutionReportEncoder.FRAME_LENGTH;
        }
        return length;
    }

    private OrderReportEncoder describe(OrderReportEncoder to, NewOrderDecoder order) {
        return to.orderId(sequence)
                .clientOrderId(
                        order.clientOrderIdWord0(),
                        order.clientOrderIdWord1(),
                        order.clientOrderIdWord2())
                .accountId(order.accountId())
                .instrumentId(order.instrumentId())
                .side(order.side())
                .recordSequence(sequence)
                .price(order.price())
                .quantity(order.quantity());
    }

    private int cancel(CancelOrderDecoder order, MutableDirectBuffer to, int at) {
        chain.wrap(to, at, MessageType.ORDER_CANCELED, NO_FLAGS, ++sequence);
        answered(chain.report())
                .clientOrderId(
                        order.origClientOrderIdWord0(),
                        order.origClientOrderIdWord1(),
                        order.origClientOrderIdWord2())
                .accountId(order.accountId())
                .instrumentId(order.instrumentId());
        return ChainReportEncoder.FRAME_LENGTH;
    }

    private int replace(ReplaceOrderDecoder order, MutableDirectBuffer to, int at) {
        chain.wrap(to, at, MessageType.ORDER_REPLACED, NO_FLAGS, ++sequence);
        answered(chain.report())
                .clientOrderId(
                        order.clientOrderIdWord0(),
                        order.clientOrderIdWord1(),
                        order.clientOrderIdWord2())
                .accountId(order.accountId())
                .instrumentId(order.instrumentId())
                .price(order.price())
                .quantity(order.quantity())
                .leavesQuantity(order.quantity());
        chain.origClientOrderId(
                order.origClientOrderIdWord0(),
                order.origClientOrderIdWord1(),
                order.origClientOrderIdWord2());
        return ChainReportEncoder.FRAME_LENGTH;
    }

    private int reduce(ReduceOrderDecoder order, MutableDirectBuffer to, int at) {
        chain.wrap(to, at, MessageType.ORDER_REDUCED, NO_FLAGS, ++sequence);
        answered(chain.report())
                .clientOrderId(
                        order.origClientOrderIdWord0(),
                        order.origClientOrderIdWord1(),
                        order.origClientOrderIdWord2())
                .accountId(order.accountId())
                .instrumentId(order.instrumentId())
                .quantity(order.quantity());
        return ChainReportEncoder.FRAME_LENGTH;
    }

    private int massCancel(MassCancelDecoder all, MutableDirectBuffer to, int at) {
        massCancelReport
                .wrap(to, at, NO_FLAGS, ++sequence)
                .accountId(all.accountId())
                .instrumentId(all.instrumentId())
                .flags(OrderReportDecoder.ANSWER_FLAG)
                .recordSequence(sequence);
        return MassCancelReportEncoder.FRAME_LENGTH;
    }

    private OrderReportEncoder answered(OrderReportEncoder encoder) {
        return encoder.flags(OrderReportDecoder.ANSWER_FLAG).recordSequence(sequence);
    }
}
