// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.run;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.gateway.fault.Fault;
import io.ringbook.gateway.lobster.BookCheck;
import io.ringbook.gateway.lobster.LobsterFiles;
import io.ringbook.gateway.lobster.RowIndex;
import io.ringbook.gateway.records.PublishedBooks;
import io.ringbook.gateway.reference.ReferenceData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the instrument that an order book file is about and sets up its check. */
final class CheckedBook {
    /** LOBSTER's prices have 4 decimals, its quantities none. */
    private static final int PRICE_DECIMALS = 4;

    private CheckedBook() {}

    static BookCheck open(
            Path file,
            Path commands,
            List<Instrument> instruments,
            ReferenceData names,
            PublishedBooks books) {
        Instrument instrument = instrument(file, instruments);
        if (instrument.priceDecimals() != PRICE_DECIMALS || instrument.quantityDecimals() != 0) {
            throw new Fault(
                    file
                            + " has prices with 4 decimals and whole shares; expected "
                            + instrument.symbol()
                            + " with 4 price decimals and 0 quantity decimals, found "
                            + instrument.priceDecimals()
                            + " and "
                            + instrument.quantityDecimals());
        }
        Path index = RowIndex.pathFor(commands);
        return new BookCheck(
                LobsterFiles.openOrderBook(file),
                Files.exists(index) ? RowIndex.read(index) : null,
                (side, levels, depth) -> {
                    Instrument known = names.instrument(instrument.symbol());
                    if (known != null) {
                        books.levels(
                                known.instrumentId(),
                                side,
                                levels,
                                (level, price, quantity, orders) -> depth.add(price, quantity));
                    }
                });
    }

    private static Instrument instrument(Path file, List<Instrument> instruments) {
        if (instruments.size() == 1) {
            return instruments.get(0);
        }
        String symbol =
                (LobsterFiles.isZip(file) ? LobsterFiles.zip(file) : LobsterFiles.plain(file, file))
                        .symbol();
        for (Instrument instrument : instruments) {
            if (instrument.symbol().equals(symbol)) {
                return instrument;
            }
        }
        throw new Fault(
                file
                        + " does not say which of the "
                        + instruments.size()
                        + " instruments it is about; expected its symbol at the beginning of the"
                        + " file name, or one instrument only");
    }
}
