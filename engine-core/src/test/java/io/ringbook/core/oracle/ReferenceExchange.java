// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.oracle.ReferenceSession.UsedId;
import io.ringbook.core.order.CancelReason;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.order.Side;
import io.ringbook.core.order.TimeInForce;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The whole exchange as the rules say it, one command after the other. Slow on purpose. Source:
 * docs/MATCHING_RULES.md.
 */
public final class ReferenceExchange implements ExchangeUnderTest {
    /** Rule 2.8. */
    public static final int EVENTS_PER_RECORD = 65_536;

    private final int recordBound;
    private final ReferenceState state = new ReferenceState();
    private final ReferenceEvents events;
    private final ReferenceValidation validation;
    private final ReferenceMatching matching;
    private MassWork pending;

    public ReferenceExchange() {
        this(EVENTS_PER_RECORD);
    }

    /**
     * @param recordBound most events that one record holds
     */
    public ReferenceExchange(int recordBound) {
        this.recordBound = recordBound;
        this.events = new ReferenceEvents(recordBound);
        this.validation = new ReferenceValidation(state);
        this.matching = new ReferenceMatching(state, events);
    }

    @Override
    public void addInstrument(Instrument instrument) {
        state.books.put(instrument.instrumentId(), new ReferenceBook(instrument));
    }

    @Override
    public void addAccount(Account account) {
        state.accounts.put(account.accountId(), account);
    }

    @Override
    public void addSession(Session session) {
        state.sessions.put(session.sessionId(), new ReferenceSession(session));
    }

    @Override
    public List<BookLine> book(int instrumentId) {
        return state.books.get(instrumentId).lines();
    }

    /** How many orders rest in the instrument's book. */
    int restingOrders(int instrumentId) {
        ReferenceBook book = state.books.get(instrumentId);
        return book.orders(Side.BUY).size() + book.orders(Side.SELL).size();
    }

    @Override
    public boolean continuePending() {
        return pending != null;
    }

    @Override
    public List<EventCopy> process(Command command) {
        if (pending != null && command.kind != CommandKind.CONTINUE) {
            throw new IllegalStateException("nothing comes between a command and its CONTINUE");
        }
        events.start();
        switch (command.kind) {
            case NEW_ORDER, CANCEL_ORDER, REPLACE_ORDER, REDUCE_ORDER -> order(command);
            case MASS_CANCEL -> startWork(massCancel(command));
            case DISCONNECT -> startWork(disconnect(command));
            case LOGIN, LOGOFF -> {}
            case MARKET_TICK -> tick(command);
            case PHASE_CHANGE -> changePhase(command);
            case END_OF_DAY -> startWork(endOfDay(command));
            case TIME -> startWork(expire(command));
            case CONTINUE -> {
                if (pending != null && pending.command.sequence == command.originSequence) {
                    goOn();
                }
            }
            default -> throw new IllegalArgumentException(command.kind + " is not traded");
        }
        return List.copyOf(events.list());
    }

    /** Rules 6.1 and 6.2 and 7.4, then the rest of validation, then matching. */
    private void order(Command command) {
        ReferenceSession session = state.sessions.get(command.sessionId);
        ReferenceBucket bucket =
                command.kind == CommandKind.CANCEL_ORDER
                        ? session.cancelBucket
                        : session.orderBucket;
        if (!bucket.take(command.timeNs)) {
            events.refused(command, RejectReason.THROTTLED);
            return;
        }
        if (!command.hasClientOrderId()) {
            admitted(command);
            return;
        }
        UsedId earlier = session.usedId(ClientId.of(command));
        String businessFields = businessFields(command);
        if (earlier != null) {
            if (command.possResend && earlier.businessFields.equals(businessFields)) {
                events.repeat(earlier.firstAnswer);
            } else {
                events.refused(command, RejectReason.DUPLICATE_CLIENT_ORDER_ID);
            }
            return;
        }
        if (!session.mayUseAnotherId()) {
            events.refused(command, RejectReason.ID_LIMIT);
            return;
        }
        UsedId use = new UsedId(businessFields);
        session.use(ClientId.of(command), use);
        admitted(command);
        use.firstAnswer = events.list().get(0);
    }

