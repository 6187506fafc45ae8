// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.gateway.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines of numbers between commas, without a header. */
final class TextRows implements AutoCloseable {
    private static final int MAX_FRACTION_LENGTH = 18;

    private final BufferedReader reader;
    private final String name;
    private final List<String> fields = new ArrayList<>();
    private long line;

    TextRows(InputStream in, String name) {
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        this.name = name;
    }

    /** Goes to the next line that is not empty; false at the end. */
    boolean next() {
        try {
            String text;
            do {
                text = reader.readLine();
                line++;
            } while (text != null && text.isEmpty());
            if (text == null) {
                return false;
            }
            split(text);
            return true;
        } catch (IOException e) {
            throw Fault.unreadable(name, e);
        }
    }

    int fieldCount() {
        return fields.size();
    }

    /** A field as a whole number, with or without a minus. */
    long integer(int field, String column) {
        try {
            return Long.parseLong(fields.get(field));
        } catch (NumberFormatException e) {
            throw badField(field, column, "a whole number");
        }
    }

    /**
     * A field of seconds as nanoseconds. LOBSTER's own files have times with more than nine
     * decimals, left over from binary fractions: they are rounded to the nanosecond.
     */
    long secondsAsNs(int field, String column) {
        String text = fields.get(field);
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "0" : text.substring(point + 1);
        if (!digits(whole, 6) || !digits(fraction, MAX_FRACTION_LENGTH)) {
            throw badField(field, column, "seconds after midnight such as 34200.017459617");
        }
        long ns = Long.parseLong(whole);
        for (int i = 0; i < 9; i++) {
            ns = ns * 10 + (i < fraction.length() ? fraction.charAt(i) - '0' : 0);
        }
        return fraction.length() > 9 && fraction.charAt(9) >= '5' ? ns + 1 : ns;
    }

    Fault badField(int field, String column, String expected) {
        return badLine(
                "column " + column + ": found \"" + fields.get(field) + "\", expected " + expected);
    }

    Fault badLine(String sentence) {
        return new Fault(name + ", line " + line + ": " + sentence);
    }

    String name() {
        return name;
    }

    long line() {
        return line;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw Fault.unreadable(name, e);
        }
    }

    private void split(String text) {
        fields.clear();
        int from = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
            fields.add(text.substring(from, comma));
            from = comma + 1;
        }
        fields.add(text.substring(from));
    }

    private static boolean digits(String text, int max) {
        return !text.isEmpty()
                && text.length() <= max
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
