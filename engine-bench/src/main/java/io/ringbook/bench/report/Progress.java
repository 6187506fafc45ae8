// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.report;

import java.io.PrintWriter;

/** Tells whoever waits how far a run has come: on standard error, if that is a terminal. */
public final class Progress {
    private final PrintWriter err;
    private final boolean isWatched;

    /**
     * @param err standard error, as the command line has it
     */
    @SuppressWarnings("SystemConsoleNull") // From JDK 25 on it is null again without a terminal.
    public Progress(PrintWriter err) {
        this.err = err;
        this.isWatched = System.console() != null;
    }

    /** A line. */
    public void tell(String line) {
        if (isWatched) {
            err.println(line);
            err.flush();
        }
    }
}
