// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.process;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * Named results on their way from the JVM that was measured: a line {@code name value} each, and an
 * end. Whatever else that JVM prints to standard output stands in between and is passed over.
 */
public final class Figures {
    private static final String MARK = "figure ";
    private static final String END = MARK + "end";

    private final Map<String, String> values = new LinkedHashMap<>();

    /** None yet. */
    public Figures() {}

    /** Where lines come from. */
    @FunctionalInterface
    interface Lines {
        /** The next line; throws at the end. */
        String next() throws IOException;
    }

    /** Reads what {@link #print} has written. */
    static Figures read(Lines lines) throws IOException {
        Figures figures = new Figures();
        for (String line = lines.next(); !line.equals(END); line = lines.next()) {
            if (line.startsWith(MARK)) {
                int blank = line.indexOf(' ', MARK.length());
                figures.values.put(line.substring(MARK.length(), blank), line.substring(blank + 1));
            }
        }
        return figures;
    }

    /** Writes all of them. */
    public void print(PrintStream out) {
        values.forEach((name, value) -> out.println(MARK + name + ' ' + value));
        out.println(END);
        out.flush();
    }

    /** Adds a number. */
    public Figures put(String name, long value) {
        values.put(name, Long.toString(value));
        return this;
    }

    /** Adds a text of one line. */
    public Figures put(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Adds a histogram. */
    public Figures put(String name, Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(bytes);
        byte[] encoded = new byte[length];
        bytes.get(0, encoded);
        values.put(name, Base64.getEncoder().encodeToString(encoded));
        return this;
    }

    /** A number. */
    public long number(String name) {
        return Long.parseLong(text(name));
    }

    /** A text. */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "there is no figure " + name + " in " + values.keySet());
        }
        return value;
    }

    /** A histogram. */
    public Histogram histogram(String name) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(text(name))), 0);
        } catch (DataFormatException e) {
            throw new IllegalStateException("figure " + name + " is not a histogram", e);
        }
    }
}
