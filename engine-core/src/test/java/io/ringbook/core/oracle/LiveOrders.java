// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.Command;
import io.ringbook.core.order.OrderEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What somebody who reads the events knows of the live orders, and of the last that ended. */
final class LiveOrders {
    private static final int ENDED_KEPT = 64;

    private final List<KnownOrder> live = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final List<KnownOrder> ended = new ArrayList<>();

    void observe(Command command, List<EventCopy> events) {
        for (EventCopy event : events) {
            if (!event.hasFlag(OrderEvent.REPEAT)) {
                observe(command, event);
            }
        }
    }

    private void observe(Command command, EventCopy event) {
        switch (event.kind()) {
            case ACCEPTED -> {
                places.put(event.orderId(), live.size());
                live.add(new KnownOrder(event, command.tif));
            }
            case EXECUTED, RESTATED -> {
                KnownOrder order = live.get(places.get(event.orderId()));
                order.leaves = event.leavesQuantity();
                order.cum = event.cumQuantity();
                if (order.leaves == 0) {
                    end(order);
                }
            }
            case REPLACED, REDUCED -> live.get(places.get(event.orderId())).change(event);
            case CANCELED, EXPIRED -> end(live.get(places.get(event.orderId())));
            default -> {} // says nothing of a live order
        }
    }

    private void end(KnownOrder order) {
        int place = places.remove(order.orderId);
        KnownOrder last = live.remove(live.size() - 1);
        if (last != order) {
            live.set(place, last);
            places.put(last.orderId, place);
        }
        if (ended.size() == ENDED_KEPT) {
            ended.remove(0);
        }
        ended.add(order);
    }

    int count() {
        return live.size();
    }

    /** A live order, or null if there is none. */
    KnownOrder any(SplittableRandom random) {
        return live.isEmpty() ? null : live.get(random.nextInt(live.size()));
    }

    /** One of the orders that ended last, or null. */
    KnownOrder anyEnded(SplittableRandom random) {
        return ended.isEmpty() ? null : ended.get(random.nextInt(ended.size()));
    }

    /** A live order as its events tell it. */
    static final class KnownOrder {
        final long orderId;
        final int instrumentId;
        final int accountId;
        final byte side;
        final byte tif;
        int sessionId;
        String clientOrderId;
        long price;
        long orderQuantity;
        long leaves;
        long cum;

        private KnownOrder(EventCopy accepted, byte tif) {
            this.orderId = accepted.orderId();
            this.instrumentId = accepted.instrumentId();
            this.accountId = accepted.accountId();
            this.side = accepted.side();
            this.tif = tif;
            this.orderQuantity = accepted.quantity();
            name(accepted);
        }

        private void change(EventCopy event) {
            name(event);
            orderQuantity = event.leavesQuantity() + event.cumQuantity();
        }

        private void name(EventCopy event) {
            sessionId = event.sessionId();
            clientOrderId = event.clientOrderId();
            price = event.price();
            leaves = event.leavesQuantity();
            cum = event.cumQuantity();
        }
    }
}
