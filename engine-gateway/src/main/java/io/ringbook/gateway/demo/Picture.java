// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.demo;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Side;
import io.ringbook.gateway.records.PublishedBooks;
import java.util.ArrayList;
import java.util.List;

/**
 * What the publish thread saw at one moment. Immutable, handed to the thread that prints.
 *
 * @param commands commands published
 * @param trades trades published
 * @param ladders the top of each book
 */
record Picture(long commands, long trades, List<Ladder> ladders) {

    /**
     * A price level.
     *
     * @param price mantissa
     * @param quantity mantissa
     * @param orders count
     */
    record Row(long price, long quantity, long orders) {}

    /** The top of a book, best levels first. */
    record Ladder(Instrument instrument, List<Row> bids, List<Row> asks, long lastPrice) {

        static Ladder of(Instrument instrument, PublishedBooks books, int depth) {
            return new Ladder(
                    instrument,
                    rows(instrument, books, Side.BUY, depth),
                    rows(instrument, books, Side.SELL, depth),
                    books.lastPrice(instrument.instrumentId()));
        }

        private static List<Row> rows(
                Instrument instrument, PublishedBooks books, Side side, int depth) {
            List<Row> rows = new ArrayList<>();
            books.levels(
                    instrument.instrumentId(),
                    side,
                    depth,
                    (level, price, quantity, orders) -> rows.add(new Row(price, quantity, orders)));
            return List.copyOf(rows);
        }
    }
}
