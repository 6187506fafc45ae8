// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.load.drive;

import java.util.Locale;

/** How a load's thread waits for what is due, and for answers. */
public enum LoadWait {
    /** Looks all the time: sends to the microsecond, and takes a processor. */
    SPIN,

    /**
     * Sleeps in the selector; a second thread wakes it when something is due. Costs little, and
     * sends 50 to 100 µs late, which is in the latencies.
     */
    BLOCK;

    /** As the command line names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
