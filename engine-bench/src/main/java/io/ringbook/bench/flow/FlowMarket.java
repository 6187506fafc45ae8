// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.flow;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Phase;

/** The instrument, account and session of every flow: no bands, no rates, ticks of a cent. */
public final class FlowMarket {
    /** Tick size as a mantissa with four decimals. */
    public static final long TICK = 100;

    static final int INSTRUMENT = 1;
    static final int ACCOUNT = 1;
    static final int SESSION = 1;

    private static final int FIRM = 1;

    private FlowMarket() {}

    /** What is traded. */
    public static Instrument instrument() {
        return new Instrument(
                INSTRUMENT, "FLOW", "USD", 4, 0, TICK, 1, 0, 0, 0, 0, 0, 0, Phase.CONTINUOUS);
    }

    /** Who trades. */
    public static Account account() {
        return new Account(ACCOUNT, FIRM, "flow", "flow");
    }

    /** Where the orders come from. */
    public static Session session() {
        return new Session(SESSION, FIRM, "flow", 0, 0, 0, 0, 0);
    }
}
