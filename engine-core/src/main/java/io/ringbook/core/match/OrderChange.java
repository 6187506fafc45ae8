// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Order;
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
    private final AnsweredIds ids;
    private final Reports reports;
    private final Sweep sweep;

    /** Our id of a target that was looked up and has finished; 0 if it is unknown. */
    private long finishedTarget;

    OrderChange(
            Directory directory, LiveOrders live, AnsweredIds ids, Reports reports, Sweep sweep) {
        this.directory = directory;
        this.live = live;
        this.ids = ids;
        this.reports = reports;
        this.sweep = sweep;
    }

    /** Cancels its target. */
    void cancel(Market market, Command command) {
        Order order = target(command);
        if (order == null) {
            refuseTarget(command, market);
        } else {
            end(market, command, order, CancelReason.USER);
        }
    }

    /** Takes lots off its target, which keeps its place (rule 3.6). */
    void reduce(Market market, Command command, Admission admission) {
        Order order = target(command);
        if (order == null) {
            refuseTarget(command, market);
        } else if (admission.quantity >= order.leavesQuantity) {
            end(market, command, order, CancelReason.USER);
        } else {
            order.orderQuantity -= admission.quantity;
            market.book.changeLeaves(order, order.leavesQuantity - admission.quantity);
            answerChanged(
                    command, order, reports.reduced(order, market.instrument, admission.quantity));
        }
    }

    /** Gives its target a new total quantity, price or expiry (rules 3.1 to 3.5). */
    void replace(Market market, Command command, Admission admission) {
        Order order = target(command);
        if (order == null) {
            refuseTarget(command, market);
            return;
        }
        long leaves = admission.quantity - order.cumQuantity - order.preventedQuantity;
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
        refuse(command, reason, null, null);
    }

    /** Rule 3.5: by the session's own client order id, or by our id within the firm. */
    private Order target(Command command) {
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
        Order order = live.find(orderId);
        finishedTarget = 0;
        if (order == null) {
            if (live.isFinished(orderId, firmId, command.instrumentId)) {
                finishedTarget = orderId;
            }
            return null;
        }
        return order.firmId == firmId && order.instrumentId == command.instrumentId ? order : null;
    }

    private void refuseTarget(Command command, Market market) {
        refuse(
                command,
                finishedTarget != 0 ? RejectReason.TOO_LATE_TO_CANCEL : RejectReason.UNKNOWN_ORDER,
                null,
                market.instrument);
    }

    private void refuse(Command command, RejectReason reason, Order order, Instrument instrument) {
        OrderEvent answer = reports.refused(command, reason, order, instrument, finishedTarget);
        if (command.hasClientOrderId() && OrderEntry.usesId(reason)) {
            ids.answered(command, answer);
        }
    }

    private static RejectReason admit(
            Market market, Command command, Admission admission, Order order, long leaves) {
        if (command.expireNs != 0 && order.expireNs == 0) {
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
                && order.postOnly
                && OrderEntry.wouldTake(market, order.side, admission.limitPrice)) {
            return RejectReason.POST_ONLY_WOULD_TAKE;
        }
        return null;
    }

    private void end(Market market, Command command, Order order, CancelReason reason) {
        market.book.remove(order);
        OrderEvent answer = reports.canceledBy(command, order, market.instrument, reason);
        if (command.hasClientOrderId()) {
            ids.answered(command, answer);
        }
        live.leave(order);
    }

    private void change(
            Market market, Command command, Admission admission, Order order, long leaves) {
        boolean priorityKept =
                admission.limitPrice == order.limitPrice
                        && admission.quantity <= order.orderQuantity;
        order.orderQuantity = admission.quantity;
        if (command.expireNs != 0) {
            live.changeExpiry(order, command.expireNs);
        }
        if (priorityKept) {
            market.book.changeLeaves(order, leaves);
            answerChanged(command, order, reports.replaced(order, market.instrument, true));
            return;
        }
        market.book.remove(order);
        order.limitPrice = admission.limitPrice;
        order.leavesQuantity = leaves;
        answerChanged(command, order, reports.replaced(order, market.instrument, false));
        CancelReason cancel = sweep.run(market, order, order.limitPrice);
        if (cancel != null) {
            reports.canceled(order, market.instrument, cancel, order.leavesQuantity);
            live.leave(order);
        } else if (order.leavesQuantity > 0) {
            market.book.add(order);
        } else {
            live.leave(order);
        }
    }

    /** Moves the chain of client order ids on, if the command has an id, and answers. */
    private void answerChanged(Command command, Order order, OrderEvent answer) {
        answer.origClientOrderId0 = order.clientOrderId0;
        answer.origClientOrderId1 = order.clientOrderId1;
        answer.origClientOrderId2 = order.clientOrderId2;
        if (command.hasClientOrderId()) {
            ids.supersede(
                    order.sessionId,
                    order.clientOrderId0,
                    order.clientOrderId1,
                    order.clientOrderId2);
            order.sessionId = command.sessionId;
            order.clientOrderId0 = command.clientOrderId0;
            order.clientOrderId1 = command.clientOrderId1;
            order.clientOrderId2 = command.clientOrderId2;
            answer.sessionId = command.sessionId;
            answer.clientOrderId0 = command.clientOrderId0;
            answer.clientOrderId1 = command.clientOrderId1;
            answer.clientOrderId2 = command.clientOrderId2;
            ids.answered(command, answer);
        }
        reports.emit(answer);
    }
}
