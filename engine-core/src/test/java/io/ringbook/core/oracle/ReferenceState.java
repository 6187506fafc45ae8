// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.order.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Everything that the reference exchange remembers. */
final class ReferenceState {
    final TreeMap<Integer, ReferenceBook> books = new TreeMap<>();
    final Map<Integer, Account> accounts = new HashMap<>();
    final Map<Integer, ReferenceSession> sessions = new HashMap<>();

    /** Every accepted order that is live or finished today, by order id. */
    private final TreeMap<Long, ReferenceOrder> orders = new TreeMap<>();

    private final TreeMap<Long, ReferenceOrder> liveOrders = new TreeMap<>();

    /** The order that a client order id of a session names now. */
    private final Map<Integer, Map<ClientId, ReferenceOrder>> named = new HashMap<>();

    void enter(ReferenceOrder order) {
        orders.put(order.orderId, order);
        liveOrders.put(order.orderId, order);
        name(order);
    }

    /** The order gets a new name of a session; the old one names nothing any more. */
    void rename(ReferenceOrder order, int sessionId, ClientId id) {
        if (!order.clientOrderId.isNone()) {
            named.get(order.sessionId).remove(order.clientOrderId);
        }
        order.sessionId = sessionId;
        order.clientOrderId = id;
        name(order);
    }

    private void name(ReferenceOrder order) {
        if (!order.clientOrderId.isNone()) {
            named.computeIfAbsent(order.sessionId, session -> new HashMap<>())
                    .put(order.clientOrderId, order);
        }
    }

    void finish(ReferenceOrder order) {
        order.live = false;
        liveOrders.remove(order.orderId);
    }

    /** The target of a cancel, replace or reduce (rules 3.5, 3.7), live or not; or null. */
    ReferenceOrder target(Command command) {
        ReferenceOrder target =
                command.hasOrigClientOrderId()
                        ? named.getOrDefault(command.sessionId, Map.of())
                                .get(ClientId.targetOf(command))
                        : orders.get(command.origOrderId);
        if (target == null || target.instrumentId != command.instrumentId) {
            return null;
        }
        int firmId = sessions.get(command.sessionId).definition.firmId();
        return target.account.firmId() == firmId ? target : null;
    }

    /** Live orders that match, by rising order id. */
    List<ReferenceOrder> live(Predicate<ReferenceOrder> filter) {
        List<ReferenceOrder> found = new ArrayList<>();
        for (ReferenceOrder order : liveOrders.values()) {
            if (filter.test(order)) {
                found.add(order);
            }
        }
        return found;
    }

    /** What the end of the day forgets, after the DAY orders have gone. */
    void endDay() {
        orders.keySet().retainAll(liveOrders.keySet());
        named.clear();
        liveOrders.values().forEach(this::name);
        books.values().forEach(ReferenceBook::endDay);
        for (ReferenceSession session : sessions.values()) {
            Set<ClientId> kept =
                    new HashSet<>(
                            named.getOrDefault(session.definition.sessionId(), Map.of()).keySet());
            session.endDay(kept);
        }
    }
}
