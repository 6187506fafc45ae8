// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.oracle;

import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.order.Command;
import java.util.List;

/** What scenarios and the differential ask of an exchange: the reference is one, the engine too. */
public interface ExchangeUnderTest {
    void addInstrument(Instrument instrument);

    void addAccount(Account account);

    void addSession(Session session);

    /** Runs one command and gives back all of its events in order. */
    List<EventCopy> process(Command command);

    /** Every resting order of the instrument, bids then asks, in priority order. */
    List<BookLine> book(int instrumentId);

    /** True if the last command did not fit its record, so that CONTINUE must come next. */
    boolean continuePending();
}
