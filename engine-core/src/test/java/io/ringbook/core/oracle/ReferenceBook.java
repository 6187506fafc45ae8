// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import java.util.ArrayList;
import java.util.List;

/** One instrument's resting orders in priority order, its phase and its prices. */
final class ReferenceBook {
    final Instrument instrument;
    Phase phase;
    long lastMatchNumber;

    /** 0 is none, for the three prices here and the two sequences. */
    long previousClose;

    long lastTradePrice;
    long lastTradeSequence;
    long lastTickPrice;
    long lastTickSequence;

    private final List<ReferenceOrder> bids = new ArrayList<>();
    private final List<ReferenceOrder> asks = new ArrayList<>();

    ReferenceBook(Instrument instrument) {
        this.instrument = instrument;
        this.phase = instrument.phase();
        this.previousClose = instrument.referencePrice();
    }

    /** The orders of one side, best price first, oldest first within a price. */
    List<ReferenceOrder> orders(Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** The order that trades next on this side, or null. */
    ReferenceOrder best(Side side) {
        return orders(side).isEmpty() ? null : orders(side).get(0);
    }

    /** Rule 1.3: at its price, behind everybody who is there. */
    void add(ReferenceOrder order) {
        List<ReferenceOrder> orders = orders(order.side);
        int place = orders.size();
        while (place > 0 && isBetter(order, orders.get(place - 1))) {
            place--;
        }
        orders.add(place, order);
    }

    void remove(ReferenceOrder order) {
        List<ReferenceOrder> orders = orders(order.side);
        for (int i = 0; i < orders.size(); i++) {
            if (orders.get(i).orderId == order.orderId) {
                orders.remove(i);
                return;
            }
        }
        throw new IllegalStateException("order " + order.orderId + " is not in the book");
    }

    private static boolean isBetter(ReferenceOrder order, ReferenceOrder than) {
        return order.side == Side.BUY ? order.price > than.price : order.price < than.price;
    }

    /** The reference price of rule 6.6; 0 is none. */
    long referencePrice() {
        if (lastTradeSequence == 0 && lastTickSequence == 0) {
            return previousClose;
        }
        return lastTradeSequence > lastTickSequence ? lastTradePrice : lastTickPrice;
    }

    /** What the end of the day does to prices. */
    void endDay() {
        if (lastTradeSequence != 0) {
            previousClose = lastTradePrice;
        }
        lastTradePrice = 0;
        lastTradeSequence = 0;
        lastTickPrice = 0;
        lastTickSequence = 0;
    }

    List<BookLine> lines() {
        List<BookLine> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            for (ReferenceOrder order : orders(side)) {
                lines.add(
                        new BookLine(
                                side,
                                order.price,
                                order.leaves,
                                order.cum,
                                order.prevented,
                                order.orderId,
                                order.clientOrderId.toString()));
            }
        }
        return lines;
    }
}
