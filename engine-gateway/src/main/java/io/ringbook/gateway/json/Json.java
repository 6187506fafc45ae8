// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.json;

/** Writes one JSON value, without a library: objects and arrays of numbers, texts and the like. */
public final class Json {
    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    /** Begins an object. */
    public Json object() {
        return open('{');
    }

    /** Begins an object that is a field's value. */
    public Json object(String name) {
        key(name);
        return open('{');
    }

    /** Begins an array that is a field's value. */
    public Json array(String name) {
        key(name);
        return open('[');
    }

    /** Ends the object. */
    public Json endObject() {
        return close('}');
    }

    /** Ends the array. */
    public Json endArray() {
        return close(']');
    }

    /** Begins an object that is an element of an array. */
    public Json element() {
        separate();
        return open('{');
    }

    /** A text that is an element of an array. */
    public Json element(String value) {
        separate();
        quote(value);
        return this;
    }

    /** A whole number. */
    public Json field(String name, long value) {
        key(name);
        text.append(value);
        return this;
    }

    /** True or false. */
    public Json field(String name, boolean value) {
        key(name);
        text.append(value);
        return this;
    }

    /** A number with one decimal. */
    public Json field(String name, double value) {
        key(name);
        text.append(String.format("%.1f", value));
        return this;
    }

    /** A text. */
    public Json field(String name, String value) {
        key(name);
        quote(value);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void key(String name) {
        separate();
        quote(name);
        text.append(':');
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
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
