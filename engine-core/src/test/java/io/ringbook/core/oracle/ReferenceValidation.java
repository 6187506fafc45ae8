// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.OrderType;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.StpMode;
import io.ringbook.core.order.TimeInForce;

/** Rules 6.3 to 6.5: what can be said about a command without its book. Null means passed. */
final class ReferenceValidation {
    private final ReferenceState state;

    ReferenceValidation(ReferenceState state) {
        this.state = state;
    }

    RejectReason check(Command command) {
        ReferenceBook book = state.books.get(command.instrumentId);
        if (book == null) {
            return RejectReason.UNKNOWN_SYMBOL;
        }
        Account account = state.accounts.get(command.accountId);
        int firmId = state.sessions.get(command.sessionId).definition.firmId();
        if (account == null || account.firmId() != firmId) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        RejectReason phase = checkPhase(command.kind, book.phase);
        if (phase != null) {
            return phase;
        }
        return switch (command.kind) {
            case NEW_ORDER -> checkNew(command, book.instrument);
            case REPLACE_ORDER -> checkReplace(command, book.instrument);
            case REDUCE_ORDER -> checkLots(command, book.instrument);
            default -> null;
        };
    }

    private static RejectReason checkPhase(CommandKind kind, Phase phase) {
        if (phase == Phase.CLOSED) {
            return RejectReason.EXCHANGE_CLOSED;
        }
        boolean needsTrading = kind == CommandKind.NEW_ORDER || kind == CommandKind.REPLACE_ORDER;
        return phase == Phase.HALTED && needsTrading ? RejectReason.HALTED : null;
    }

    private static RejectReason checkNew(Command command, Instrument instrument) {
        if (!isSupported(command)) {
            return RejectReason.UNSUPPORTED_CHARACTERISTIC;
        }
        RejectReason quantity = checkQuantity(command, instrument);
        if (quantity != null) {
            return quantity;
        }
        if (OrderType.of(command.type) == OrderType.LIMIT) {
            RejectReason price = checkPrice(command, instrument);
            if (price != null) {
                return price;
            }
        }
        return checkExpiry(command);
    }

    private static boolean isSupported(Command command) {
        return knowsCodes(command)
                && command.stopPrice == 0
                && command.displayQuantity == 0
                && isStpSupported(command)
                && isTypeSupported(command)
                && isMinQuantitySupported(command)
                && (TimeInForce.of(command.tif) == TimeInForce.GTD) == (command.expireNs != 0);
    }

    private static boolean knowsCodes(Command command) {
        return Side.of(command.side) != null
                && OrderType.of(command.type) != null
                && TimeInForce.of(command.tif) != null
                && (command.execInst & ~(Command.POST_ONLY | Command.PERSIST)) == 0;
    }

    private static boolean isStpSupported(Command command) {
        return command.stpGroup == 0 ? command.stpMode == 0 : StpMode.of(command.stpMode) != null;
    }

    /** Rule 2.6. */
    private static boolean isTypeSupported(Command command) {
        TimeInForce tif = TimeInForce.of(command.tif);
        boolean postOnly = (command.execInst & Command.POST_ONLY) != 0;
        if (OrderType.of(command.type) == OrderType.MARKET) {
            return !postOnly
                    && tif != TimeInForce.GTC
                    && tif != TimeInForce.GTD
                    && command.price == 0;
        }
        return !postOnly || (tif != TimeInForce.IOC && tif != TimeInForce.FOK);
    }

    private static boolean isMinQuantitySupported(Command command) {
        if (command.minQuantity == 0) {
            return true;
        }
        return TimeInForce.of(command.tif) == TimeInForce.IOC
                && command.minQuantity > 0
                && command.minQuantity <= command.quantity;
    }

    private static RejectReason checkReplace(Command command, Instrument instrument) {
        if (command.stopPrice != 0 || command.displayQuantity != 0) {
            return RejectReason.UNSUPPORTED_CHARACTERISTIC;
        }
        RejectReason quantity = checkQuantity(command, instrument);
        if (quantity != null) {
            return quantity;
        }
        RejectReason price = checkPrice(command, instrument);
        return price != null ? price : checkExpiry(command);
    }

    private static RejectReason checkQuantity(Command command, Instrument instrument) {
        RejectReason lots = checkLots(command, instrument);
        if (lots != null) {
            return lots;
        }
        if (command.minQuantity % instrument.lotSize() != 0) {
            return RejectReason.QUANTITY_LOT;
        }
        boolean tooSmall =
                instrument.minQuantity() != 0 && command.quantity < instrument.minQuantity();
        boolean tooLarge =
                instrument.maxQuantity() != 0 && command.quantity > instrument.maxQuantity();
        return tooSmall || tooLarge ? RejectReason.QUANTITY_LIMIT : null;
    }

    private static RejectReason checkLots(Command command, Instrument instrument) {
        if (command.quantity <= 0) {
            return RejectReason.QUANTITY_NOT_POSITIVE;
        }
        return command.quantity % instrument.lotSize() != 0 ? RejectReason.QUANTITY_LOT : null;
    }

    private static RejectReason checkPrice(Command command, Instrument instrument) {
        if (command.price <= 0) {
            return RejectReason.PRICE_NOT_POSITIVE;
        }
        return command.price % instrument.tickSize() != 0 ? RejectReason.PRICE_TICK : null;
    }

    private static RejectReason checkExpiry(Command command) {
        return command.expireNs != 0 && command.expireNs <= command.timeNs
                ? RejectReason.EXPIRED
                : null;
    }
}
