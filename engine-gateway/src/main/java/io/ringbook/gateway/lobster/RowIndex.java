// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.lobster;

import io.ringbook.gateway.csv.CsvOut;
import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Which commands stand before which row of the order book file: a file beside the command file,
 * {@code DAY.csv} and {@code DAY.rows.csv}, with the columns {@code row} (from 1) and {@code
 * commands}, the number of commands from the file's beginning after which the book is the row's.
 */
public final class RowIndex {
    private static final List<String> COLUMNS = List.of("row", "commands");

    private final long[] commands;

    private RowIndex(long[] commands) {
        this.commands = commands;
    }

    /** The index file of a command file. */
    public static Path pathFor(Path commandFile) {
        return beside(commandFile, ".rows.csv");
    }

    /** The file beside {@code DAY.csv} that is named {@code DAY} and {@code ending}. */
    public static Path beside(Path commandFile, String ending) {
        String name = commandFile.getFileName().toString();
        String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
        return commandFile.resolveSibling(stem + ending);
    }

    /**
     * Reads an index file.
     *
     * @throws Fault if it cannot be read or is malformed
     */
    public static RowIndex read(Path file) {
        long[] commands = new long[1 << 12];
        int count = 0;
        try (TextRows rows = new TextRows(Files.newInputStream(file), file.toString())) {
            if (!rows.next() || rows.fieldCount() != 2) {
                throw new Fault(file + ": expected the header row,commands");
            }
            while (rows.next()) {
                if (rows.fieldCount() != 2) {
                    throw rows.badLine("found " + rows.fieldCount() + " fields, expected 2");
                }
                if (rows.integer(0, "row") != count + 1) {
                    throw rows.badField(0, "row", Integer.toString(count + 1));
                }
                if (count == commands.length) {
                    commands = Arrays.copyOf(commands, 2 * count);
                }
                commands[count] = rows.integer(1, "commands");
                if (commands[count] < (count == 0 ? 0 : commands[count - 1])) {
                    throw rows.badField(1, "commands", "a number that does not fall");
                }
                count++;
            }
        } catch (IOException e) {
            throw Fault.unreadable(file, e);
        }
        return new RowIndex(Arrays.copyOf(commands, count));
    }

    /** Rows of the order book file. */
    public int rowCount() {
        return commands.length;
    }

    /** Commands before a row's book; rows count from 1. */
    public long commandsBefore(int row) {
        return commands[row - 1];
    }

    /** Writes an index row by row. */
    static final class Writer implements AutoCloseable {
        private final CsvOut out;
        private long row;

        Writer(CsvOut out) {
            this.out = out;
            out.header(COLUMNS);
        }

        void row(long commandCount) {
            out.number(++row).number(commandCount).endRow();
        }

        @Override
        public void close() {
            out.close();
        }
    }
}
