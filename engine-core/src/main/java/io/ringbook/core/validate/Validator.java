// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.validate;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Directory;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.Phase;
import io.ringbook.core.order.RejectReason;
import io.ringbook.core.state.LiveIds;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;
import java.util.Arrays;

/**
 * The validate stage's rules, in their order: rate (6.1), client order id (6.2), names (6.3), phase
 * (6.4), fields (6.5). The first failure is the answer.
 *
 * <p>Invariant: from 6.2 on the client order id is used, whatever happens next. One thread,
 * validate's; no allocation except when a definition is added or the id table doubles.
 */
public final class Validator {
    private final Directory directory = new Directory();
    private final UsedIds usedIds;
    private final BusinessHash businessHash = new BusinessHash();
    private final OrderFields orderFields = new OrderFields();

    /** By instrument id. */
    private Phase[] phases = new Phase[16];

    /** By session id. */
    private TokenBucket[] orderBuckets = new TokenBucket[16];

    private TokenBucket[] cancelBuckets = new TokenBucket[16];
    private long[] idsUsedToday = new long[16];

    /**
     * @param expectedIds client order ids a day for which the table does not grow
     */
    public Validator(int expectedIds) {
        usedIds = new UsedIds(expectedIds);
    }

    /**
     * Checks one command and notes the result.
     *
     * @param command any kind; kinds without admission rules pass
     * @param admission overwritten
     */
    public void validate(Command command, Admission admission) {
        admission.reset();
        switch (command.kind) {
            case NEW_ORDER, REPLACE_ORDER, REDUCE_ORDER, CANCEL_ORDER -> admit(command, admission);
            case MARKET_TICK -> checkTick(command, admission);
            case PHASE_CHANGE -> changePhase(command);
            default -> {}
        }
    }

    /** Adds an instrument. */
    public void add(Instrument instrument) {
        directory.add(instrument);
        int id = instrument.instrumentId();
        if (id >= phases.length) {
            phases = Arrays.copyOf(phases, Math.max(id + 1, phases.length * 2));
        }
        phases[id] = instrument.phase();
    }

    /** Adds an account. */
    public void add(Account account) {
        directory.add(account);
    }

    /** Adds a session with full buckets. */
    public void add(Session session) {
        directory.add(session);
        int id = session.sessionId();
        if (id >= orderBuckets.length) {
            int capacity = Math.max(id + 1, orderBuckets.length * 2);
            orderBuckets = Arrays.copyOf(orderBuckets, capacity);
            cancelBuckets = Arrays.copyOf(cancelBuckets, capacity);
            idsUsedToday = Arrays.copyOf(idsUsedToday, capacity);
        }
        orderBuckets[id] = new TokenBucket(session.orderRate(), session.orderBurst());
        cancelBuckets[id] = new TokenBucket(session.cancelRate(), session.cancelBurst());
        idsUsedToday[id] = 0;
    }

    private void admit(Command command, Admission admission) {
        TokenBucket bucket =
                switch (command.kind) {
                    case CANCEL_ORDER -> cancelBuckets[command.sessionId];
                    default -> orderBuckets[command.sessionId];
                };
        if (!bucket.tryTake(command.timeNs)) {
            admission.reason = RejectReason.THROTTLED;
            return;
        }
        if (command.hasClientOrderId() && !useId(command, admission)) {
            return;
        }
        Instrument instrument = directory.instrument(command.instrumentId);
        if (instrument == null) {
            admission.reason = RejectReason.UNKNOWN_SYMBOL;
            return;
        }
        Account account = directory.account(command.accountId);
        if (account == null || account.firmId() != directory.session(command.sessionId).firmId()) {
            admission.reason = RejectReason.UNKNOWN_ACCOUNT;
            return;
        }
        admission.reason = checkPhase(command);
        if (admission.reason == null) {
            admission.reason = orderFields.check(command, instrument, admission);
        }
    }

    /** Rule 6.2; false if the answer is found. */
    private boolean useId(Command command, Admission admission) {
        businessHash.of(command);
        int position = usedIds.find(command);
        if (position >= 0) {
            admission.repeat = command.possResend && usedIds.isSameBusiness(position, businessHash);
            admission.reason = admission.repeat ? null : RejectReason.DUPLICATE_CLIENT_ORDER_ID;
            return false;
        }
        long limit = directory.session(command.sessionId).idsPerDay();
        if (limit > 0 && idsUsedToday[command.sessionId] >= limit) {
            admission.reason = RejectReason.ID_LIMIT;
            return false;
        }
        idsUsedToday[command.sessionId]++;
        usedIds.add(command, businessHash);
        return true;
    }

    private RejectReason checkPhase(Command command) {
        return switch (phases[command.instrumentId]) {
            case CONTINUOUS -> null;
            case CLOSED -> RejectReason.EXCHANGE_CLOSED;
            case HALTED ->
                    switch (command.kind) {
                        case NEW_ORDER, REPLACE_ORDER -> RejectReason.HALTED;
                        default -> null;
                    };
        };
    }

    private void checkTick(Command command, Admission admission) {
        if (directory.instrument(command.instrumentId) == null) {
            admission.reason = RejectReason.UNKNOWN_SYMBOL;
        } else if (command.price <= 0) {
            admission.reason = RejectReason.PRICE_NOT_POSITIVE;
        }
    }

    private void changePhase(Command command) {
        Phase phase = Phase.of(command.phase);
        if (phase == null) {
            return;
        }
        if (command.instrumentId == 0) {
            Arrays.fill(phases, 1, directory.instrumentCount() + 1, phase);
        } else if (directory.instrument(command.instrumentId) != null) {
            phases[command.instrumentId] = phase;
        }
    }

    /**
     * Writes the state, but for the definitions.
     *
     * @param live null writes everything; else the state that the next day opens with: only ids of
     *     live orders, and no ids counted
     */
    public void save(StateWriter out, LiveIds live) {
        for (int id = 1; id <= directory.instrumentCount(); id++) {
            out.putByte(phases[id].code());
        }
        for (int id = 1; id <= directory.sessionCount(); id++) {
            orderBuckets[id].save(out);
            cancelBuckets[id].save(out);
            out.putLong(live == null ? idsUsedToday[id] : 0);
        }
        usedIds.save(out, live);
    }

    /**
     * Reads what {@link #save} wrote, in place of the state held.
     *
     * @param definitions those in force when the state was saved
     */
    public void load(Directory definitions, StateReader in) {
        directory.clear();
        for (int id = 1; id <= definitions.instrumentCount(); id++) {
            add(definitions.instrument(id));
            phases[id] = Phase.of(in.getByte());
        }
        for (int id = 1; id <= definitions.accountCount(); id++) {
            add(definitions.account(id));
        }
        for (int id = 1; id <= definitions.sessionCount(); id++) {
            add(definitions.session(id));
            orderBuckets[id].load(in);
            cancelBuckets[id].load(in);
            idsUsedToday[id] = in.getLong();
        }
        usedIds.load(in);
    }

    /** The definitions that this stage knows. */
    public Directory directory() {
        return directory;
    }
}
