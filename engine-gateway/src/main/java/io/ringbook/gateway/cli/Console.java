// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes, and whether a person looks at it.
 *
 * @param out results
 * @param err failures and progress
 * @param terminal true if {@code out} is a terminal that understands ANSI sequences
 * @param color true if colors are wanted on it
 */
record Console(PrintStream out, PrintStream err, boolean terminal, boolean color) {

    /** The process's own streams. */
    @SuppressWarnings("SystemConsoleNull") // From JDK 25 on it is null again without a terminal.
    static Console ofProcess(Map<String, String> environment) {
        java.io.Console console = System.console();
        boolean terminal =
                console != null
                        && console.isTerminal()
                        && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
        boolean color = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), terminal, color);
    }

    /** A console without a terminal. */
    static Console of(OutputStream out, OutputStream err) {
        return new Console(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false);
    }

    /** A line of result. */
    void line(String format, Object... arguments) {
        out.printf(format + "%n", arguments);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new CheckedOutput(new FileOutputStream(descriptor)), false, StandardCharsets.UTF_8);
    }

    /** Nobody reads the output any more. */
    static final class OutputClosedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutputClosedException(IOException cause) {
            super(cause);
        }
    }

    /** A stream whose failures are not lost in a {@link PrintStream}. */
    private static final class CheckedOutput extends OutputStream {
        private final OutputStream out;

        CheckedOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new OutputClosedException(e);
            }
        }
    }
}
