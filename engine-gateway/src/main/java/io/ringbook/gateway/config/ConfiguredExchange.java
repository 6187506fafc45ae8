// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.config;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.reference.ReferenceData;
import io.ringbook.gateway.session.SessionAccess;
import java.util.ArrayList;
import java.util.List;

/**
 * What the file adds to an exchange that a journal knows: found first and whole, sequenced then.
 * What the journal has otherwise than the file is a fault; what it has and the file has not stays,
 * but its sessions cannot log in.
 */
public final class ConfiguredExchange {
    private final ServeConfig config;
    private final ReferenceData reference;
    private final List<Instrument> newInstruments = new ArrayList<>();
    private final List<Account> newAccounts = new ArrayList<>();
    private final List<Session> newSessions = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    private ConfiguredExchange(ServeConfig config, ReferenceData known) {
        this.config = config;
        this.reference = known.copy();
    }

    /**
     * Compares file and journal.
     *
     * @param known by the journal; not changed
     * @throws Fault with every difference that cannot be
     */
    public static ConfiguredExchange of(ServeConfig config, ReferenceData known) {
        ConfiguredExchange exchange = new ConfiguredExchange(config, known);
        config.instruments().forEach(exchange::instrument);
        config.accounts().forEach(exchange::account);
        config.sessions().forEach(exchange::session);
        if (!exchange.differences.isEmpty()) {
            throw new Fault(
                    config.file()
                            + " differs from the journal in "
                            + config.dataDirectory()
                            + ", which keeps what it began with: "
                            + String.join("; ", exchange.differences)
                            + "; set it back, or give the exchange another data directory");
        }
        return exchange;
    }

    private void instrument(Instrument configured) {
        Instrument before = reference.instrument(configured.symbol());
        int id = before == null ? reference.nextInstrumentId() : before.instrumentId();
        Instrument instrument = withId(configured, id);
        if (before == null) {
            reference.add(instrument);
            newInstruments.add(instrument);
        } else if (!before.equals(instrument)) {
            differences.add("instrument " + configured.symbol() + " has other values");
        }
    }

    private void account(AccountDefinition configured) {
        Account before = reference.account(configured.name());
        if (before == null) {
            Account account =
                    new Account(
                            reference.nextAccountId(),
                            reference.firmId(configured.firm()),
                            configured.name(),
                            configured.firm());
            reference.add(account);
            newAccounts.add(account);
        } else if (!before.firm().equals(configured.firm())) {
            differences.add("account " + configured.name() + " belongs to firm " + before.firm());
        }
    }

    private void session(SessionDefinition configured) {
        Session before = reference.session(configured.name());
        int id = before == null ? reference.nextSessionId() : before.sessionId();
        Session session =
                new Session(
                        id,
                        reference.firmId(configured.firm()),
                        configured.name(),
                        configured.orderRate(),
                        configured.orderBurst(),
                        configured.cancelRate(),
                        configured.cancelBurst(),
                        configured.idsPerDay());
        if (before == null) {
            reference.add(session);
            newSessions.add(session);
        } else if (!before.equals(session)) {
            differences.add("session " + configured.name() + " has another firm or other rates");
        }
    }

    /** All that the exchange consists of once {@link #sequence} is done. */
    public ReferenceData reference() {
        return reference;
    }

    /** Definitions that the journal does not have yet. */
    public int newCount() {
        return newInstruments.size() + newAccounts.size() + newSessions.size();
    }

    /** Who may log in. */
    public List<SessionAccess> access() {
        List<SessionAccess> access = new ArrayList<>();
        for (SessionDefinition session : config.sessions()) {
            access.add(
                    new SessionAccess(
                            session.name(),
                            session.firm(),
                            session.key(),
                            session.cancelOnDisconnectAllowed(),
                            session.maxGraceNs()));
        }
        return access;
    }

    /**
     * Sequences what is new. On the ingest's thread.
     *
     * @throws Fault if the journal has no room
     */
    public void sequence(Ingest ingest, long timeNs) {
        for (Instrument instrument : newInstruments) {
            requireSequenced(ingest.add(instrument, timeNs));
        }
        for (Account account : newAccounts) {
            requireSequenced(ingest.add(account, timeNs));
        }
        for (Session session : newSessions) {
            requireSequenced(ingest.add(session, timeNs));
        }
    }

    private void requireSequenced(long sequence) {
        if (sequence == Ingest.NOT_SEQUENCED) {
            throw new Fault(
                    "the journal in "
                            + config.dataDirectory()
                            + " has no room for the configuration; free some disk");
        }
    }

    private static Instrument withId(Instrument instrument, int instrumentId) {
        return new Instrument(
                instrumentId,
                instrument.symbol(),
                instrument.currency(),
                instrument.priceDecimals(),
                instrument.quantityDecimals(),
                instrument.tickSize(),
                instrument.lotSize(),
                instrument.minQuantity(),
                instrument.maxQuantity(),
                instrument.maxNotionalHigh(),
                instrument.maxNotionalLow(),
                instrument.bandPpm(),
                instrument.referencePrice(),
                instrument.phase());
    }
}
