// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.validate;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;

/**
 * Rule 6.5: the fields of an order by themselves. Characteristics first, then quantity, price,
 * expiry. Notes ticks and lots in the admission on the way. Stateless.
 */
final class OrderFields {
    private static final int KNOWN_EXEC_INST = Command.POST_ONLY | Command.PERSIST;

    /** The first fault, or null. */
    RejectReason check(Command command, Instrument instrument, Admission admission) {
        return switch (command.kind) {
            case NEW_ORDER -> checkNew(command, instrument, admission);
            case REPLACE_ORDER -> checkReplace(command, instrument, admission);
            case REDUCE_ORDER -> checkReduce(command, instrument, admission);
            default -> null;
        };
    }

    private static RejectReason checkNew(
            Command command, Instrument instrument, Admission admission) {
        if (!isSupported(command)) {
            return RejectReason.UNSUPPORTED_CHARACTERISTIC;
        }
        RejectReason reason = checkQuantity(command, instrument, admission);
        if (reason == null && command.type == OrderType.LIMIT.code()) {
            reason = checkPrice(command, instrument, admission);
        }
        if (reason == null
                && command.tif == TimeInForce.GTD.code()
                && command.expireNs <= command.timeNs) {
            reason = RejectReason.EXPIRED;
        }
        admission.minQuantity = command.minQuantity / instrument.lotSize();
        return reason;
    }

    private static RejectReason checkReplace(
            Command command, Instrument instrument, Admission admission) {
        if (command.stopPrice != 0 || command.displayQuantity != 0) {
            return RejectReason.UNSUPPORTED_CHARACTERISTIC;
        }
        RejectReason reason = checkQuantity(command, instrument, admission);
        if (reason == null) {
            reason = checkPrice(command, instrument, admission);
        }
        if (reason == null && command.expireNs != 0 && command.expireNs <= command.timeNs) {
            reason = RejectReason.EXPIRED;
        }
        return reason;
    }

    private static RejectReason checkReduce(
            Command command, Instrument instrument, Admission admission) {
        if (command.quantity <= 0) {
            return RejectReason.QUANTITY_NOT_POSITIVE;
        }
        if (command.quantity % instrument.lotSize() != 0) {
            return RejectReason.QUANTITY_LOT;
        }
        admission.quantity = command.quantity / instrument.lotSize();
        return null;
    }

    /** Rules 2.1, 2.5 to 2.7 and 4.1: codes that are known and go together. */
    private static boolean isSupported(Command command) {
        OrderType type = OrderType.of(command.type);
        TimeInForce tif = TimeInForce.of(command.tif);
        if (Side.of(command.side) == null || type == null || tif == null) {
            return false;
        }
        boolean postOnly = (command.execInst & Command.POST_ONLY) != 0;
        boolean immediate = tif == TimeInForce.IOC || tif == TimeInForce.FOK;
        if ((command.execInst & ~KNOWN_EXEC_INST) != 0 || command.stopPrice != 0) {
            return false;
        }
        if ((postOnly && (immediate || type == OrderType.MARKET)) || command.displayQuantity != 0) {
            return false;
        }
        if (type == OrderType.MARKET
                && (command.price != 0 || tif == TimeInForce.GTC || tif == TimeInForce.GTD)) {
            return false;
        }
        if ((tif == TimeInForce.GTD) != (command.expireNs != 0)) {
            return false;
        }
        return isStpSupported(command) && isMinQuantitySupported(command, tif);
    }

    private static boolean isStpSupported(Command command) {
        return command.stpGroup == 0 ? command.stpMode == 0 : StpMode.of(command.stpMode) != null;
    }

    private static boolean isMinQuantitySupported(Command command, TimeInForce tif) {
        return command.minQuantity == 0
                || (tif == TimeInForce.IOC
                        && command.minQuantity > 0
                        && command.minQuantity <= command.quantity);
    }

    private static RejectReason checkQuantity(
            Command command, Instrument instrument, Admission admission) {
        long quantity = command.quantity;
        if (quantity <= 0) {
            return RejectReason.QUANTITY_NOT_POSITIVE;
        }
        long lots = quantity / instrument.lotSize();
        if (lots * instrument.lotSize() != quantity
                || command.minQuantity % instrument.lotSize() != 0) {
            return RejectReason.QUANTITY_LOT;
        }
        if (quantity < instrument.minQuantity()
                || (instrument.maxQuantity() != 0 && quantity > instrument.maxQuantity())) {
            return RejectReason.QUANTITY_LIMIT;
        }
        admission.quantity = lots;
        return null;
    }

    private static RejectReason checkPrice(
            Command command, Instrument instrument, Admission admission) {
        if (command.price <= 0) {
            return RejectReason.PRICE_NOT_POSITIVE;
        }
        long ticks = command.price / instrument.tickSize();
        if (ticks * instrument.tickSize() != command.price) {
            return RejectReason.PRICE_TICK;
        }
        admission.limitPrice = ticks;
        return null;
    }
}
