// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.terminal;

import io.ringbook.gateway.fault.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Lines without a terminal: from a file or a pipe, answered one after the other. */
public final class PlainConsole implements LineConsole {
    private final BufferedReader in;
    private final PrintStream out;

    /** Neither stream is closed. */
    public PlainConsole(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public String read() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw Fault.unreadable("standard input", e);
        }
    }

    @Override
    public synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public void close() {}
}
