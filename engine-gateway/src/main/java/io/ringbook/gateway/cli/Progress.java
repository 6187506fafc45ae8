// SPDX-License-Identifier: Apache-2.0
package io.ringbook.gateway.cli;

import java.util.function.LongConsumer;

/** Shows on a terminal how far long work has come; says nothing without one. One thread. */
final class Progress implements LongConsumer, AutoCloseable {
    private static final long INTERVAL_NS = 200_000_000L;
    private static final int CHECK_EVERY = 1 << 10;
    private static final String ERASE_LINE = "\r\u001b[2K";

    private final Console console;
    private final String unit;
    private long lastShownNs = System.nanoTime();
    private boolean shown;

    Progress(Console console, String unit) {
        this.console = console;
        this.unit = unit;
    }

    @Override
    public void accept(long count) {
        if (!console.terminal() || count % CHECK_EVERY != 0) {
            return;
        }
        long nowNs = System.nanoTime();
        if (nowNs - lastShownNs >= INTERVAL_NS) {
            lastShownNs = nowNs;
            shown = true;
            console.err().printf("%s%,d %s", ERASE_LINE, count, unit);
            console.err().flush();
        }
    }

    @Override
    public void close() {
        if (shown) {
            console.err().print(ERASE_LINE);
            console.err().flush();
        }
    }
}
