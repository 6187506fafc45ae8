// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.run;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Command;
import io.ringbook.core.order.CommandKind;
import io.ringbook.core.pipeline.Ingest;
import io.ringbook.gateway.csv.AccountLimits;
import io.ringbook.gateway.csv.CommandRow;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends the lines of a command file into an engine. Each account has a session of its own,
 * sequenced when it is first named; without an accounts file it is then a firm of its own too. With
 * one, an account that it does not know gets a session but stays unknown, so that the engine
 * refuses it.
 */
final class FileSender {
    private static final int NOBODYS_ID = -1;

    private final Ingest ingest;
    private final ReferenceData known;
    private final boolean closedList;
    private final Runnable noRoom;
    private final List<Instrument> newInstruments = new ArrayList<>();

    /**
     * @param known what the engine knows already; filled here as more is sequenced
     * @param closedList true if accounts that are not known stay so
     * @param noRoom throws the fault of a journal without room
     */
    FileSender(Ingest ingest, ReferenceData known, boolean closedList, Runnable noRoom) {
        this.ingest = ingest;
        this.known = known;
        this.closedList = closedList;
        this.noRoom = noRoom;
    }

    /**
     * Makes the instruments known, so that lines can name them; {@link #sequenceInstruments} tells
     * the engine of those that are new, before the first line is sent.
     *
     * @throws Fault if the engine knows one of them otherwise
     */
    void define(List<Instrument> instruments, Path file) {
        for (Instrument instrument : instruments) {
            Instrument before = known.instrument(instrument.symbol());
            if (before == null) {
                Instrument added = withId(instrument, known.nextInstrumentId());
                known.add(added);
                newInstruments.add(added);
            } else if (!before.equals(withId(instrument, before.instrumentId()))) {
                throw new Fault(
                        file
                                + " defines "
                                + instrument.symbol()
                                + " otherwise than the journal, which has "
                                + before
                                + "; a journal keeps the instruments that it began with");
            }
        }
    }

    /** Sequences the instruments that are new to the engine. */
    void sequenceInstruments(long timeNs) {
        for (Instrument instrument : newInstruments) {
            sequenced(ingest.add(instrument, timeNs));
        }
        newInstruments.clear();
    }

    /**
     * Sequences the accounts of an accounts file that the engine does not know.
     *
     * @throws Fault if it knows one of them otherwise
     */
    void define(AccountLimits limits, Path file, long timeNs) {
        Account before = known.account(limits.account());
        if (before == null) {
            addAccount(limits, timeNs);
            return;
        }
        Session session = known.session(limits.account());
        boolean same =
                session != null
                        && before.firm().equals(limits.firm())
                        && session.equals(session(limits, session.sessionId(), before.firmId()));
        if (!same) {
            throw new Fault(
                    file
                            + " defines account "
                            + limits.account()
                            + " otherwise than the journal; a journal keeps the accounts that it"
                            + " began with");
        }
    }

    /** Sends a line; its sequence. */
    long send(CommandRow row) {
        Command command = row.command();
        long timeNs = command.timeNs;
        if (!row.account().isEmpty()) {
            resolve(row.account(), command, timeNs);
        }
        boolean symbolUnknown = command.instrumentId == 0 && !row.symbol().isEmpty();
        boolean accountUnknown = command.accountId == 0 && !row.account().isEmpty();
        if (command.kind == CommandKind.MASS_CANCEL) {
            // There 0 means all, so what is unknown gets an id that nobody has and cancels nothing.
            command.instrumentId = symbolUnknown ? NOBODYS_ID : command.instrumentId;
            command.accountId = accountUnknown ? NOBODYS_ID : command.accountId;
        }
        long sequence =
                symbolUnknown || accountUnknown
                        ? ingest.submit(command, timeNs, row.symbol(), row.account())
                        : ingest.submit(command, timeNs);
        return sequenced(sequence);
    }

    private void resolve(String name, Command command, long timeNs) {
        if (known.account(name) == null && !closedList) {
            addAccount(AccountLimits.named(name), timeNs);
        }
        Session session = known.session(name);
        if (session == null) {
            session =
                    session(
                            AccountLimits.named(name),
                            known.nextSessionId(),
                            known.firmId("unknown account " + name));
            sequenced(ingest.add(session, timeNs));
            known.add(session);
        }
        Account account = known.account(name);
        command.sessionId = session.sessionId();
        command.accountId = account == null ? 0 : account.accountId();
    }

    private void addAccount(AccountLimits limits, long timeNs) {
        int firmId = known.firmId(limits.firm());
        Account account =
                new Account(known.nextAccountId(), firmId, limits.account(), limits.firm());
        sequenced(ingest.add(account, timeNs));
        known.add(account);
        Session session = session(limits, known.nextSessionId(), firmId);
        sequenced(ingest.add(session, timeNs));
        known.add(session);
    }

    private long sequenced(long sequence) {
        if (sequence == Ingest.NOT_SEQUENCED) {
            noRoom.run();
        }
        return sequence;
    }

    private static Session session(AccountLimits limits, int sessionId, int firmId) {
        return new Session(
                sessionId,
                firmId,
                limits.account(),
                limits.orderRate(),
                limits.orderBurst(),
                limits.cancelRate(),
                limits.cancelBurst(),
                limits.idsPerDay());
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
