// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringbook.core.book.OrderBook;
import io.ringbook.core.book.PriceLevels;
import io.ringbook.core.instrument.Account;
import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.instrument.Session;
import io.ringbook.core.journal.UnkeptJournal;
import io.ringbook.core.order.EventKind;
import io.ringbook.core.order.Side;
import io.ringbook.core.pipeline.Engine;
import io.ringbook.core.pipeline.EngineConfig;
import io.ringbook.core.pipeline.EngineState;
import io.ringbook.core.pipeline.ThreadLayout;
import io.ringbook.gateway.records.PublishedBooks;
import io.ringbook.gateway.records.RecordFeed;
import io.ringbook.gateway.records.RunCounts;
import io.ringbook.gateway.reference.ReferenceData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Books made of events against the books they are about. */
class PublishedBooksTest {
    private static final int COMMANDS = 20_000;
    private static final int COMPARE_EVERY = 50;

    @Test
    void booksMadeOfEventsEqualTheEngines() {
        EngineState state = new EngineState(EngineConfig.defaults(ThreadLayout.SINGLE));
        PublishedBooks books = new PublishedBooks();
        RunCounts counts = new RunCounts();
        RecordFeed feed = new RecordFeed(new ReferenceData()).add(books).add(counts);
        BusyDay day = new BusyDay(3);
        try (Engine engine =
                Engine.start(
                        state,
                        new UnkeptJournal(),
                        feed,
                        (sequence, cause) -> {
                            throw new AssertionError(cause);
                        })) {
            define(engine);
            for (int i = 1; i <= COMMANDS; i++) {
                engine.ingest().submit(day.next(), i);
                if (i % COMPARE_EVERY == 0) {
                    requireEqual(state, books, i);
                }
            }
        }
        for (EventKind kind :
                List.of(
                        EventKind.ACCEPTED,
                        EventKind.REJECTED,
                        EventKind.EXECUTED,
                        EventKind.REPLACED,
                        EventKind.CANCELED,
                        EventKind.CANCEL_REJECTED,
                        EventKind.REPLACE_REJECTED,
                        EventKind.MASS_CANCELED)) {
            assertThat(counts.events(kind)).as("%s in the day", kind).isPositive();
        }
    }

    private static void define(Engine engine) {
        for (Instrument instrument : BusyDay.instruments()) {
            engine.ingest().add(instrument, 0);
        }
        for (Account account : BusyDay.accounts()) {
            engine.ingest().add(account, 0);
        }
        for (Session session : BusyDay.sessions()) {
            engine.ingest().add(session, 0);
        }
    }

    private static void requireEqual(EngineState state, PublishedBooks books, int command) {
        for (Instrument instrument : BusyDay.instruments()) {
            for (Side side : Side.values()) {
                List<String> published = new ArrayList<>();
                books.levels(
                        instrument.instrumentId(),
                        side,
                        Integer.MAX_VALUE,
                        (level, price, quantity, orders) ->
                                published.add(quantity + " in " + orders + " at " + price));
                assertThat(published)
                        .as("%s %s after command %d", instrument.symbol(), side, command)
                        .isEqualTo(matched(state, instrument, side));
            }
        }
    }

    private static List<String> matched(EngineState state, Instrument instrument, Side side) {
        List<String> levels = new ArrayList<>();
        OrderBook book = state.book(instrument.instrumentId());
        PriceLevels of = book.levels();
        for (int level = book.best(side);
                level != PriceLevels.NONE;
                level = book.ladder(side).worse(level)) {
            levels.add(
                    of.quantity(level) * instrument.lotSize()
                            + " in "
                            + of.orderCount(level)
                            + " at "
                            + of.price(level) * instrument.tickSize());
        }
        return levels;
    }
}
