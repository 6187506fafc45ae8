// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.codec.text.DecimalFault;
import io.ringbook.codec.text.DecimalParser;
import io.ringbook.core.order.ClientOrderId;
import java.util.Map;

/** Reads the values of the line that a table stands on, each with its sentence when it is wrong. */
final class TableValues {
    private final CsvTable table;
    private final DecimalParser parser = new DecimalParser();
    private String owner = "";
    private int priceDecimals;
    private int quantityDecimals;

    TableValues(CsvTable table) {
        this.table = table;
    }

    /** Prices and quantities from here on are those of {@code owner}. */
    void use(String owner, int priceDecimals, int quantityDecimals) {
        this.owner = owner;
        this.priceDecimals = priceDecimals;
        this.quantityDecimals = quantityDecimals;
    }

    /** The code of a word; {@code absent} if empty, unless that is {@link Codes#REQUIRED}. */
    byte code(int column, Map<String, Byte> words, int absent) throws BadLineException {
        String text = table.value(column);
        if (text.isEmpty() && absent != Codes.REQUIRED) {
            return (byte) absent;
        }
        Byte code = words.get(text);
        if (code == null) {
            String none = absent == Codes.REQUIRED ? "" : ", or nothing";
            throw table.badValue(column, String.join(", ", words.keySet()) + none);
        }
        return code;
    }

    long price(int column, boolean required) throws BadLineException {
        return decimal(column, required, priceDecimals, "price");
    }

    long quantity(int column, boolean required) throws BadLineException {
        return decimal(column, required, quantityDecimals, "quantity");
    }

    /** A client order id; empty text if there is none. */
    String id(int column, boolean required) throws BadLineException {
        return word(column, ClientOrderId.MAX_LENGTH, required, false);
    }

    /** A symbol or an account. */
    String name(int column, int maxLength, boolean required) throws BadLineException {
        return word(column, maxLength, required, true);
    }

    /** An unsigned decimal at {@code decimals}; {@code absent} if empty. */
    long decimal(int column, int decimals, long absent, String expected) throws BadLineException {
        String text = table.value(column);
        if (text.isEmpty()) {
            return absent;
        }
        if (parser.parse(text, 0, text.length(), decimals) != DecimalFault.NONE) {
            throw table.badValue(column, expected);
        }
        return parser.mantissa();
    }

    /** A number without sign or decimals that a long can hold. */
    long whole(int column, String expected) throws BadLineException {
        String text = table.value(column);
        if (parser.parse(text, 0, text.length(), 0) != DecimalFault.NONE
                || text.indexOf('.') >= 0) {
            throw table.badValue(column, expected);
        }
        return parser.mantissa();
    }

    /** A number as in {@link #whole(int, String)} up to {@code max}; {@code absent} if empty. */
    long whole(int column, long max, long absent, String expected) throws BadLineException {
        if (table.value(column).isEmpty()) {
            return absent;
        }
        long value = whole(column, expected + ", or nothing");
        if (value > max) {
            throw table.badValue(column, expected + ", or nothing");
        }
        return value;
    }

    boolean flag(int column) throws BadLineException {
        String text = table.value(column);
        if (!text.isEmpty() && !text.equals("0") && !text.equals("1")) {
            throw table.badValue(column, "1, 0 or nothing");
        }
        return text.equals("1");
    }

    private long decimal(int column, boolean required, int decimals, String what)
            throws BadLineException {
        String text = table.value(column);
        if (text.isEmpty() && !required) {
            return 0;
        }
        return switch (parse(text, decimals)) {
            case NONE -> parser.mantissa();
            case TOO_MANY_DECIMALS ->
                    throw table.badValue(
                            column,
                            "a " + what + " with at most " + decimals + " decimals for " + owner);
            case OVERFLOW ->
                    throw table.badValue(
                            column,
                            "a " + what + " below 9.2e" + (18 - decimals) + " for " + owner);
            default ->
                    throw table.badValue(
                            column, "a " + what + " as a decimal number such as 12.50");
        };
    }

    private DecimalFault parse(String text, int decimals) {
        return parser.parseSigned(text, 0, text.length(), decimals);
    }

    private String word(int column, int maxLength, boolean required, boolean spaces)
            throws BadLineException {
        String text = table.value(column);
        boolean good = text.length() <= maxLength && !(required && text.isEmpty());
        for (int i = 0; i < text.length() && good; i++) {
            char c = text.charAt(i);
            good = c >= (spaces ? ' ' : '!') && c <= '~';
        }
        if (!good) {
            throw table.badValue(
                    column,
                    "1 to "
                            + maxLength
                            + " printable ASCII characters"
                            + (spaces ? "" : " without spaces"));
        }
        return text;
    }
}
