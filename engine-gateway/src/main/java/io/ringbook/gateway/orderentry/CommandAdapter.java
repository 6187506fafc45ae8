// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.orderentry;

import io.ringbook.codec.orderentry.CancelOrderDecoder;
import io.ringbook.codec.orderentry.MassCancelDecoder;
import io.ringbook.codec.orderentry.NewOrderDecoder;
import io.ringbook.codec.orderentry.ReduceOrderDecoder;
import io.ringbook.codec.orderentry.ReplaceOrderDecoder;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;

/**
 * Turns what a client sent, verified, into a command: field by field at fixed offsets. Sets all but
 * session, client sequence and possResend, which belong to the connection. Stateless; allocates
 * nothing.
 */
public final class CommandAdapter {
    private CommandAdapter() {}

    /** A new order. */
    public static void adapt(NewOrderDecoder from, Command command) {
        command.reset();
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

    /** A cancel. */
    public static void adapt(CancelOrderDecoder from, Command command) {
        command.reset();
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

    /** A replace. */
    public static void adapt(ReplaceOrderDecoder from, Command command) {
        command.reset();
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

    /** A reduce. */
    public static void adapt(ReduceOrderDecoder from, Command command) {
        command.reset();
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

    /** A mass cancel. */
    public static void adapt(MassCancelDecoder from, Command command) {
        command.reset();
        command.kind = CommandKind.MASS_CANCEL;
        command.accountId = from.accountId();
        command.instrumentId = from.instrumentId();
        command.clientOrderId0 = from.clientOrderIdWord0();
        command.clientOrderId1 = from.clientOrderIdWord1();
        command.clientOrderId2 = from.clientOrderIdWord2();
        command.side = from.side();
    }
}
