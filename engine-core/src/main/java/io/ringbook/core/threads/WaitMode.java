// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.threads;

import java.util.Locale;

/** How a thread waits for its next command; figures in decision 0012. */
public enum WaitMode {
    /** Looks again at once, for ever. Needs a processor for itself. */
    BUSY_SPIN,

    /** Looks a hundred times, then lets others run between two looks. Keeps a processor busy. */
    YIELDING,

    /** Looks a while, then sleeps for 20 microseconds between two looks. */
    SLEEPING,

    /** Sleeps until it is woken. */
    BLOCKING;

    /** Its name in configurations. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
