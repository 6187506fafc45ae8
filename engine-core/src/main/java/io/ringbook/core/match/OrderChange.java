// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Orders;
import io.ringbook.core.instrument.Directory;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.validate.Admission;

/**
 * Cancel, replace and reduce (rule 3). A refused one leaves its target untouched (rule 3.4). Owned
 * by one match shard.
 */
final class OrderChange {
    private final Directory directory;
    private final LiveOrders live;
    private final Orders orders;
    private final OrderDetails details;
    private final AnsweredIds ids;
    private final Reports reports;
    private final Trading trading;

    /** Our id of a target that was looked up and has finished; 0 if it is unknown. */
    private long finishedTarget;

    OrderChange(
            Directory directory,
            LiveOrders live,
            AnsweredIds ids,
            Reports reports,
            Trading trading) {
        this.directory = directory;
        this.live = live;
        this.orders = live.orders();
        this.details = live.details();
        this.ids = ids;
        this.reports = reports;
        this.trading = trading;
    }

    /** Cancels its target. */
    void cancel(Market market, Command command) {
        int order = target(command);
        if (order == Orders.NONE) {
            refuseTarget(command, market);
        } else {
            end(market, command, order, CancelReason.USER);
        }
    }

    /** Takes lots off its target, which keeps its place (rule 3.6). */
    void reduce(Market market, Command command, Admission admission) {
        int order = target(command);
        if (order == Orders.NONE) {
            refuseTarget(command, market);
        } else if (admission.quantity >= orders.leavesQuantity(order)) {
            end(market, command, order, CancelReason.USER);
        } else {
            details.setOrderQuantity(order, details.orderQuantity(order) - admission.quantity);
            market.book.changeLeaves(order, orders.leavesQuantity(order) - admission.quantity);
            answerChanged(
                    command, order, reports.reduced(order, market.instrument, admission.quantity));
        }
    }

    /** Gives its target a new total quantity, price or expiry (rules 3.1 to 3.5). */
    void replace(Market market, Command command, Admission admission) {
        int order = target(command);
        if (order == Orders.NONE) {
            refuseTarget(command, market);
            return;
        }
        long leaves =
                admission.quantity - details.cumQuantity(order) - details.preventedQuantity(order);
        RejectReason reason = admit(market, command, admission, order, leaves);
        if (reason != null) {
            refuse(command, reason, order, market.instrument);
        } else if (leaves <= 0) {
            end(market, command, order, CancelReason.REPLACED_BELOW_FILLED);
        } else {
            change(market, command, admission, order, leaves);
        }
    }

    /** Refuses a cancel, replace or reduce whose target was not looked at. */
    void refuse(Command command, RejectReason reason) {
        finishedTarget = 0;
        refuse(command, reason, Orders.NONE, null);
    }

    /** Rule 3.5: by the session's own client order id, or by our id within the firm. */
    private int target(Command command) {
        long orderId = command.origOrderId;
        if (command.hasOrigClientOrderId()) {
            int position =
                    ids.find(
                            command.sessionId,
                            command.origClientOrderId0,
                            command.origClientOrderId1,
                            command.origClientOrderId2);
            orderId = position < 0 ? 0 : ids.namedOrder(position);
        }
        int firmId = directory.account(command.accountId).firmId();
        int order = live.find(orderId);
        finishedTarget = 0;
        if (order == Orders.NONE) {
            if (live.finished().contains(orderId, firmId, command.instrumentId)) {
                finishedTarget = orderId;
            }
            return Orders.NONE;
        }
        return live.firmId(order) == firmId && orders.instrumentId(order) == command.instrumentId
                ? order
                : Orders.NONE;
    }

    private void refuseTarget(Command command, Market market) {
        refuse(
                command,
                finishedTarget != 0 ? RejectReason.TOO_LATE_TO_CANCEL : RejectReason.UNKNOWN_ORDER,
                Orders.NONE,
                market.instrument);
    }

    private void refuse(Command command, RejectReason reason, int order, Instrument instrument) {
        OrderEvent answer = reports.refused(command, reason, order, instrument, finishedTarget);
        if (command.hasClientOrderId() && OrderEntry.usesId(reason)) {
            ids.answered(command, answer);
        }
    }

    private RejectReason admit(
            Market market, Command command, Admission admission, int order, long leaves) {
        if (command.expireNs != 0 && details.expireNs(order) == 0) {
            return RejectReason.UNSUPPORTED_CHARACTERISTIC;
        }
        if (!market.isInBand(admission.limitPrice)) {
            return RejectReason.PRICE_BAND;
        }
        if (OrderEntry.isNotionalExceeded(
                market.instrument, admission.limitPrice, command.quantity)) {
            return RejectReason.NOTIONAL_LIMIT;
        }
        if (leaves > 0
                && orders.isPostOnly(order)
                && OrderEntry.wouldTake(market, orders.side(order), admission.limitPrice)) {
            return RejectReason.POST_ONLY_WOULD_TAKE;
        }
        return null;
    }

    private void end(Market market, Command command, int order, CancelReason reason) {
        market.book.remove(order);
        OrderEvent answer = reports.canceledBy(command, order, market.instrument, reason);
        if (command.hasClientOrderId()) {
            ids.answered(command, answer);
        }
        live.leave(order);
    }

    private void change(
            Market market, Command command, Admission admission, int order, long leaves) {
        boolean priorityKept =
                admission.limitPrice == details.limitPrice(order)
                        && admission.quantity <= details.orderQuantity(order);
        details.setOrderQuantity(order, admission.quantity);
        if (command.expireNs != 0) {
            live.changeExpiry(order, command.expireNs);
        }
        if (priorityKept) {
            market.book.changeLeaves(order, leaves);
            answerChanged(command, order, reports.replaced(order, market.instrument, true));
            return;
        }
        market.book.remove(order);
        details.setLimitPrice(order, admission.limitPrice);
        orders.setLeavesQuantity(order, leaves);
        answerChanged(command, order, reports.replaced(order, market.instrument, false));
        switch (trading.in(market).reenter(market.book, order, admission.limitPrice)) {
            case RESTING -> {}
            case FILLED -> live.leave(order);
            case NO_ROOM -> cancel(market, order, CancelReason.SWEEP_LIMIT);
            case SELF_TRADE -> cancel(market, order, CancelReason.SELF_TRADE);
            default -> throw new IllegalStateException("a replaced order may rest");
        }
    }

    /** The leaves of an order that was replaced go; it is in no book. */
    private void cancel(Market market, int order, CancelReason reason) {
        reports.canceled(order, market.instrument, reason, orders.leavesQuantity(order));
        live.leave(order);
    }

    /** Moves the chain of client order ids on, if the command has an id, and answers. */
    private void answerChanged(Command command, int order, OrderEvent answer) {
        answer.origClientOrderId0 = details.clientOrderId0(order);
        answer.origClientOrderId1 = details.clientOrderId1(order);
        answer.origClientOrderId2 = details.clientOrderId2(order);
        if (command.hasClientOrderId()) {
            ids.supersede(
                    details.sessionId(order),
                    details.clientOrderId0(order),
                    details.clientOrderId1(order),
                    details.clientOrderId2(order));
            details.setClientOrderId(order, command);
            answer.sessionId = command.sessionId;
            answer.clientOrderId0 = command.clientOrderId0;
            answer.clientOrderId1 = command.clientOrderId1;
            answer.clientOrderId2 = command.clientOrderId2;
            ids.answered(command, answer);
        }
        reports.emit(answer);
    }
}
