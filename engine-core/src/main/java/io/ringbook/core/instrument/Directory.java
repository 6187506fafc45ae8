// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.instrument;

import io.ringbook.core.order.Phase;
import io.ringbook.core.state.StateReader;
import io.ringbook.core.state.StateWriter;
import java.util.Arrays;

/**
 * The definitions that one stage knows, by their ids. Each stage has a directory of its own, filled
 * from the same admin commands, so that none reads another's state.
 *
 * <p>Ids rise from 1 without holes. Look-ups are array reads. Grows when an admin command adds
 * something, never between. Owned by its stage's thread.
 */
public final class Directory {
    private Instrument[] instruments = new Instrument[16];
    private Account[] accounts = new Account[16];
    private Session[] sessions = new Session[16];
    private int instrumentCount;
    private int accountCount;
    private int sessionCount;

    /** The instrument, or null if there is none with this id. */
    public Instrument instrument(int instrumentId) {
        return instrumentId > 0 && instrumentId <= instrumentCount
                ? instruments[instrumentId]
                : null;
    }

    /** The account, or null if there is none with this id. */
    public Account account(int accountId) {
        return accountId > 0 && accountId <= accountCount ? accounts[accountId] : null;
    }

    /** The session, or null if there is none with this id. */
    public Session session(int sessionId) {
        return sessionId > 0 && sessionId <= sessionCount ? sessions[sessionId] : null;
    }

    /** Instruments known; also the largest instrument id. */
    public int instrumentCount() {
        return instrumentCount;
    }

    /** Accounts known; also the largest account id. */
    public int accountCount() {
        return accountCount;
    }

    /** Sessions known; also the largest session id. */
    public int sessionCount() {
        return sessionCount;
    }

    /** Adds the instrument with the next id. */
    public void add(Instrument instrument) {
        requireNext("instrument", instrument.instrumentId(), instrumentCount);
        instruments = withRoom(instruments, ++instrumentCount);
        instruments[instrumentCount] = instrument;
    }

    /** Adds the account with the next id. */
    public void add(Account account) {
        requireNext("account", account.accountId(), accountCount);
        accounts = withRoom(accounts, ++accountCount);
        accounts[accountCount] = account;
    }

    /** Adds the session with the next id. */
    public void add(Session session) {
        requireNext("session", session.sessionId(), sessionCount);
        sessions = withRoom(sessions, ++sessionCount);
        sessions[sessionCount] = session;
    }

    /** Forgets everything. */
    public void clear() {
        instrumentCount = 0;
        accountCount = 0;
        sessionCount = 0;
    }

    /** Writes every definition. */
    public void save(StateWriter out) {
        out.putInt(instrumentCount);
        for (int id = 1; id <= instrumentCount; id++) {
            save(instruments[id], out);
        }
        out.putInt(accountCount);
        for (int id = 1; id <= accountCount; id++) {
            out.putInt(accounts[id].firmId());
            out.putText(accounts[id].name());
            out.putText(accounts[id].firm());
        }
        out.putInt(sessionCount);
        for (int id = 1; id <= sessionCount; id++) {
            save(sessions[id], out);
        }
    }

    /** Reads what {@link #save} wrote, in place of what was known. */
    public void load(StateReader in) {
        clear();
        int count = in.getInt();
        for (int id = 1; id <= count; id++) {
            add(loadInstrument(id, in));
        }
        count = in.getInt();
        for (int id = 1; id <= count; id++) {
            add(new Account(id, in.getInt(), in.getText(), in.getText()));
        }
        count = in.getInt();
        for (int id = 1; id <= count; id++) {
            add(loadSession(id, in));
        }
    }

    private static void save(Instrument instrument, StateWriter out) {
        out.putText(instrument.symbol());
        out.putText(instrument.currency());
        out.putByte((byte) instrument.priceDecimals());
        out.putByte((byte) instrument.quantityDecimals());
        out.putLong(instrument.tickSize());
        out.putLong(instrument.lotSize());
        out.putLong(instrument.minQuantity());
        out.putLong(instrument.maxQuantity());
        out.putLong(instrument.maxNotionalHigh());
        out.putLong(instrument.maxNotionalLow());
        out.putLong(instrument.bandPpm());
        out.putLong(instrument.referencePrice());
        out.putByte(instrument.phase().code());
    }

    private static Instrument loadInstrument(int id, StateReader in) {
        return new Instrument(
                id,
                in.getText(),
                in.getText(),
                in.getByte(),
                in.getByte(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                Phase.of(in.getByte()));
    }

    private static void save(Session session, StateWriter out) {
        out.putInt(session.firmId());
        out.putText(session.name());
        out.putLong(session.orderRate());
        out.putLong(session.orderBurst());
        out.putLong(session.cancelRate());
        out.putLong(session.cancelBurst());
        out.putLong(session.idsPerDay());
    }

    private static Session loadSession(int id, StateReader in) {
        return new Session(
                id,
                in.getInt(),
                in.getText(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong());
    }

    private static void requireNext(String what, int id, int count) {
        if (id != count + 1) {
            throw new IllegalStateException(
                    what + " id " + id + " does not follow " + count + "; ids rise by one");
        }
    }

    private static <T> T[] withRoom(T[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, array.length * 2);
    }
}
