// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Side;
import java.util.List;

/** Writes books: one row per price level, the best one is level 1. */
public final class BookCsvWriter implements AutoCloseable {
    private static final List<String> COLUMNS =
            List.of("symbol", "side", "level", "price", "quantity", "orders");

    private final CsvOut out;

    /**
     * @param out closed by {@link #close}
     */
    public BookCsvWriter(CsvOut out) {
        this.out = out;
        out.header(COLUMNS);
    }

    /** One level; price and quantity are mantissas, levels count from 1. */
    public void level(
            Instrument instrument, Side side, int level, long price, long quantity, long orders) {
        out.text(instrument.symbol())
                .text(side.name())
                .number(level)
                .decimal(price, instrument.priceDecimals())
                .decimal(quantity, instrument.quantityDecimals())
                .number(orders)
                .endRow();
    }

    /** Hands over what is buffered. */
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.close();
    }
}
