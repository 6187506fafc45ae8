// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.scenario;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.oracle.ExchangeUnderTest;
import io.ringbook.core.order.Phase;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Who and what a scenario trades. Without a word about it: instrument XYZ with tick and lot 1, and
 * the firms A, B and C, each with an account and a session of its own name.
 */
final class World {
    static final int NOBODY = -1;

    private final List<Instrument> instruments = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final List<String> firms = new ArrayList<>();

    /** Fills in what the scenario did not say. */
    void complete() {
        if (instruments.isEmpty()) {
            instrument(new Words("XYZ"));
        }
        for (String name : List.of("A", "B", "C")) {
            if (!firms.contains(name)) {
                firm(new Words(name));
            }
        }
    }

    void introduceTo(ExchangeUnderTest exchange) {
        instruments.forEach(exchange::addInstrument);
        accounts.forEach(exchange::addAccount);
        sessions.forEach(exchange::addSession);
    }

    /** {@code instrument XYZ tick 5 lot 10 min 10 max 100 notional 10000 band 100000 …}. */
    void instrument(Words words) {
        String symbol = words.next();
        long tick = 1;
        long lot = 1;
        long min = 0;
        long max = 0;
        BigInteger notional = BigInteger.ZERO;
        long bandPpm = 0;
        long reference = 0;
        Phase phase = Phase.CONTINUOUS;
        while (!words.isEmpty()) {
            switch (words.next()) {
                case "tick" -> tick = words.number();
                case "lot" -> lot = words.number();
                case "min" -> min = words.number();
                case "max" -> max = words.number();
                case "notional" -> notional = new BigInteger(words.next());
                case "band-ppm" -> bandPpm = words.number();
                case "reference" -> reference = words.number();
                case "phase" -> phase = Phase.valueOf(words.next());
                default -> throw words.wrong("unknown word of an instrument");
            }
        }
        instruments.add(
                new Instrument(
                        instruments.size() + 1,
                        symbol,
                        "",
                        0,
                        0,
                        tick,
                        lot,
                        min,
                        max,
                        notional.shiftRight(Long.SIZE).longValueExact(),
                        notional.longValue(),
                        bandPpm,
                        reference,
                        phase));
    }

    /** {@code firm A accounts A A2 sessions A B}; both lists are the firm's name if not given. */
    void firm(Words words) {
        String firm = words.next();
        List<String> accountNames = new ArrayList<>();
        List<String> sessionNames = new ArrayList<>();
        List<String> names = null;
        while (!words.isEmpty()) {
            if (words.take("accounts")) {
                names = accountNames;
            } else if (words.take("sessions")) {
                names = sessionNames;
            } else if (names == null) {
                throw words.wrong("accounts or sessions expected");
            } else {
                names.add(words.next());
            }
        }
        firms.add(firm);
        int firmId = firms.size();
        for (String name : accountNames.isEmpty() ? List.of(firm) : accountNames) {
            accounts.add(new Account(accounts.size() + 1, firmId, name, firm));
        }
        for (String name : sessionNames.isEmpty() ? List.of(firm) : sessionNames) {
            sessions.add(new Session(sessions.size() + 1, firmId, name, 0, 0, 0, 0, 0));
        }
    }

    /** {@code session A orders 2/5 cancels 1/3 ids 10}: rate a second / burst, ids a day. */
    void limits(Words words) {
        String name = words.next();
        if (!firms.contains(name)) {
            firm(new Words(name));
        }
        long[] orders = {0, 0};
        long[] cancels = {0, 0};
        long ids = 0;
        while (!words.isEmpty()) {
            switch (words.next()) {
                case "orders" -> orders = rateAndBurst(words);
                case "cancels" -> cancels = rateAndBurst(words);
                case "ids" -> ids = words.number();
                default -> throw words.wrong("unknown word of a session");
            }
        }
        Session old = session(name);
        sessions.set(
                old.sessionId() - 1,
                new Session(
                        old.sessionId(),
                        old.firmId(),
                        name,
                        orders[0],
                        orders[1],
                        cancels[0],
                        cancels[1],
                        ids));
    }

    private static long[] rateAndBurst(Words words) {
        String[] parts = words.pair('/');
        return new long[] {words.number(parts[0]), words.number(parts[1])};
    }

    Session session(String name) {
        return sessions.stream().filter(session -> session.name().equals(name)).findFirst().get();
    }

    Instrument firstInstrument() {
        return instruments.get(0);
    }

    /** The id of a symbol, or this if there is none of the name. */
    int instrumentId(String symbol, int otherwise) {
        return instruments.stream()
                .filter(instrument -> instrument.symbol().equals(symbol))
                .map(Instrument::instrumentId)
                .findFirst()
                .orElse(otherwise);
    }

    int accountId(String name, int otherwise) {
        return accounts.stream()
                .filter(account -> account.name().equals(name))
                .map(Account::accountId)
                .findFirst()
                .orElse(otherwise);
    }

    String symbol(int instrumentId) {
        boolean known = instrumentId > 0 && instrumentId <= instruments.size();
        return known ? instruments.get(instrumentId - 1).symbol() : unknown(instrumentId);
    }

    String accountName(int accountId) {
        boolean known = accountId > 0 && accountId <= accounts.size();
        return known ? accounts.get(accountId - 1).name() : unknown(accountId);
    }

    String sessionName(int sessionId) {
        boolean known = sessionId > 0 && sessionId <= sessions.size();
        return known ? sessions.get(sessionId - 1).name() : unknown(sessionId);
    }

    private static String unknown(int id) {
        return id == 0 ? "?" : "?" + id;
    }
}
