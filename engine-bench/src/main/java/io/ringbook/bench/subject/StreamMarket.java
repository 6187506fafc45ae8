// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.subject;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Phase;

/**
 * The instruments, accounts and session of streams: a mantissa is a tick and a lot; no bands, no
 * rates.
 */
final class StreamMarket {
    static final int ACCOUNT = 1;
    static final int SESSION = 1;

    /** Largest number of events of one command. */
    static final int MAX_EVENTS = 65_536;

    private static final int FIRM = 1;

    private StreamMarket() {}

    static Instrument instrument(int instrumentId) {
        String symbol = "S" + instrumentId;
        return new Instrument(
                instrumentId, symbol, "USD", 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, Phase.CONTINUOUS);
    }

    static Account account() {
        return account(ACCOUNT);
    }

    static Account account(int accountId) {
        return new Account(accountId, FIRM, "stream" + accountId, "stream");
    }

    static Session session() {
        return new Session(SESSION, FIRM, "stream", 0, 0, 0, 0, 0);
    }
}
