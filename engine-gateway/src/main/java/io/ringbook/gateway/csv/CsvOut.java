// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import io.ringbook.codec.text.DecimalWriter;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes rows of values as bytes through one buffer, without a string per value. Values with a
 * comma, a quote or a line break are quoted. One thread.
 */
public final class CsvOut implements AutoCloseable {
    private static final int CAPACITY = 1 << 16;

    private final byte[] buffer = new byte[CAPACITY];
    private final UnsafeBuffer view = new UnsafeBuffer(buffer);
    private final OutputStream out;
    private final String name;
    private int length;
    private boolean rowBegun;

    /**
     * @param out closed by {@link #close}
     * @param name what a fault calls it
     */
    public CsvOut(OutputStream out, String name) {
        this.out = out;
        this.name = name;
    }

    /** A header row. */
    public CsvOut header(Iterable<String> columns) {
        for (String column : columns) {
            text(column);
        }
        return endRow();
    }

    /** A value without content. */
    public CsvOut empty() {
        separate(0);
        return this;
    }

    /** A text, quoted where that is needed. */
    public CsvOut text(String value) {
        if (plain(value)) {
            separate(value.length());
            for (int i = 0; i < value.length(); i++) {
                buffer[length++] = (byte) value.charAt(i);
            }
            return this;
        }
        separate(0);
        put('"');
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            put(b);
            if (b == '"') {
                put(b);
            }
        }
        put('"');
        return this;
    }

    /** A whole number. */
    public CsvOut number(long value) {
        return decimal(value, 0);
    }

    /** A mantissa as a decimal with all its decimals. */
    public CsvOut decimal(long mantissa, int decimals) {
        separate(DecimalWriter.MAX_LENGTH);
        length += DecimalWriter.put(view, length, mantissa, decimals);
        return this;
    }

    /** A client order id from its words; empty for none. */
    public CsvOut id(long word0, long word1, int word2) {
        separate(0);
        boolean quoted = hasSpecial(word0) || hasSpecial(word1) || hasSpecial(word2);
        if (quoted) {
            put('"');
        }
        word(word0, 8);
        word(word1, 8);
        word(word2, 4);
        if (quoted) {
            put('"');
        }
        return this;
    }

    /** Ends the row. */
    public CsvOut endRow() {
        put('\n');
        rowBegun = false;
        return this;
    }

    /** Hands over what is buffered. */
    public void flush() {
        try {
            out.write(buffer, 0, length);
            length = 0;
            out.flush();
        } catch (IOException e) {
            throw Fault.unwritable(name, e);
        }
    }

    @Override
    public void close() {
        flush();
        try {
            out.close();
        } catch (IOException e) {
            throw Fault.unwritable(name, e);
        }
    }

    private void separate(int room) {
        if (length + room + 1 > CAPACITY) {
            write();
        }
        if (rowBegun) {
            buffer[length++] = ',';
        }
        rowBegun = true;
        if (room > CAPACITY - length) {
            throw new IllegalArgumentException("a value of " + room + " characters");
        }
    }

    private void put(int b) {
        if (length == CAPACITY) {
            write();
        }
        buffer[length++] = (byte) b;
    }

    private void word(long word, int bytes) {
        for (int i = 0; i < bytes; i++) {
            byte b = (byte) (word >>> (i * 8));
            if (b == 0) {
                return;
            }
            put(b);
            if (b == '"') {
                put(b);
            }
        }
    }

    private void write() {
        try {
            out.write(buffer, 0, length);
            length = 0;
        } catch (IOException e) {
            throw Fault.unwritable(name, e);
        }
    }

    private static boolean hasSpecial(long word) {
        for (long rest = word; rest != 0; rest >>>= 8) {
            byte b = (byte) rest;
            if (b == ',' || b == '"') {
                return true;
            }
        }
        return false;
    }

    private static boolean plain(String value) {
        if (value.length() > CAPACITY / 2) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r' || c > '~') {
                return false;
            }
        }
        return true;
    }
}
