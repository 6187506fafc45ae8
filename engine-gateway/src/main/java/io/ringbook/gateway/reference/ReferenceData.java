// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.reference;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Directory of instruments, accounts and sessions by id and by name. Not thread-safe. */
public final class ReferenceData {
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final Map<String, Instrument> instrumentsBySymbol = new HashMap<>();
    private final Map<String, Account> accountsByName = new HashMap<>();
    private final Map<String, Session> sessionsByName = new HashMap<>();
    private final Map<String, Integer> firmIds = new HashMap<>();
    private int lastFirmId;

    /** A directory that knows the same now and goes its own way from here on. */
    public ReferenceData copy() {
        ReferenceData copy = new ReferenceData();
        instruments.forEach(copy::add);
        accounts.forEach(copy::add);
        sessions.forEach(copy::add);
        return copy;
    }

    /** Adds an instrument; ids are given without a gap, from 1. */
    public void add(Instrument instrument) {
        put(instruments, instrument.instrumentId(), instrument);
        instrumentsBySymbol.put(instrument.symbol(), instrument);
    }

    /** Adds an account and, with it, its firm. */
    public void add(Account account) {
        put(accounts, account.accountId(), account);
        accountsByName.put(account.name(), account);
        firmIds.put(account.firm(), account.firmId());
        lastFirmId = Math.max(lastFirmId, account.firmId());
    }

    /** Adds a session. */
    public void add(Session session) {
        put(sessions, session.sessionId(), session);
        sessionsByName.put(session.name(), session);
        lastFirmId = Math.max(lastFirmId, session.firmId());
    }

    /** The instrument with this symbol, or null. */
    public Instrument instrument(String symbol) {
        return instrumentsBySymbol.get(symbol);
    }

    /** The instrument with this id, or null. */
    public Instrument instrument(int instrumentId) {
        return get(instruments, instrumentId);
    }

    /** The account with this name, or null. */
    public Account account(String name) {
        return accountsByName.get(name);
    }

    /** The account with this id, or null. */
    public Account account(int accountId) {
        return get(accounts, accountId);
    }

    /** The session with this id, or null. */
    public Session session(int sessionId) {
        return get(sessions, sessionId);
    }

    /** The session with this name, or null. */
    public Session session(String name) {
        return sessionsByName.get(name);
    }

    /** Instruments in the order of their ids. */
    public List<Instrument> instruments() {
        return Collections.unmodifiableList(instruments);
    }

    public int nextInstrumentId() {
        return instruments.size() + 1;
    }

    public int nextAccountId() {
        return accounts.size() + 1;
    }

    public int nextSessionId() {
        return sessions.size() + 1;
    }

    /** The id of a firm; a name not seen before gets the next one. */
    public int firmId(String firm) {
        return firmIds.computeIfAbsent(firm, name -> ++lastFirmId);
    }

    private static <T> T get(List<T> list, int id) {
        return id >= 1 && id <= list.size() ? list.get(id - 1) : null;
    }

    private static <T> void put(List<T> list, int id, T value) {
        if (id != list.size() + 1) {
            throw new IllegalStateException(
                    "expected id " + (list.size() + 1) + ", found " + id + " of " + value);
        }
        list.add(value);
    }
}
