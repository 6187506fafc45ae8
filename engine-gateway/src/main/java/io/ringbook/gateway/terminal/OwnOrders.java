// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.terminal;

import io.ringbook.gateway.client.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The open orders of the session and its last trades, made of its reports; the replay of a login
 * makes them whole. Any thread.
 */
final class OwnOrders {
    private static final int TRADE_LIMIT = 100;

    private final Map<String, OwnOrder> openById = new LinkedHashMap<>();
    private final Deque<String> trades = new ArrayDeque<>();

    /** Takes what a report tells. */
    synchronized void onReport(Report report) {
        switch (report.kind()) {
            case ACCEPTED -> put(report, report.priceText());
            case REPLACED -> {
                openById.remove(report.origClientOrderId());
                put(report, report.priceText());
            }
            case EXECUTED -> {
                if (trades.size() == TRADE_LIMIT) {
                    trades.removeFirst();
                }
                trades.addLast(ReportText.of(report));
                change(report, report.clientOrderId());
            }
            case REDUCED -> {
                OwnOrder before = openById.remove(report.origClientOrderId());
                before = before == null ? openById.get(report.clientOrderId()) : before;
                put(report, before == null ? report.priceText() : before.price());
            }
            case RESTATED -> change(report, report.clientOrderId());
            case CANCELED, EXPIRED -> {
                openById.remove(report.clientOrderId());
                openById.remove(report.origClientOrderId());
            }
            case REJECTED, CANCEL_REJECTED, REPLACE_REJECTED, MASS_CANCELED -> {}
        }
    }

    /** A new day begins: what is still open is told by nobody again. */
    synchronized void onDayOver() {
        trades.clear();
    }

    /** The open order with this id, or null. */
    synchronized OwnOrder open(String id) {
        return openById.get(id);
    }

    /** Open orders, the oldest first. */
    synchronized List<OwnOrder> open() {
        return new ArrayList<>(openById.values());
    }

    /** The last trades of the day, the oldest first. */
    synchronized List<String> trades() {
        return new ArrayList<>(trades);
    }

    private void change(Report report, String id) {
        OwnOrder before = openById.get(id);
        if (before != null) {
            put(report, before.price());
        }
    }

    private void put(Report report, String price) {
        if (report.leavesQuantity() == 0) {
            openById.remove(report.clientOrderId());
            return;
        }
        openById.put(
                report.clientOrderId(),
                new OwnOrder(
                        report.clientOrderId(),
                        report.symbol(),
                        report.side(),
                        price,
                        report.quantityText(report.leavesQuantity()),
                        report.quantityText(report.cumQuantity())));
    }
}
