// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.outbound;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.CancelOrderEncoder;
import io.ringbook.codec.orderentry.MassCancelEncoder;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.codec.orderentry.ReduceOrderEncoder;
import io.ringbook.codec.orderentry.ReplaceOrderEncoder;
import io.ringbook.core.order.Command;
import org.agrona.MutableDirectBuffer;

/** Turns commands into frames without a sequence. One thread, or under one lock. */
public final class CommandFrames {
    /** Length of the longest frame. */
    static final int MAX_LENGTH =
            Math.max(
                    Math.max(NewOrderEncoder.FRAME_LENGTH, ReplaceOrderEncoder.FRAME_LENGTH),
                    Math.max(
                            Math.max(
                                    CancelOrderEncoder.FRAME_LENGTH,
                                    ReduceOrderEncoder.FRAME_LENGTH),
                            MassCancelEncoder.FRAME_LENGTH));

    private final NewOrderEncoder newOrder = new NewOrderEncoder();
    private final CancelOrderEncoder cancel = new CancelOrderEncoder();
    private final ReplaceOrderEncoder replace = new ReplaceOrderEncoder();
    private final ReduceOrderEncoder reduce = new ReduceOrderEncoder();
    private final MassCancelEncoder massCancel = new MassCancelEncoder();

    /**
     * Encodes a command.
     *
     * @throws IllegalArgumentException if it is not one that a session sends
     */
    public PendingCommand encode(long ticket, Command command) {
        return encode(new PendingCommand(), ticket, command);
    }

    /**
     * Encodes a command in the place of one that has its answer.
     *
     * @return {@code into}
     * @throws IllegalArgumentException if it is not one that a session sends
     */
    public PendingCommand encode(PendingCommand into, long ticket, Command command) {
        byte flags = command.possResend ? FrameDescriptor.POSS_RESEND_FLAG : 0;
        MutableDirectBuffer frame = into.frame();
        int length =
                switch (command.kind) {
                    case NEW_ORDER -> newOrder(frame, command, flags);
                    case CANCEL_ORDER -> cancel(frame, command, flags);
                    case REPLACE_ORDER -> replace(frame, command, flags);
                    case REDUCE_ORDER -> reduce(frame, command, flags);
                    case MASS_CANCEL -> massCancel(frame, command, flags);
                    default ->
                            throw new IllegalArgumentException(
                                    "a session does not send " + command.kind);
                };
        into.begin(ticket, length);
        return into;
    }

    private int newOrder(MutableDirectBuffer frame, Command command, byte flags) {
        newOrder.wrap(frame, 0, flags, 0)
                .accountId(command.accountId)
                .instrumentId(command.instrumentId)
                .stpGroup(command.stpGroup)
                .clientOrderId(
                        command.clientOrderId0, command.clientOrderId1, command.clientOrderId2)
                .quantity(command.quantity)
                .price(command.price)
                .stopPrice(command.stopPrice)
                .displayQuantity(command.displayQuantity)
                .minQuantity(command.minQuantity)
                .expireNs(command.expireNs)
                .side(command.side)
                .type(command.type)
                .tif(command.tif)
                .execInst(command.execInst)
                .stpMode(command.stpMode);
        return NewOrderEncoder.FRAME_LENGTH;
    }

    private int cancel(MutableDirectBuffer frame, Command command, byte flags) {
        cancel.wrap(frame, 0, flags, 0)
                .accountId(command.accountId)
                .instrumentId(command.instrumentId)
                .clientOrderId(
                        command.clientOrderId0, command.clientOrderId1, command.clientOrderId2)
                .origClientOrderId(
                        command.origClientOrderId0,
                        command.origClientOrderId1,
                        command.origClientOrderId2)
                .origOrderId(command.origOrderId);
        return CancelOrderEncoder.FRAME_LENGTH;
    }

    private int replace(MutableDirectBuffer frame, Command command, byte flags) {
        replace.wrap(frame, 0, flags, 0)
                .accountId(command.accountId)
                .instrumentId(command.instrumentId)
                .clientOrderId(
                        command.clientOrderId0, command.clientOrderId1, command.clientOrderId2)
                .origClientOrderId(
                        command.origClientOrderId0,
                        command.origClientOrderId1,
                        command.origClientOrderId2)
                .origOrderId(command.origOrderId)
                .quantity(command.quantity)
                .price(command.price)
                .stopPrice(command.stopPrice)
                .displayQuantity(command.displayQuantity)
                .expireNs(command.expireNs);
        return ReplaceOrderEncoder.FRAME_LENGTH;
    }

    private int reduce(MutableDirectBuffer frame, Command command, byte flags) {
        reduce.wrap(frame, 0, flags, 0)
                .accountId(command.accountId)
                .instrumentId(command.instrumentId)
                .clientOrderId(
                        command.clientOrderId0, command.clientOrderId1, command.clientOrderId2)
                .origClientOrderId(
                        command.origClientOrderId0,
                        command.origClientOrderId1,
                        command.origClientOrderId2)
                .origOrderId(command.origOrderId)
                .quantity(command.quantity);
        return ReduceOrderEncoder.FRAME_LENGTH;
    }

    private int massCancel(MutableDirectBuffer frame, Command command, byte flags) {
        massCancel
                .wrap(frame, 0, flags, 0)
                .accountId(command.accountId)
                .instrumentId(command.instrumentId)
                .clientOrderId(
                        command.clientOrderId0, command.clientOrderId1, command.clientOrderId2)
                .side(command.side);
        return MassCancelEncoder.FRAME_LENGTH;
    }
}
