// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client.outbound;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.CancelOrderEncoder;
import io.ringbook.codec.orderentry.MassCancelEncoder;
import io.ringbook.codec.orderentry.NewOrderEncoder;
import io.ringbook.codec.orderentry.ReduceOrderEncoder;
import io.ringbook.codec.orderentry.ReplaceOrderEncoder;
import io.ringbook.core.order.Command;
import org.agrona.concurrent.UnsafeBuffer;

/** Turns commands into frames without a sequence. No state; any thread. */
public final class CommandFrames {
    private CommandFrames() {}

    /**
     * Encodes a command.
     *
     * @throws IllegalArgumentException if it is not one that a session sends
     */
    public static PendingCommand encode(long ticket, Command command) {
        byte flags = command.possResend ? FrameDescriptor.POSS_RESEND_FLAG : 0;
        byte[] frame =
                switch (command.kind) {
                    case NEW_ORDER -> newOrder(command, flags);
                    case CANCEL_ORDER -> cancel(command, flags);
                    case REPLACE_ORDER -> replace(command, flags);
                    case REDUCE_ORDER -> reduce(command, flags);
                    case MASS_CANCEL -> massCancel(command, flags);
                    default ->
                            throw new IllegalArgumentException(
                                    "a session does not send " + command.kind);
                };
        return new PendingCommand(ticket, frame);
    }

    private static byte[] newOrder(Command command, byte flags) {
        byte[] frame = new byte[NewOrderEncoder.FRAME_LENGTH];
        new NewOrderEncoder()
                .wrap(new UnsafeBuffer(frame), 0, flags, 0)
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
        return frame;
    }

    private static byte[] cancel(Command command, byte flags) {
        byte[] frame = new byte[CancelOrderEncoder.FRAME_LENGTH];
        new CancelOrderEncoder()
                .wrap(new UnsafeBuffer(frame), 0, flags, 0)
                .accountId(command.accountId)
                .instrumentId(command.instrumentId)
                .clientOrderId(
                        command.clientOrderId0, command.clientOrderId1, command.clientOrderId2)
                .origClientOrderId(
                        command.origClientOrderId0,
                        command.origClientOrderId1,
                        command.origClientOrderId2)
                .origOrderId(command.origOrderId);
        return frame;
    }

    private static byte[] replace(Command command, byte flags) {
        byte[] frame = new byte[ReplaceOrderEncoder.FRAME_LENGTH];
        new ReplaceOrderEncoder()
                .wrap(new UnsafeBuffer(frame), 0, flags, 0)
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
        return frame;
    }

    private static byte[] reduce(Command command, byte flags) {
        byte[] frame = new byte[ReduceOrderEncoder.FRAME_LENGTH];
        new ReduceOrderEncoder()
                .wrap(new UnsafeBuffer(frame), 0, flags, 0)
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
        return frame;
    }

    private static byte[] massCancel(Command command, byte flags) {
        byte[] frame = new byte[MassCancelEncoder.FRAME_LENGTH];
        new MassCancelEncoder()
                .wrap(new UnsafeBuffer(frame), 0, flags, 0)
                .accountId(command.accountId)
                .instrumentId(command.instrumentId)
                .clientOrderId(
                        command.clientOrderId0, command.clientOrderId1, command.clientOrderId2)
                .side(command.side);
        return frame;
    }
}
