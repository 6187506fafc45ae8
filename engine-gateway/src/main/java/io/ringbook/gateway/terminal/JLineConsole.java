// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.terminal;

import io.ringbook.gateway.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Lines of a person at a terminal, with completion and a history that outlives the process. */
public final class JLineConsole implements LineConsole {
    private static final String PROMPT = "> ";
    private static final String HISTORY_LENGTH = "1000";

    private final Terminal terminal;
    private final LineReader reader;

    /** Closes {@code terminal} at the end. */
    JLineConsole(Terminal terminal, Path history, Completer completer) {
        this.terminal = terminal;
        this.reader =
                LineReaderBuilder.builder()
                        .terminal(terminal)
                        .completer(completer)
                        .variable(LineReader.HISTORY_FILE, history)
                        .variable(LineReader.HISTORY_SIZE, HISTORY_LENGTH)
                        .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                        .build();
    }

    /**
     * The terminal of this process.
     *
     * @param history file that keeps the lines
     * @throws Fault if there is none
     */
    public static JLineConsole ofProcess(Path history, Completer completer) {
        try {
            return new JLineConsole(
                    TerminalBuilder.builder().system(true).build(), history, completer);
        } catch (IOException e) {
            throw new Fault("cannot use the terminal: " + e.getMessage(), e);
        }
    }

    @Override
    public String read() {
        while (true) {
            try {
                return reader.readLine(PROMPT);
            } catch (UserInterruptException e) {
                // Ctrl-C drops the line that was begun; at an empty one it ends.
                if (e.getPartialLine().isEmpty()) {
                    return null;
                }
            } catch (EndOfFileException e) {
                return null;
            }
        }
    }

    @Override
    public void print(String line) {
        reader.printAbove(line);
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new Fault("cannot give the terminal back: " + e.getMessage(), e);
        }
    }
}
