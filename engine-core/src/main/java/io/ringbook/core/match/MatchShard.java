// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.match;

import io.ringbook.core.book.OrderBook;
import io.ringbook.core.book.Orders;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Directory;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.EventListener;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.Side;
import io.ringbook.core.validate.Admission;

/**
 * The match stage for one part of the instruments: all books of the shard, their orders and ids.
 *
 * <p>Commands for one instrument go to {@link #match} of its shard. A wide command (mass cancel,
 * expiry, end of day and their CONTINUE) goes to every shard in two steps: all {@link #collect},
 * then all {@link #apply} up to the same order id; between the two nobody changes anything.
 *
 * <p>Events go to the listener in the order in which they happened. One thread at a time; its state
 * is a function of the commands alone.
 */
public final class MatchShard {
    private final int shard;
    private final Directory directory = new Directory();
    private final Markets markets;
    private final LiveOrders live;
    private final AnsweredIds ids;
    private final Reports reports;
    private final OrderEntry entry;
    private final OrderChange change;
    private final WideCancel wideCancel;
    private final WideOperation operation = new WideOperation();

    /**
     * @param shard index of this shard, from 0
     * @param shardCount shards of the engine
     * @param expectedOrders live orders whose records are in memory from the beginning
     * @param expectedIds client order ids, and commands, of a day for which memory is there from
     *     the start
     * @param maxEvents largest number of events of one command
     */
    public MatchShard(
            int shard, int shardCount, int expectedOrders, int expectedIds, int maxEvents) {
        this.shard = shard;
        this.live = new LiveOrders(directory, expectedOrders, expectedIds);
        this.markets = new Markets(live, shard, shardCount);
        this.ids = new AnsweredIds(expectedIds);
        this.reports = new Reports(live.orders(), live.details(), maxEvents);
        Trading trading = new Trading(live, reports);
        this.entry = new OrderEntry(live, ids, reports, trading);
        this.change = new OrderChange(directory, live, ids, reports, trading);
        this.wideCancel = new WideCancel(directory, markets, live, reports);
    }

    /**
     * The shard of an instrument id, known or not: the same for ever, so that a repeat finds the
     * first answer even if the instrument was added between. Id 0 is the first shard's.
     */
    public static int shardOf(int instrumentId, int shardCount) {
        return instrumentId == 0 ? 0 : Math.floorMod(instrumentId - 1, shardCount);
    }

    /** Adds an instrument; every shard knows all, and opens a book for its own. */
    public void add(Instrument instrument) {
        if (instrument.instrumentId() > Orders.MAX_INSTRUMENT_ID) {
            throw new IllegalArgumentException(
                    "instrument %s: at most %d instruments, because an order holds its instrument in so many bits"
                            .formatted(instrument.symbol(), Orders.MAX_INSTRUMENT_ID));
        }
        directory.add(instrument);
        markets.open(instrument);
    }

    /** Adds an account. */
    public void add(Account account) {
        directory.add(account);
        live.byAccount().reserve(account.accountId());
    }

    /** Adds a session. */
    public void add(Session session) {
        directory.add(session);
    }

    /**
     * Carries out a command that is not wide.
     *
     * @param admission what validate found out about it
     * @param listener takes the events
     */
    public void match(Command command, Admission admission, EventListener listener) {
        reports.begin(listener);
        if (admission.repeat) {
            reports.repeated(command, ids);
            return;
        }
        switch (command.kind) {
            case NEW_ORDER -> {
                if (admission.reason != null) {
                    entry.reject(command, admission.reason);
                } else {
                    entry.enter(markets.get(command.instrumentId), command, admission);
                }
            }
            case CANCEL_ORDER, REPLACE_ORDER, REDUCE_ORDER -> {
                if (admission.reason != null) {
                    change.refuse(command, admission.reason);
                } else {
                    changeOrder(markets.get(command.instrumentId), command, admission);
                }
            }
            case MARKET_TICK -> {
                if (admission.reason != null) {
                    reports.tickRejected(command, admission.reason);
                } else {
                    markets.get(command.instrumentId).ticked(command.price);
                }
            }
            case PHASE_CHANGE -> reportPhase(command);
            default -> throw new IllegalStateException(command.kind + " is not for one shard");
        }
    }

