// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

/** One malformed line of a file. The reader stands behind that line and can go on. */
public final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;

    BadLineException(Object file, long line, String sentence) {
        super(file + ", line " + line + sentence);
        this.line = line;
    }

    /** A fault of the line as a whole. */
    static BadLineException ofLine(Object file, long line, String sentence) {
        return new BadLineException(file, line, ": " + sentence);
    }

    /** A fault of one value. */
    static BadLineException ofValue(
            Object file, long line, String column, String found, String expected) {
        String what = found.isEmpty() ? "is empty" : "found \"" + printable(found) + "\"";
        return new BadLineException(
                file, line, ", column " + column + ": " + what + ", expected " + expected);
    }

    /** Line number in the file, from 1. */
    public long line() {
        return line;
    }

    private static String printable(String found) {
        String text = found.length() > 60 ? found.substring(0, 60) + "…" : found;
        return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }
}
