// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.core.instrument.Instrument;
import io.ringbook.core.order.Phase;
import io.ringbook.gateway.fault.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads an instruments file. Empty values: no such limit or band, no reference price, phase
 * CONTINUOUS, 4 price and 0 quantity decimals, a lot of one unit.
 */
public final class InstrumentCsvReader {
    private static final List<String> COLUMNS =
            List.of(
                    "symbol",
                    "tick_size",
                    "lot_size",
                    "min_quantity",
                    "max_quantity",
                    "max_notional",
                    "band_percent",
                    "reference_price",
                    "currency",
                    "phase",
                    "price_decimals",
                    "quantity_decimals");
    private static final int SYMBOL = 0;
    private static final int TICK_SIZE = 1;
    private static final int LOT_SIZE = 2;
    private static final int MIN_QUANTITY = 3;
    private static final int MAX_QUANTITY = 4;
    private static final int MAX_NOTIONAL = 5;
    private static final int BAND_PERCENT = 6;
    private static final int REFERENCE_PRICE = 7;
    private static final int CURRENCY = 8;
    private static final int PHASE = 9;
    private static final int PRICE_DECIMALS = 10;
    private static final int QUANTITY_DECIMALS = 11;

    private static final int MAX_SYMBOL_LENGTH = 16;
    private static final int MAX_DECIMALS = 9;
    private static final int DEFAULT_PRICE_DECIMALS = 4;

    /** Decimals of a percentage whose mantissa is in millionths. */
    private static final int PERCENT_DECIMALS = 4;

    private static final long HUNDRED_PERCENT_PPM = 1_000_000;

    private static final long[] POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };

    private final CsvTable table;
    private final TableValues values;
    private final Set<String> symbols = new HashSet<>();

    private InstrumentCsvReader(CsvTable table) {
        this.table = table;
        this.values = new TableValues(table);
    }

    /**
     * Reads the whole file.
     *
     * @param firstInstrumentId id of the first instrument; the others follow
     * @throws Fault if the file cannot be read or a line is malformed
     */
    public static List<Instrument> read(Path file, int firstInstrumentId) {
        List<Instrument> instruments = new ArrayList<>();
        try (CsvTable table = new CsvTable(file, COLUMNS, List.of("symbol", "tick_size"))) {
            InstrumentCsvReader reader = new InstrumentCsvReader(table);
            while (table.next()) {
                instruments.add(reader.instrument(firstInstrumentId + instruments.size()));
            }
        } catch (BadLineException e) {
            throw new Fault(e.getMessage(), e);
        }
        if (instruments.isEmpty()) {
            throw new Fault(
                    file + " has no instrument: expected a line for each behind the header");
        }
        return instruments;
    }

    private Instrument instrument(int instrumentId) throws BadLineException {
        String symbol = values.name(SYMBOL, MAX_SYMBOL_LENGTH, true);
        if (!symbols.add(symbol)) {
            throw table.badValue(SYMBOL, "each symbol once");
        }
        int priceDecimals = decimals(PRICE_DECIMALS, DEFAULT_PRICE_DECIMALS);
        int quantityDecimals = decimals(QUANTITY_DECIMALS, 0);
        values.use(symbol, priceDecimals, quantityDecimals);
        BigInteger maxNotional = maxNotional(priceDecimals + quantityDecimals);
        String currency = table.value(CURRENCY);
        if (!currency.matches("([A-Z]{3})?")) {
            throw table.badValue(CURRENCY, "a code of three capital letters such as USD");
        }
        return new Instrument(
                instrumentId,
                symbol,
                currency,
                priceDecimals,
                quantityDecimals,
                positive(TICK_SIZE, values.price(TICK_SIZE, true)),
                lotSize(quantityDecimals),
                limit(MIN_QUANTITY),
                maxQuantity(),
                maxNotional.shiftRight(Long.SIZE).longValue(),
                maxNotional.longValue(),
                bandPpm(),
                optional(REFERENCE_PRICE, values.price(REFERENCE_PRICE, false)),
                Phase.of(values.code(PHASE, Codes.PHASES, Phase.CONTINUOUS.code())));
    }

    private int decimals(int column, int absent) throws BadLineException {
        return (int) values.whole(column, MAX_DECIMALS, absent, "a number of decimals from 0 to 9");
    }

    private long lotSize(int quantityDecimals) throws BadLineException {
        return table.value(LOT_SIZE).isEmpty()
                ? POWERS_OF_TEN[quantityDecimals]
                : positive(LOT_SIZE, values.quantity(LOT_SIZE, true));
    }

    private long limit(int column) throws BadLineException {
        return optional(column, values.quantity(column, false));
    }

    private long maxQuantity() throws BadLineException {
        long maxQuantity = limit(MAX_QUANTITY);
        if (maxQuantity != 0 && maxQuantity < limit(MIN_QUANTITY)) {
            throw table.badValue(
                    MAX_QUANTITY, "at least min_quantity, " + table.value(MIN_QUANTITY));
        }
        return maxQuantity;
    }

    private BigInteger maxNotional(int decimals) throws BadLineException {
        String text = table.value(MAX_NOTIONAL);
        if (text.isEmpty()) {
            return BigInteger.ZERO;
        }
        if (text.matches("[0-9]{1,20}(\\.[0-9]{1,18})?")) {
            BigDecimal mantissa = new BigDecimal(text).movePointRight(decimals);
            boolean exact = mantissa.stripTrailingZeros().scale() <= 0;
            if (exact && mantissa.signum() > 0 && mantissa.toBigInteger().bitLength() < 127) {
                return mantissa.toBigIntegerExact();
            }
        }
        throw table.badValue(
                MAX_NOTIONAL,
                "a positive decimal number with at most " + decimals + " decimals, or nothing");
    }

    private long bandPpm() throws BadLineException {
        String expected = "a percentage up to 100 with at most 4 decimals, or nothing";
        long bandPpm = values.decimal(BAND_PERCENT, PERCENT_DECIMALS, 0, expected);
        boolean given = !table.value(BAND_PERCENT).isEmpty();
        if (given && (bandPpm == 0 || bandPpm > HUNDRED_PERCENT_PPM)) {
            throw table.badValue(BAND_PERCENT, expected);
        }
        return bandPpm;
    }

    private long positive(int column, long value) throws BadLineException {
        if (value <= 0) {
            throw table.badValue(column, "a positive number");
        }
        return value;
    }

    private long optional(int column, long value) throws BadLineException {
        return table.value(column).isEmpty() ? 0 : positive(column, value);
    }
}
