// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.terminal;

/** Where lines come from and go to. */
public interface LineConsole extends AutoCloseable {
    /** The next line, or null at the end; one thread. */
    String read();

    /** Prints a line; any thread, also while a line is being read. */
    void print(String line);

    /** True if a person waits at it, false if a program reads what is printed. */
    boolean isInteractive();

    @Override
    void close();
}
