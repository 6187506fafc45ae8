// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A file with a header row, read line by line with its columns by name, in any order. A known
 * column that the file does not have reads as empty.
 */
final class CsvTable implements AutoCloseable {
    private static final int MAX_LINE_CHARS = 1 << 16;

    private final Path file;
    private final List<String> columns;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    /** Index is the column's number in {@link #columns}; the value its field, or -1. */
    private final int[] fieldOfColumn;

    private int headerCount;
    private CsvRecord record;

    /**
     * Opens a file and reads its header.
     *
     * @param columns every column that the file may have
     * @param required those that it must have
     * @throws Fault if it cannot be read or its header is wrong
     */
    CsvTable(Path file, List<String> columns, List<String> required) {
        this.file = file;
        this.columns = columns;
        this.fieldOfColumn = new int[columns.size()];
        Arrays.fill(fieldOfColumn, -1);
        if (Files.isDirectory(file)) {
            throw new Fault("cannot read " + file + ": it is a directory");
        }
        try {
            reader =
                    CsvReader.builder()
                            .detectBomHeader(true)
                            .allowUnclosedQuote(false)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .maxBufferSize(MAX_LINE_CHARS)
                            .ofCsvRecord(file);
        } catch (IOException e) {
            throw Fault.unreadable(file, e);
        }
        records = reader.iterator();
        readHeader(required);
    }

    /**
     * Goes to the next line that is not empty; false at the end.
     *
     * @throws BadLineException if the line has not as many fields as the header
     */
    boolean next() throws BadLineException {
        if (!advance()) {
            return false;
        }
        if (record.getFieldCount() != headerCount) {
            throw BadLineException.ofLine(
                    file,
                    line(),
                    "found "
                            + record.getFieldCount()
                            + " fields, expected "
                            + headerCount
                            + " as in the header");
        }
        return true;
    }

    /** Number of the line, from 1. */
    long line() {
        return record.getStartingLineNumber();
    }

    /** The value of a column by its number; empty if the file does not have it. */
    String value(int column) {
        int field = fieldOfColumn[column];
        return field < 0 ? "" : record.getField(field);
    }

    BadLineException badValue(int column, String expected) {
        String name = columns.get(column);
        return fieldOfColumn[column] >= 0
                ? BadLineException.ofValue(file, line(), name, value(column), expected)
                : badLine("needs a column " + name + ", which the header does not have");
    }

    BadLineException badLine(String sentence) {
        return BadLineException.ofLine(file, line(), sentence);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw Fault.unreadable(file, e);
        }
    }

    private void readHeader(List<String> required) {
        if (!advance()) {
            throw new Fault(
                    file + " is empty: expected a header row with " + String.join(", ", columns));
        }
        headerCount = record.getFieldCount();
        for (int field = 0; field < headerCount; field++) {
            String name = record.getField(field).strip();
            int column = columns.indexOf(name);
            if (column < 0) {
                throw new Fault(
                        headerSentence("unknown column \"" + name + "\"")
                                + "; known are "
                                + String.join(", ", columns));
            }
            if (fieldOfColumn[column] >= 0) {
                throw new Fault(headerSentence("column " + name + " stands there twice"));
            }
            fieldOfColumn[column] = field;
        }
        for (String name : required) {
            if (fieldOfColumn[columns.indexOf(name)] < 0) {
                throw new Fault(headerSentence("required column " + name + " is missing"));
            }
        }
    }

    private String headerSentence(String what) {
        return file + ", line " + line() + ": " + what;
    }

    private boolean advance() {
        try {
            if (!records.hasNext()) {
                return false;
            }
            record = records.next();
            return true;
        } catch (CsvParseException e) {
            throw new Fault(file + " is not well-formed CSV: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw Fault.unreadable(file, e.getCause());
        }
    }
}