    private void admitted(Command command) {
        RejectReason refusal = validation.check(command);
        if (refusal != null) {
            events.refused(command, refusal);
            return;
        }
        switch (command.kind) {
            case NEW_ORDER -> matching.newOrder(command);
            case CANCEL_ORDER -> matching.cancel(command);
            case REPLACE_ORDER -> matching.replace(command);
            case REDUCE_ORDER -> matching.reduce(command);
            default -> throw new IllegalArgumentException(command.kind + " is no order command");
        }
    }

    /** What makes two commands the same (rule 7.4): not when it came, nor how often. */
    private static String businessFields(Command command) {
        return List.of(
                        command.kind,
                        command.accountId,
                        command.instrumentId,
                        ClientId.of(command),
                        ClientId.targetOf(command),
                        command.origOrderId,
                        command.side,
                        command.type,
                        command.tif,
                        command.execInst,
                        command.stpMode,
                        command.stpGroup,
                        command.quantity,
                        command.price,
                        command.stopPrice,
                        command.displayQuantity,
                        command.minQuantity,
                        command.expireNs)
                .toString();
    }

    private void tick(Command command) {
        ReferenceBook book = state.books.get(command.instrumentId);
        if (book == null) {
            events.tickRejected(command, RejectReason.UNKNOWN_SYMBOL);
        } else if (command.price <= 0) {
            events.tickRejected(command, RejectReason.PRICE_NOT_POSITIVE);
        } else {
            book.lastTickPrice = command.price;
            book.lastTickSequence = command.sequence;
        }
    }

    private void changePhase(Command command) {
        Phase phase = Phase.of(command.phase);
        if (phase == null) {
            return;
        }
        for (ReferenceBook book : state.books.values()) {
            int instrumentId = book.instrument.instrumentId();
            if (command.instrumentId == 0 || command.instrumentId == instrumentId) {
                book.phase = phase;
                events.phaseChanged(instrumentId, phase);
            }
        }
    }

    private MassWork massCancel(Command command) {
        int firmId = state.sessions.get(command.sessionId).definition.firmId();
        List<ReferenceOrder> orders =
                state.live(
                        order ->
                                order.account.firmId() == firmId
                                        && isAllOr(command.accountId, order.account.accountId())
                                        && isAllOr(command.instrumentId, order.instrumentId)
                                        && isAllOr(command.side, order.side.code()));
        return new MassWork(command, orders);
    }

    private MassWork disconnect(Command command) {
        return new MassWork(
                command,
                state.live(order -> order.sessionId == command.sessionId && !order.persistent));
    }

    private static boolean isAllOr(int wanted, int value) {
        return wanted == 0 || wanted == value;
    }

    private MassWork endOfDay(Command command) {
        return new MassWork(command, state.live(order -> order.tif == TimeInForce.DAY));
    }

    private MassWork expire(Command command) {
        return new MassWork(
                command,
                state.live(
                        order ->
                                order.tif == TimeInForce.GTD
                                        && order.expireNs <= command.expireNs));
    }

    private void startWork(MassWork work) {
        pending = work;
        goOn();
    }

    /** As many orders as fit beside a summary; the rest waits for the next CONTINUE. */
    private void goOn() {
        MassWork work = pending;
        while (!work.orders.isEmpty() && events.list().size() < recordBound - 1) {
            ReferenceOrder order = work.orders.removeFirst();
            long gone = order.leaves;
            order.leaves = 0;
            state.books.get(order.instrumentId).remove(order);
            state.finish(order);
            if (work.command.kind == CommandKind.MASS_CANCEL) {
                events.canceled(order, CancelReason.MASS_CANCEL, gone, ClientId.NONE);
            } else if (work.command.kind == CommandKind.DISCONNECT) {
                events.canceled(order, CancelReason.DISCONNECT, gone, ClientId.NONE);
            } else {
                events.expired(order, gone);
            }
        }
        if (!work.orders.isEmpty()) {
            return;
        }
        pending = null;
        if (work.command.kind == CommandKind.MASS_CANCEL) {
            events.massCanceled(work.command, work.count);
        } else if (work.command.kind == CommandKind.END_OF_DAY) {
            state.endDay();
        }
    }

    /** A command that ends many orders, perhaps over several records. */
    private static final class MassWork {
        final Command command;
        final Deque<ReferenceOrder> orders;
        final int count;

        MassWork(Command command, List<ReferenceOrder> orders) {
            this.command = Commands.copy(command);
            this.orders = new ArrayDeque<>(orders);
            this.count = orders.size();
        }
    }
}