    private void changeOrder(Market market, Command command, Admission admission) {
        switch (command.kind) {
            case CANCEL_ORDER -> change.cancel(market, command);
            case REPLACE_ORDER -> change.replace(market, command, admission);
            default -> change.reduce(market, command, admission);
        }
    }

    private void reportPhase(Command command) {
        Phase phase = Phase.of(command.phase);
        if (phase == null) {
            return;
        }
        if (command.instrumentId != 0) {
            if (markets.get(command.instrumentId) != null) {
                reports.phaseChanged(command.instrumentId, phase);
            }
            return;
        }
        for (int id = 1; id <= markets.lastInstrumentId(); id++) {
            if (markets.get(id) != null) {
                reports.phaseChanged(id, phase);
            }
        }
    }

    /**
     * First step of a wide command: finds this shard's orders that are to go.
     *
     * @return their ids in entry order; null if a CONTINUE has nothing to go on with
     */
    public OrderIds collect(Command command) {
        switch (command.kind) {
            case CONTINUE -> {
                if (!operation.isPending() || operation.originSequence != command.originSequence) {
                    return null;
                }
            }
            default -> operation.begin(command, directory.session(command.sessionId));
        }
        return wideCancel.collect(operation);
    }

    /**
     * Second step of a wide command: takes out what was collected.
     *
     * @param lastOrderId orders above this one stay for the next CONTINUE
     * @param gone orders that go in all shards with this command
     * @param complete true if none stays
     */
    public void apply(long lastOrderId, long gone, boolean complete, EventListener listener) {
        reports.begin(listener);
        wideCancel.apply(operation, lastOrderId);
        operation.ordersGone += gone;
        if (!complete) {
            return;
        }
        switch (operation.kind) {
            case MASS_CANCEL -> {
                if (shard == 0) {
                    reports.massCanceled(operation);
                }
            }
            case END_OF_DAY -> {
                for (int id = 1; id <= markets.lastInstrumentId(); id++) {
                    if (markets.get(id) != null) {
                        markets.get(id).closeDay();
                    }
                }
            }
            default -> {}
        }
        operation.end();
    }

    /** Sequence of the wide command that needs a CONTINUE, or 0. */
    public long pendingSequence() {
        return operation.isPending() ? operation.originSequence : 0;
    }

    /** Orders that rest in this shard's books. */
    public int liveOrders() {
        return live.count();
    }

    /** True if an id names an order that is live in this shard. */
    public boolean isLive(int sessionId, long word0, long word1, int word2) {
        int position = ids.find(sessionId, word0, word1, word2);
        return position >= 0 && live.find(ids.namedOrder(position)) != Orders.NONE;
    }

    /** The book of an instrument of this shard, for tests and tools on the shard's own thread. */
    public OrderBook book(int instrumentId) {
        return markets.get(instrumentId).book;
    }

    /** Shows the resting orders of one side, for tests and tools on the shard's own thread. */
    public void orders(int instrumentId, Side side, RestingOrderVisitor visitor) {
        OrderBook book = book(instrumentId);
        OrderDetails details = live.details();
        book.forEach(
                side,
                order ->
                        visitor.onOrder(
                                book.orders().orderId(order),
                                details.limitPrice(order),
                                book.orders().leavesQuantity(order),
                                details.cumQuantity(order),
                                details.preventedQuantity(order),
                                details.clientOrderId0(order),
                                details.clientOrderId1(order),
                                details.clientOrderId2(order)));
    }

    /** Forgets all state, as if just made. */
    void clear() {
        directory.clear();
        markets.clear();
        live.clear();
        ids.clear();
        operation.end();
    }

    /** This shard's parts of the state, for {@link MatchState}. */
    Markets markets() {
        return markets;
    }

    AnsweredIds ids() {
        return ids;
    }

    LiveOrders live() {
        return live;
    }

    Directory directory() {
        return directory;
    }

    WideOperation operation() {
        return operation;
    }
}
