// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.client;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instruments of the exchange and the accounts of the session's firm, as the server told them
 * at the last login. Any thread may read; the client's thread writes.
 */
public final class ClientDirectory {
    private final Map<String, Instrument> instrumentsBySymbol = new ConcurrentHashMap<>();
    private final Map<Integer, Instrument> instrumentsById = new ConcurrentHashMap<>();
    private final Map<String, Account> accountsByName = new ConcurrentHashMap<>();
    private final Map<Integer, Account> accountsById = new ConcurrentHashMap<>();

    /** The instrument with this symbol, or null. */
    public Instrument instrument(String symbol) {
        return instrumentsBySymbol.get(symbol);
    }

    /** The instrument with this id, or null. */
    public Instrument instrument(int instrumentId) {
        return instrumentsById.get(instrumentId);
    }

    /** The account with this name, or null. */
    public Account account(String name) {
        return accountsByName.get(name);
    }

    /** The account with this id, or null. */
    public Account account(int accountId) {
        return accountsById.get(accountId);
    }

    /** All instruments in the order of their ids. */
    public List<Instrument> instruments() {
        return instrumentsById.values().stream()
                .sorted(Comparator.comparingInt(Instrument::instrumentId))
                .toList();
    }

    /** All accounts of the firm in the order of their ids. */
    public List<Account> accounts() {
        return accountsById.values().stream()
                .sorted(Comparator.comparingInt(Account::accountId))
                .toList();
    }

    void put(Instrument instrument) {
        instrumentsById.put(instrument.instrumentId(), instrument);
        instrumentsBySymbol.put(instrument.symbol(), instrument);
    }

    void put(Account account) {
        accountsById.put(account.accountId(), account);
        accountsByName.put(account.name(), account);
    }
}
