// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Liquidity;
import io.ringbook.core.order.OrderEvent;
import io.ringbook.core.order.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What must hold on every stream of events, whatever exchange made it: quantities are conserved
 * (rule 4.3), a maker is the first in line (1.1, 1.2), match numbers rise by one (1.6), trades come
 * in pairs, an order ends once and says nothing afterwards, and orders of one group of a firm do
 * not trade (4.1).
 */
public final class StreamChecks {
    private final Map<Long, Tracked> live = new HashMap<>();
    private final Map<Integer, Map<Long, Tracked>> resting = new HashMap<>();
    private final Set<Long> ended = new HashSet<>();
    private final Map<Integer, Long> matchNumbers = new HashMap<>();
    private final Map<String, Long> seen = new TreeMap<>();

    /** How often each kind of event came by, with its reason if it has one. */
    public Map<String, Long> seen() {
        return seen;
    }

    void observe(Command command, List<EventCopy> events) {
        EventCopy taker = null;
        for (EventCopy event : events) {
            seen.merge(event.kindAndReason(), 1L, Long::sum);
            if (event.hasFlag(OrderEvent.REPEAT)) {
                require(events.size() == 1, "a repeat comes alone", event);
                seen.merge("REPEAT", 1L, Long::sum);
                continue;
            }
            if (event.kind() == EventKind.EXECUTED && event.liquidity() == Liquidity.TAKER.code()) {
                require(taker == null, "two takers in a row", event);
                taker = event;
            } else if (event.kind() == EventKind.EXECUTED) {
                pair(taker, event);
                taker = null;
            }
            observe(command, event);
        }
        require(taker == null, "a taker without its maker", taker);
    }

    private void observe(Command command, EventCopy event) {
        switch (event.kind()) {
            case ACCEPTED -> {
                require(event.orderId() == command.sequence, "order id is the sequence", event);
                Tracked order = new Tracked(command, event);
                require(live.put(event.orderId(), order) == null, "accepted twice", event);
                restingOf(event.instrumentId()).put(order.orderId, order);
                balance(order, event, event.leavesQuantity());
            }
            case EXECUTED -> {
                Tracked order = find(event);
                order.cum += event.quantity();
                balance(order, event, event.leavesQuantity());
                endIfGone(order, event);
            }
            case RESTATED -> {
                Tracked order = find(event);
                order.prevented += event.quantity();
                balance(order, event, event.leavesQuantity());
            }
            case REPLACED -> replaced(command, event);
            case REDUCED -> {
                Tracked order = find(event);
                order.quantity -= event.quantity();
                balance(order, event, event.leavesQuantity());
            }
            case CANCELED, EXPIRED -> {
                Tracked order = find(event);
                if (event.kind() == EventKind.CANCELED
                        && event.reason() == CancelReason.SELF_TRADE.code()) {
                    order.prevented = event.preventedQuantity();
                }
                require(event.leavesQuantity() == 0, "what has ended has no leaves", event);
                balance(order, event, event.quantity());
                end(order);
            }
            default -> {} // about no live order
        }
    }

    private void replaced(Command command, EventCopy event) {
        Tracked order = find(event);
        boolean kept = event.hasFlag(OrderEvent.PRIORITY_KEPT);
        boolean mayKeep = event.price() == order.price && event.quantity() <= order.quantity;
        require(kept == mayKeep, "priority is kept exactly by rule 3.2", event);
        order.quantity = event.quantity();
        order.price = event.price();
        if (!kept) {
            order.place = command.sequence;
        }
        balance(order, event, event.leavesQuantity());
    }

    private void pair(EventCopy taker, EventCopy maker) {
        require(taker != null, "a maker without its taker", maker);
        require(
                taker.price() == maker.price()
                        && taker.quantity() == maker.quantity()
                        && taker.matchNumber() == maker.matchNumber()
                        && taker.side() != maker.side()
                        && taker.contraOrderId() == maker.orderId()
                        && maker.contraOrderId() == taker.orderId(),
                "two reports of one trade agree",
                maker);
        long last = matchNumbers.merge(maker.instrumentId(), 1L, Long::sum);
        require(maker.matchNumber() == last, "match numbers rise by one", maker);
        Tracked resting = find(maker);
        require(maker.price() == resting.price, "trades are at the resting price", maker);
        firstInLine(resting, taker.orderId(), maker);
        Tracked incoming = live.getOrDefault(taker.orderId(), null);
        if (incoming != null) {
            require(!incoming.isOwn(resting), "own orders do not trade", maker);
        }
    }

