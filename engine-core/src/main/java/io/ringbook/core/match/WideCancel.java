// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.Orders;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Directory;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;

/**
 * One shard's part in a {@link WideOperation}: finds the orders that are meant, then takes those
 * out that the record has room for, in entry order (rules 2.2, 2.8, 3.8). Owned by one match shard.
 */
final class WideCancel {
    private final Directory directory;
    private final Markets markets;
    private final LiveOrders live;
    private final Orders orders;
    private final OrderDetails details;
    private final Reports reports;
    private final OrderIds candidates = new OrderIds();

    WideCancel(Directory directory, Markets markets, LiveOrders live, Reports reports) {
        this.directory = directory;
        this.markets = markets;
        this.live = live;
        this.orders = live.orders();
        this.details = live.details();
        this.reports = reports;
    }

    /** This shard's orders that are still to go, in entry order. */
    OrderIds collect(WideOperation operation) {
        candidates.clear();
        switch (operation.kind) {
            case MASS_CANCEL, DISCONNECT -> collectCancels(operation);
            case TIME -> live.byExpiry().collectDue(operation.timeNs, candidates);
            case END_OF_DAY -> {
                for (int id = 1; id <= directory.accountCount(); id++) {
                    collectDayOrders(live.byAccount().first(id));
                }
            }
            default -> throw new IllegalStateException(operation.kind + " is not wide");
        }
        candidates.sort();
        return candidates;
    }

    /**
     * Takes out the collected orders up to and including {@code lastOrderId}.
     *
     * @return how many went
     */
    int apply(WideOperation operation, long lastOrderId) {
        int gone = 0;
        for (int i = 0; i < candidates.count() && candidates.get(i) <= lastOrderId; i++) {
            int order = live.find(candidates.get(i));
            Market market = markets.get(orders.instrumentId(order));
            market.book.remove(order);
            report(operation, order, market);
            live.leave(order);
            gone++;
        }
        return gone;
    }

    private void report(WideOperation operation, int order, Market market) {
        switch (operation.kind) {
            case MASS_CANCEL ->
                    reports.canceled(
                            order,
                            market.instrument,
                            CancelReason.MASS_CANCEL,
                            orders.leavesQuantity(order));
            case DISCONNECT ->
                    reports.canceled(
                            order,
                            market.instrument,
                            CancelReason.DISCONNECT,
                            orders.leavesQuantity(order));
            default -> reports.expired(order, market.instrument);
        }
    }

    private void collectDayOrders(int oldest) {
        for (int order = oldest; order != Orders.NONE; order = live.byAccount().next(order)) {
            if (orders.timeInForce(order) == TimeInForce.DAY) {
                candidates.add(orders.orderId(order));
            }
        }
    }

    private void collectCancels(WideOperation operation) {
        boolean known =
                (operation.instrumentId == 0
                                || directory.instrument(operation.instrumentId) != null)
                        && (operation.side == 0 || Side.of(operation.side) != null);
        if (!known) {
            return;
        }
        if (operation.accountId != 0) {
            collectAccount(operation, directory.account(operation.accountId));
            return;
        }
        for (int id = 1; id <= directory.accountCount(); id++) {
            collectAccount(operation, directory.account(id));
        }
    }

    private void collectAccount(WideOperation operation, Account account) {
        if (account == null || account.firmId() != operation.firmId) {
            return;
        }
        int order = live.byAccount().first(account.accountId());
        while (order != Orders.NONE && orders.orderId(order) < operation.originSequence) {
            if (isMeant(operation, order)) {
                candidates.add(orders.orderId(order));
            }
            order = live.byAccount().next(order);
        }
    }

    private boolean isMeant(WideOperation operation, int order) {
        if (operation.kind == CommandKind.DISCONNECT) {
            return details.sessionId(order) == operation.sessionId && !orders.isPersistent(order);
        }
        return (operation.instrumentId == 0 || orders.instrumentId(order) == operation.instrumentId)
                && (operation.side == 0 || orders.side(order).code() == operation.side);
    }
}
