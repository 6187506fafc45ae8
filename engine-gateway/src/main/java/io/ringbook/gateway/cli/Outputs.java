// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import io.ringbook.gateway.csv.CsvOut;
import io.ringbook.gateway.fault.Fault;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Opens the files that a command writes; {@code -} is standard output. */
final class Outputs {
    private static final String STANDARD_OUTPUT = "-";
    private static final String PART = ".part";

    private Outputs() {}

    /** Opens a file to write from its beginning. */
    static CsvOut open(String file, Console console) {
        if (file.equals(STANDARD_OUTPUT)) {
            return new CsvOut(new Unclosed(console.out()), "standard output");
        }
        try {
            return new CsvOut(Files.newOutputStream(Path.of(file)), file);
        } catch (IOException e) {
            throw Fault.unwritable(file, e);
        }
    }

    /** Opens what becomes {@code file} once {@link #keepPart} is called. */
    static CsvOut openPart(Path file) {
        Path part = part(file);
        try {
            return new CsvOut(Files.newOutputStream(part), part.toString());
        } catch (IOException e) {
            throw Fault.unwritable(file, e);
        }
    }

    /** Makes the whole, closed part the file. */
    static void keepPart(Path file) {
        try {
            Files.move(part(file), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw Fault.unwritable(file, e);
        }
    }

    /** Removes a part that did not become whole; nothing if there is none. */
    static void dropPart(Path file) {
        try {
            Files.deleteIfExists(part(file));
        } catch (IOException e) {
            throw Fault.unwritable(part(file), e);
        }
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + PART);
    }

    /** Standard output stays open. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
