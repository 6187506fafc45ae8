// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * Writes one JSON value, without a library. Numbers that are none (NaN, infinite) become null,
 * since JSON has no word for them.
 */
public final class Json {
    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    /** Begins the object that is the value. */
    public static Json object() {
        return new Json().open('{');
    }

    /** Begins an object that is a field. */
    public Json object(String name) {
        return key(name).open('{');
    }

    /** Ends an object. */
    public Json end() {
        return close('}');
    }

    /** A whole number. */
    public Json field(String name, long value) {
        key(name);
        text.append(value);
        return this;
    }

    /** A number with so many decimals. */
    public Json field(String name, double value, int decimals) {
        key(name);
        number(value, decimals);
        return this;
    }

    /** True or false. */
    public Json field(String name, boolean value) {
        key(name);
        text.append(value);
        return this;
    }

    /** A text; null stays null. */
    public Json field(String name, String value) {
        key(name);
        if (value == null) {
            text.append("null");
        } else {
            quote(value);
        }
        return this;
    }

    /** A field that is an array of texts. */
    public Json texts(String name, List<String> values) {
        key(name).open('[');
        for (String value : values) {
            separate();
            quote(value);
        }
        return close(']');
    }

    /** A field that is an array of numbers. */
    public Json numbers(String name, double[] values, int decimals) {
        key(name).open('[');
        for (double value : values) {
            separate();
            number(value, decimals);
        }
        return close(']');
    }

    /**
     * A field that is an array of objects.
     *
     * @param writer writes the fields of one into the JSON it is given
     */
    public <T> Json objects(String name, List<T> values, BiConsumer<T, Json> writer) {
        key(name).open('[');
        for (T value : values) {
            separate();
            open('{');
            writer.accept(value, this);
            close('}');
        }
        return close(']');
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void number(double value, int decimals) {
        text.append(
                Double.isFinite(value)
                        ? String.format(Locale.ROOT, "%." + decimals + "f", value)
                        : "null");
    }

    private Json key(String name) {
        separate();
        quote(name);
        text.append(':');
        return this;
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    private Json open(char bracket) {
        text.append(bracket);
        first = true;
        return this;
    }

    private Json close(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
