// SPDX-License-Identifier: Apache-2.0
package io.ringbook.bench.process;

import java.io.IOException;

/** A JVM ended that should have answered. */
public final class EndedJvmException extends IOException {
    private static final long serialVersionUID = 1;

    /** What a JVM exits with that has no memory left, under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private final int exitCode;

    EndedJvmException(String label, int exitCode) {
        super("the JVM of " + label + " ended with " + exitCode + "; what it said stands above");
        this.exitCode = exitCode;
    }

    /** True if its heap was full. */
    public boolean isOutOfMemory() {
        return exitCode == OUT_OF_MEMORY;
    }
}
