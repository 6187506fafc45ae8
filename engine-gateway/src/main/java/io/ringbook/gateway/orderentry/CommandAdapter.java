// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.orderentry;

import io.ringbook.codec.frame.FrameDescriptor;
import io.ringbook.codec.orderentry.CancelOrderDecoder;
import io.ringbook.codec.orderentry.MassCancelDecoder;
import io.ringbook.codec.orderentry.MessageType;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.OrderEntrySchema;
import io.ringbook.codec.orderentry.ReduceOrderDecoder;
import io.ringbook.codec.orderentry.ReplaceOrderDecoder;
import io.ringbook.codec.verify.FrameVerifier;
import io.ringbook.codec.verify.Verdict;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import org.agrona.DirectBuffer;

/**
 * Turns a frame that a client sent into a command: verified first, then read field by field at
 * fixed offsets. One thread, the connection's; allocates nothing.
 */
public final class CommandAdapter {
    private final FrameVerifier verifier = OrderEntrySchema.clientFrameVerifier();
    private final NewOrderDecoder newOrder = new NewOrderDecoder();
    private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
    private final ReplaceOrderDecoder replaceOrder = new ReplaceOrderDecoder();
    private final ReduceOrderDecoder reduceOrder = new ReduceOrderDecoder();
    private final MassCancelDecoder massCancel = new MassCancelDecoder();

    /**
     * Reads one frame.
     *
     * @param sessionId of the connection
     * @param command filled in if the verdict is OK; its kind stays null for a message that is not
     *     a command
     */
    public Verdict adapt(
            DirectBuffer buffer, int offset, int length, int sessionId, Command command) {
        Verdict verdict = verifier.verify(buffer, offset, length);
        if (verdict != Verdict.OK) {
            return verdict;
        }
        command.reset();
        command.sessionId = sessionId;
        command.possResend =
                (FrameDescriptor.flags(buffer, offset) & FrameDescriptor.POSS_RESEND_FLAG) != 0;
        int body = verifier.fieldOffset(OrderEntrySchema.BODY);
        switch (FrameDescriptor.type(buffer, offset)) {
            case MessageType.NEW_ORDER -> enter(newOrder.wrap(buffer, body), command);
            case MessageType.CANCEL_ORDER -> cancel(cancelOrder.wrap(buffer, body), command);
            case MessageType.REPLACE_ORDER -> replace(replaceOrder.wrap(buffer, body), command);
            case MessageType.REDUCE_ORDER -> reduce(reduceOrder.wrap(buffer, body), command);
            case MessageType.MASS_CANCEL -> massCancel(massCancel.wrap(buffer, body), command);
            default -> {}
        }
        return Verdict.OK;
    }

    private static void enter(NewOrderDecoder from, Command command) {
        command.kind = CommandKind.NEW_ORDER;
        command.accountId = from.accountId();
        command.instrumentId = from.instrumentId();
        command.clientOrderId0 = from.clientOrderIdWord0();
        command.clientOrderId1 = from.clientOrderIdWord1();
        command.clientOrderId2 = from.clientOrderIdWord2();
        command.side = from.side();
        command.type = from.type();
        command.tif = from.tif();
        command.execInst = from.execInst();
        command.stpMode = from.stpMode();
        command.stpGroup = from.stpGroup();
        command.quantity = from.quantity();
        command.price = from.price();
        command.stopPrice = from.stopPrice();
        command.displayQuantity = from.displayQuantity();
        command.minQuantity = from.minQuantity();
        command.expireNs = from.expireNs();
    }

    private static void cancel(CancelOrderDecoder from, Command command) {
        command.kind = CommandKind.CANCEL_ORDER;
        command.accountId = from.accountId();
        command.instrumentId = from.instrumentId();
        command.clientOrderId0 = from.clientOrderIdWord0();
        command.clientOrderId1 = from.clientOrderIdWord1();
        command.clientOrderId2 = from.clientOrderIdWord2();
        command.origClientOrderId0 = from.origClientOrderIdWord0();
        command.origClientOrderId1 = from.origClientOrderIdWord1();
        command.origClientOrderId2 = from.origClientOrderIdWord2();
        command.origOrderId = from.origOrderId();
    }

    private static void replace(ReplaceOrderDecoder from, Command command) {
        command.kind = CommandKind.REPLACE_ORDER;
        command.accountId = from.accountId();
        command.instrumentId = from.instrumentId();
        command.clientOrderId0 = from.clientOrderIdWord0();
        command.clientOrderId1 = from.clientOrderIdWord1();
        command.clientOrderId2 = from.clientOrderIdWord2();
        command.origClientOrderId0 = from.origClientOrderIdWord0();
        command.origClientOrderId1 = from.origClientOrderIdWord1();
        command.origClientOrderId2 = from.origClientOrderIdWord2();
        command.origOrderId = from.origOrderId();
        command.quantity = from.quantity();
        command.price = from.price();
        command.stopPrice = from.stopPrice();
        command.displayQuantity = from.displayQuantity();
        command.expireNs = from.expireNs();
    }

    private static void reduce(ReduceOrderDecoder from, Command command) {
        command.kind = CommandKind.REDUCE_ORDER;
        command.accountId = from.accountId();
        command.instrumentId = from.instrumentId();
        command.clientOrderId0 = from.clientOrderIdWord0();
        command.clientOrderId1 = from.clientOrderIdWord1();
        command.clientOrderId2 = from.clientOrderIdWord2();
        command.origClientOrderId0 = from.origClientOrderIdWord0();
        command.origClientOrderId1 = from.origClientOrderIdWord1();
        command.origClientOrderId2 = from.origClientOrderIdWord2();
        command.origOrderId = from.origOrderId();
        command.quantity = from.quantity();
    }

    private static void massCancel(MassCancelDecoder from, Command command) {
        command.kind = CommandKind.MASS_CANCEL;
        command.accountId = from.accountId();
        command.instrumentId = from.instrumentId();
        command.clientOrderId0 = from.clientOrderIdWord0();
        command.clientOrderId1 = from.clientOrderIdWord1();
        command.clientOrderId2 = from.clientOrderIdWord2();
        command.side = from.side();
    }
}