    /** Nobody on the maker's side has a better price, or the same and an earlier place. */
    private void firstInLine(Tracked maker, long takerOrderId, EventCopy event) {
        for (Tracked other : restingOf(event.instrumentId()).values()) {
            if (other == maker || other.orderId == takerOrderId || other.side != maker.side) {
                continue;
            }
            boolean better =
                    maker.side == Side.BUY.code()
                            ? other.price > maker.price
                            : other.price < maker.price;
            boolean earlier = other.price == maker.price && other.place < maker.place;
            require(!better && !earlier, "order " + other.orderId + " stands before", event);
        }
    }

    private Tracked find(EventCopy event) {
        Tracked order = live.get(event.orderId());
        require(order != null, "an event of an order that is not live", event);
        return order;
    }

    private static void balance(Tracked order, EventCopy event, long rest) {
        require(
                order.quantity == order.cum + order.prevented + rest
                        && event.cumQuantity() == order.cum
                        && event.preventedQuantity() == order.prevented,
                "order quantity = cumulative + prevented + rest",
                event);
    }

    private void endIfGone(Tracked order, EventCopy event) {
        if (event.leavesQuantity() == 0) {
            end(order);
        }
    }

    private void end(Tracked order) {
        live.remove(order.orderId);
        restingOf(order.instrumentId).remove(order.orderId);
        require(ended.add(order.orderId), "an order ends once", null);
    }

    private Map<Long, Tracked> restingOf(int instrumentId) {
        return resting.computeIfAbsent(instrumentId, id -> new HashMap<>());
    }

    /** Rule 1.5, and that the book shows exactly the live orders of the stream. */
    void checkBook(int instrumentId, List<BookLine> book) {
        long bestBid = Long.MIN_VALUE;
        long bestAsk = Long.MAX_VALUE;
        boolean hasBids = false;
        boolean hasAsks = false;
        for (BookLine line : book) {
            Tracked order = live.get(line.orderId());
            require(order != null, "the book shows an order that is not live: " + line, null);
            require(
                    line.leaves() == order.quantity - order.cum - order.prevented
                            && line.price() == order.price,
                    "the book and the events agree: " + line,
                    null);
            if (line.side() == Side.BUY) {
                bestBid = Math.max(bestBid, line.price());
                hasBids = true;
            } else {
                bestAsk = Math.min(bestAsk, line.price());
                hasAsks = true;
            }
        }
        require(!hasBids || !hasAsks || bestBid < bestAsk, "crossed at " + bestBid, null);
        require(
                book.size() == restingOf(instrumentId).size(),
                "the book shows every live order of instrument " + instrumentId,
                null);
    }

    private static void require(boolean condition, String what, EventCopy event) {
        if (!condition) {
            throw new AssertionError(what + (event == null ? "" : ": " + event));
        }
    }

    /** One live order as the stream tells it. */
    private static final class Tracked {
        final long orderId;
        final int instrumentId;
        final byte side;
        final int stpGroup;
        final int firm;
        long place;
        long price;
        long quantity;
        long cum;
        long prevented;

        Tracked(Command command, EventCopy accepted) {
            this.orderId = accepted.orderId();
            this.instrumentId = accepted.instrumentId();
            this.side = accepted.side();
            this.stpGroup = command.stpGroup;
            this.firm = (command.accountId + 1) / 2; // two accounts a firm in every flow
            this.place = command.sequence;
            this.price = accepted.price();
            this.quantity = accepted.quantity();
        }

        boolean isOwn(Tracked other) {
            return stpGroup != 0 && stpGroup == other.stpGroup && firm == other.firm;
        }
    }
}
