// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;

/** An accepted order, live or finished today. */
final class ReferenceOrder {
    final long orderId;
    final int instrumentId;
    final Account account;
    final Side side;
    final OrderType type;
    final TimeInForce tif;
    final boolean postOnly;
    final int stpGroup;
    final StpMode stpMode;
    final long minQuantity;

    int sessionId;
    ClientId clientOrderId;
    long price;
    long orderQuantity;
    long leaves;
    long cum;
    long prevented;
    long expireNs;

    boolean live = true;

    /** Stays when its session is cut off. */
    final boolean persistent;

    ReferenceOrder(Command command, Account account) {
        this.orderId = command.sequence;
        this.instrumentId = command.instrumentId;
        this.account = account;
        this.side = Side.of(command.side);
        this.type = OrderType.of(command.type);
        this.tif = TimeInForce.of(command.tif);
        this.postOnly = (command.execInst & Command.POST_ONLY) != 0;
        this.persistent = (command.execInst & Command.PERSIST) != 0;
        this.stpGroup = command.stpGroup;
        this.stpMode = StpMode.of(command.stpMode);
        this.minQuantity = command.minQuantity;
        this.sessionId = command.sessionId;
        this.clientOrderId = ClientId.of(command);
        this.price = command.price;
        this.orderQuantity = command.quantity;
        this.leaves = command.quantity;
        this.expireNs = command.expireNs;
    }

    /** True if the order would trade at this price of the other side, collar aside. */
    boolean accepts(long oppositePrice) {
        if (type == OrderType.MARKET) {
            return true;
        }
        return side == Side.BUY ? oppositePrice <= price : oppositePrice >= price;
    }

    /** Rule 4.1: the two must not trade with each other. */
    boolean isOwn(ReferenceOrder other) {
        return stpGroup != 0
                && stpGroup == other.stpGroup
                && account.firmId() == other.account.firmId();
    }

    boolean mustFillWhole() {
        return tif == TimeInForce.FOK || minQuantity == orderQuantity;
    }

    boolean mayRest() {
        return type == OrderType.LIMIT && tif != TimeInForce.IOC && tif != TimeInForce.FOK;
    }
}
