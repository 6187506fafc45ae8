// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.core.order.Side;
import io.ringbook.gateway.csv.CsvOut;
import io.ringbook.gateway.fault.Fault;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Makes a command file of a day: one command for each message that changes the book, and the few
 * that no message states, so that a book which starts empty and takes every command equals the
 * order book file after each of its rows.
 */
public final class LobsterImporter {
    private static final long SECOND_NS = 1_000_000_000L;

    /** Price mantissas of whole cents are multiples of this. */
    private static final long CENT = 100;

    private static final List<String> INSTRUMENT_COLUMNS =
            List.of("symbol", "tick_size", "lot_size", "currency", "price_decimals");

    private final LobsterFiles files;
    private final String symbol;
    private final long midnightNs;
    private boolean wholeCents = true;

    /**
     * @param symbol the symbol in the command file
     * @param date the day, whose midnight is taken in UTC
     */
    public LobsterImporter(LobsterFiles files, String symbol, LocalDate date) {
        this.files = files;
        this.symbol = symbol;
        this.midnightNs = date.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * SECOND_NS;
    }

    /**
     * Reads the day and writes its three files. All are closed at the end.
     *
     * @throws Fault if a file cannot be read, is malformed or contradicts the other
     */
    public ImportCounts run(CsvOut commands, CsvOut rowIndex, CsvOut instruments) {
        ImportCounts counts = new ImportCounts();
        try (CommandSheet sheet = new CommandSheet(commands, symbol);
                RowIndex.Writer index = new RowIndex.Writer(rowIndex);
                MessageReader message = files.openMessages();
                OrderBookReader row = files.openOrderBook()) {
            importDay(message, row, sheet, index, counts);
        }
        try (CsvOut out = instruments.header(INSTRUMENT_COLUMNS)) {
            out.text(symbol).text(wholeCents ? "0.01" : "0.0001").number(1).text("USD");
            out.number(CommandSheet.PRICE_DECIMALS).endRow();
        }
        return counts;
    }

    private void importDay(
            MessageReader message,
            OrderBookReader row,
            CommandSheet sheet,
            RowIndex.Writer index,
            ImportCounts counts) {
        MirrorBook book = new MirrorBook();
        MessageMapper mapper = new MessageMapper(message, book, sheet, counts);
        WindowFollower window = new WindowFollower(row, book, sheet, counts);
        long rows = 0;
        while (message.next()) {
            if (!row.next()) {
                throw message.rows()
                        .badLine(row.name() + " ends before it, expected a row for each message");
            }
            sheet.time(midnightNs + message.timeOfDayNs());
            if (++rows == 1) {
                window.seed(message);
            }
            mapper.map(rows);
            window.follow();
            watchGrid(message, row);
            index.row(sheet.commandCount());
        }
        if (row.next()) {
            throw row.rows()
                    .badLine(
                            message.rows().name()
                                    + " ends before it, expected a message for each row");
        }
        if (rows == 0) {
            throw new Fault(message.rows().name() + " is empty, expected a message for each row");
        }
        counts.commands = sheet.commandCount();
        counts.levels = row.levels();
    }

    private void watchGrid(MessageReader message, OrderBookReader row) {
        if (message.changesBook()) {
            wholeCents &= message.price() % CENT == 0;
        }
        if (wholeCents) {
            wholeCents = onCents(row.depth(Side.BUY)) && onCents(row.depth(Side.SELL));
        }
    }

    private static boolean onCents(Depth depth) {
        for (int level = 0; level < depth.count(); level++) {
            if (depth.price(level) % CENT != 0) {
                return false;
            }
        }
        return true;
    }
}
